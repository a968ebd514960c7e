import type { ImportDraft } from '#shared/api/schemas/intake.ts';
import styles from './check.module.css';
import { count, counted } from './import-sentences.ts';

/** Rows read = ready + blocked + duplicates, so that anybody can see that no row is lost. */
export function CountEquation({ counts }: { readonly counts: ImportDraft['counts'] }) {
  return (
    <section className={styles.equation} aria-label="What becomes of every row">
      <Term value={counts.rowsRead} name={counts.rowsRead === 1 ? 'row read' : 'rows read'} />
      <span className={styles.operator}>=</span>
      <Term value={counts.ready} name="ready" tone="good" />
      <span className={styles.operator}>+</span>
      <Term value={counts.blocked} name="blocked" tone={counts.blocked > 0 ? 'bad' : undefined} />
      <span className={styles.operator}>+</span>
      <Term value={counts.duplicates} name={counts.duplicates === 1 ? 'duplicate' : 'duplicates'} />
      <p className={styles.equationNote}>
        {counts.warnings === 0
          ? 'No warnings.'
          : `${counted(counts.warnings, 'warning')}: the row comes in, the cell does not.`}
        {counts.sameName > 0 ? ` ${sameNameSentence(counts.sameName)}` : ''}
      </p>
    </section>
  );
}

function sameNameSentence(n: number): string {
  return n === 1
    ? '1 row has the name and unit of another row.'
    : `${count(n)} rows have the name and unit of another row.`;
}

interface TermProps {
  readonly value: number;
  readonly name: string;
  readonly tone?: 'good' | 'bad' | undefined;
}

function Term({ value, name, tone }: TermProps) {
  return (
    <span className={styles.term}>
      <b className={styles.value} data-tone={tone}>
        {count(value)}
      </b>{' '}
      {name}
    </span>
  );
}
