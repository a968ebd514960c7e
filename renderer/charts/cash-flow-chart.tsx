import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../components/dates.ts';
import { formatAmount } from '../components/money-words.ts';
import styles from './cash-flow-chart.module.css';
import tooltip from './chart-tooltip.module.css';
import { monthTicks } from './flow-chart.tsx';
import { niceTicks } from './ticks.ts';
import { useChartScale } from './use-chart-scale.ts';

export interface CashPoint {
  readonly month: MonthIndex;
  readonly net: number;
  /** Sum of net up to and with this month. */
  readonly sum: number;
}

interface CashFlowChartProps {
  readonly points: readonly CashPoint[];
  readonly currency: string;
}

/** Net value of each month as bars, above and below zero. */
export function CashFlowChart({ points, currency }: CashFlowChartProps) {
  const scale = useChartScale();
  const values = points.map(({ net }) => net);
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values), 5);
  const start = points[0]?.month ?? (0 as MonthIndex);
  const last = points.at(-1);
  const amount = (value: number) => formatAmount(value, currency, { isCompact: true, isSigned: true });
  return (
    <figure className={styles.chart}>
      <figcaption className="visually-hidden">
        Net value by month with every driver at P50. The same figures stand in the table view.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 8 * scale, right: 24 * scale, bottom: 0, left: 0 }}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="month"
            domain={[start - 0.5, (last?.month ?? start) + 0.5]}
            ticks={[...monthTicks((last?.month ?? start) - start)].map((month) => start + month)}
            tickFormatter={(month: number) => formatMonthName(month as MonthIndex)}
            tickLine={false}
            axisLine={false}
            height={22 * scale}
          />
          <YAxis
            type="number"
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={[...ticks]}
            tickFormatter={amount}
            tickLine={false}
            axisLine={false}
            width={60 * scale}
          />
          <Bar dataKey="net" fill="var(--ink-2)" barSize={10 * scale} isAnimationActive={false} />
          <ReferenceLine y={0} stroke="var(--outline)" />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            content={({ active, payload }) => {
              const point = active ? (payload?.[0]?.payload as CashPoint | undefined) : undefined;
              return point === undefined ? null : (
                <div className={tooltip.tooltip}>
                  <p className={tooltip.name}>{formatMonthName(point.month)}</p>
                  <dl className={tooltip.figures}>
                    <dt>In the month</dt>
                    <dd>{amount(point.net)}</dd>
                    <dt>In all</dt>
                    <dd>{amount(point.sum)}</dd>
                  </dl>
                </div>
              );
            }}
          />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
