import { Score } from '../components/money.tsx';
import { formatAmount } from '../components/money-words.ts';
import { VerdictChip } from '../components/verdict-chip.tsx';
import styles from './verdict-map.module.css';
import type { Bubble } from './verdict-map.tsx';

interface MapTooltipProps {
  readonly point: Bubble | undefined;
  readonly currency: string;
}

/** What a bubble stands for. */
export function MapTooltip({ point, currency }: MapTooltipProps) {
  if (!point) return null;
  const amount = (minor: number, isSigned: boolean) =>
    `${formatAmount(minor, currency, { isCompact: true, isSigned })} ${currency}`;
  return (
    <div className={styles.tooltip}>
      <p className={styles.tooltipName}>
        {point.name} <VerdictChip verdict={point.verdict} />
      </p>
      <dl className={styles.tooltipFigures}>
        <dt>Readiness</dt>
        <dd>
          <Score score={point.readiness} />
        </dd>
        <dt>Expected value E</dt>
        <dd>{amount(point.value, true)}</dd>
        <dt>Cost a month</dt>
        <dd>{point.monthlyCost === null ? 'unmeasured' : amount(point.monthlyCost, false)}</dd>
      </dl>
    </div>
  );
}
