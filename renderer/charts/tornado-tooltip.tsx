import { formatAmount } from '../components/money-words.ts';
import styles from './chart-tooltip.module.css';
import { driverPoint } from './driver-point.ts';
import type { TornadoRow } from './tornado-rows.ts';

interface TornadoTooltipProps {
  readonly row: TornadoRow | undefined;
  readonly currency: string;
}

/** A driver's three points and the value each end leads to. */
export function TornadoTooltip({ row, currency }: TornadoTooltipProps) {
  if (!row) return null;
  const { effect } = row;
  const amount = (minor: number) =>
    `${formatAmount(minor, currency, { isCompact: true, isSigned: true })} ${currency}`;
  return (
    <div className={styles.tooltip}>
      <p className={styles.name}>
        {effect.name} <span className={styles.unit}>{effect.unit}</span>
      </p>
      <dl className={styles.figures}>
        <dt>P10, P50, P90</dt>
        <dd>
          {[effect.p10, effect.p50, effect.p90].map((point) => driverPoint(point, effect.unit)).join(', ')}
        </dd>
        <dt>Value at P10</dt>
        <dd>{amount(effect.deltaAtP10)}</dd>
        <dt>Value at P90</dt>
        <dd>{amount(effect.deltaAtP90)}</dd>
      </dl>
    </div>
  );
}
