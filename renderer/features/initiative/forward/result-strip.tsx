import type { ReactNode } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Figure } from '#shared/decision/result.ts';
import { formatShare } from '#shared/report/format.ts';
import { countOf } from '../../../components/counts.ts';
import { formatMoney } from '../../../components/money-words.ts';
import { RuleTag } from '../../../components/rule-tag.tsx';
import { VerdictChip } from '../../../components/verdict-chip.tsx';
import { cashPoints } from './cash-flow.ts';
import { missingItems } from './missing-items.ts';
import styles from './result-strip.module.css';

/** What every edit does, in view wherever one writes: verdict, P50 cash flow, E, P, and what is still missing. */
export function ResultStrip({ detail }: { readonly detail: InitiativeDetail }) {
  const { decision, currency, flowAtP50 } = detail;
  const { forecast, rules } = missingItems(decision);
  const missing = forecast.length + rules.length;
  const sum = flowAtP50 === null ? null : (cashPoints(flowAtP50).at(-1)?.sum ?? 0);
  const money = (minor: number) => formatMoney(Math.round(minor), currency, { compact: true });
  const [first] = forecast.length > 0 ? forecast : rules;
  return (
    <section className={styles.strip} aria-label="Result as it stands" aria-live="polite">
      <span className={styles.verdict}>
        <VerdictChip verdict={decision.verdict} isComputing={decision.isComputing} />
        <RuleTag rule={decision.rule} />
      </span>
      <Part label="Cash flow at P50">{sum === null ? null : money(sum)}</Part>
      <Part label="E">{figure(decision.value, money)}</Part>
      <Part label="P(value > 0)">{figure(decision.probability, formatShare)}</Part>
      <span className={styles.missing}>
        {missing === 0 || first === undefined
          ? 'Nothing is missing'
          : `${countOf(missing, 'thing')} missing, first: ${first.text}`}
      </span>
    </section>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ReactNode | null }) {
  return (
    <span className={styles.part}>
      <span className={styles.label}>{label}</span>
      {children === null ? (
        <span className="dim">unknown</span>
      ) : (
        <span className={styles.value}>{children}</span>
      )}
    </span>
  );
}

function figure(one: Figure, format: (value: number) => string): ReactNode | null {
  switch (one.status) {
    case 'known':
      return format(one.value);
    case 'computing':
      return <span className="dim">computing</span>;
    case 'not_applicable':
      return <span className="dim">not applicable</span>;
    default:
      return null;
  }
}
