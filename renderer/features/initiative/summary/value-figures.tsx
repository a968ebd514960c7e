import type { DecisionResult, Figure as EngineFigure, WindowSum } from '#shared/decision/result.ts';
import { formatMoney, formatScore } from '#shared/report/format.ts';
import { formatMonthSpan } from '../../../components/dates.ts';
import { Figure, FigureRow } from '../../../components/figure.tsx';
import styles from './summary-tab.module.css';

interface ValueFiguresProps {
  readonly decision: DecisionResult;
  readonly currency: string;
}

/** The figures the verdict rests on, each with its label; a missing one says what it lacks. */
export function ValueFigures({ decision, currency }: ValueFiguresProps) {
  const { readiness, value, last3, last12, fullMonths } = decision;
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return (
    <div className={styles.figures}>
      <FigureRow label="Figures">
        <Figure
          label="Readiness"
          value={readiness.status === 'known' ? formatScore(readiness.value) : null}
          note="of 100, after evidence and age"
          why={whyUnknown(readiness)}
        />
        <Figure
          label="Value a year"
          value={value.status === 'known' ? money(value.value) : null}
          note="actual, undiscounted, annualised: net of the last 3 closed months × 4"
          why={whyUnknown(value)}
        />
        <Figure
          label="Net value, last 3 months"
          value={last3.months.length === 0 ? null : money(last3.net)}
          note={windowNote(last3)}
          why="no closed month yet"
        />
        <Figure
          label="Cost, last 3 months"
          value={last3.months.length === 0 ? null : money(last3.cost)}
          note={windowNote(last3)}
          why="no closed month yet"
        />
        <Figure
          label="Net value, last 12 months"
          value={last12.months.length === 0 ? null : money(last12.net)}
          note={windowNote(last12)}
          why="no closed month yet"
        />
        <Figure label="Complete months" value={String(fullMonths)} note={monthsNote(decision)} />
      </FigureRow>
    </div>
  );
}

/** Window, completeness and label of a sum: "actual, Jul to Sep 2026, 8 of 9 measured". */
export function windowNote(sum: WindowSum): string {
  const parts = ['actual, undiscounted', formatMonthSpan(sum.months)];
  if (!sum.isContiguous) parts.push('not adjacent');
  if (sum.measured < sum.expected) parts.push(`${sum.measured} of ${sum.expected} measured`);
  return parts.join(', ');
}

/** What a figure lacks, in words; null when it is known. */
export function whyUnknown(figure: EngineFigure): string | null {
  switch (figure.status) {
    case 'known':
      return null;
    case 'not_applicable':
      return figure.reason;
    case 'unknown':
    case 'not_evaluated':
      return `missing ${listed(figure.missing.map((item) => item.text))}`;
  }
}

const NAMED = 2;

/** The first two, then how many more: the gates and rules below name them all. */
function listed(items: readonly string[]): string {
  if (items.length <= NAMED + 1) return items.join(', ');
  return `${items.slice(0, NAMED).join(', ')} and ${items.length - NAMED} more`;
}

/** What a complete month is, and how many this stage asks for. */
function monthsNote({ stage, isDataOk, neededMonths }: DecisionResult): string {
  const meaning = 'closed, every cost and an outcome measured';
  if (stage === 'retired' || neededMonths === 0) return meaning;
  return isDataOk ? `${meaning}; ${neededMonths} needed` : `${neededMonths} needed: ${meaning}`;
}
