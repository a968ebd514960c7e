import type { FlowPoint } from '#shared/decision/explanation.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../components/dates.ts';
import { formatAmount } from '../components/money-words.ts';
import styles from './chart-tooltip.module.css';

interface FlowTooltipProps {
  readonly point: FlowPoint | undefined;
  readonly start: MonthIndex;
  readonly currency: string;
}

/** The figures of one month. */
export function FlowTooltip({ point, start, currency }: FlowTooltipProps) {
  if (!point) return null;
  const amount = (minor: number) =>
    `${formatAmount(minor, currency, { isCompact: true, isSigned: true })} ${currency}`;
  return (
    <div className={styles.tooltip}>
      <p className={styles.name}>{formatMonthName((start + point.month) as MonthIndex)}</p>
      <dl className={styles.figures}>
        <dt>P90</dt>
        <dd>{amount(point.p90)}</dd>
        <dt>P50</dt>
        <dd>{amount(point.p50)}</dd>
        <dt>P10</dt>
        <dd>{amount(point.p10)}</dd>
        <dt>All drivers at P50</dt>
        <dd>{amount(point.atP50)}</dd>
      </dl>
    </div>
  );
}
