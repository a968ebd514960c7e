import { Fragment, lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import styles from './explained.module.css';
import type { FigureExplanation } from './explained.tsx';
import { useMoneyWords } from './use-money-words.ts';

// The catalogue carries the whole engine: it is read when somebody asks.
const CatalogueStatement = lazy(async () => ({
  default: (await import('../features/settings/formulas/catalogue-statement.tsx')).CatalogueStatement,
}));

interface ExplanationCardProps {
  /** Of the heading, which names the dialog. */
  readonly titleId: string;
  readonly figure: FigureExplanation;
  readonly details?: (() => ReactNode) | undefined;
  /** Called when a link leads away. */
  readonly onLeave: () => void;
}

/** Label, formula, inputs, source and the ways to them: what a figure opens to. */
export function ExplanationCard({ titleId, figure, details, onLeave }: ExplanationCardProps) {
  const { veil } = useMoneyWords();
  const { name, label, formula, inputs = [], note, source, places = [], formulaId } = figure;
  const links = [
    ...places,
    ...(formulaId === undefined
      ? []
      : [{ name: 'The formula in the help', href: `/help?formula=${formulaId}` }]),
  ];
  return (
    <div className={styles.card}>
      <h2 id={titleId} className={styles.name} tabIndex={-1} data-autofocus>
        {name}
      </h2>
      {label ? <p className={styles.label}>{veil(label)}</p> : null}
      {formula ? <p className={styles.formula}>{veil(formula)}</p> : null}
      {!formula && formulaId !== undefined ? (
        <Suspense fallback={<p className={styles.formula}>…</p>}>
          <CatalogueStatement id={formulaId} className={styles.formula} />
        </Suspense>
      ) : null}
      {inputs.length === 0 ? null : (
        <dl className={styles.inputs}>
          {inputs.map((input) => (
            <Fragment key={input.name}>
              <dt>
                {input.href === undefined ? (
                  input.name
                ) : (
                  <Link href={input.href} onClick={onLeave}>
                    {input.name}
                  </Link>
                )}
              </dt>
              <dd>{typeof input.value === 'string' ? veil(input.value) : input.value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {details?.()}
      {note ? <p className={styles.note}>{veil(note)}</p> : null}
      {source ? <p className={styles.note}>{veil(source)}</p> : null}
      {links.length === 0 ? null : (
        <ul className={styles.links}>
          {links.map((link) => (
            <li key={link.href}>
              <Link href={link.href} onClick={onLeave}>
                {link.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
