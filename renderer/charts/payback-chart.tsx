import {
  Area,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatShare } from '#shared/report/format.ts';
import styles from './flow-chart.module.css';
import { FLOW_MARGIN, monthTicks } from './flow-chart.tsx';
import { useChartScale } from './use-chart-scale.ts';

interface PaybackChartProps {
  readonly points: readonly { readonly month: MonthIndex; readonly probability: number }[];
  /** The as-of month, and how many months the axis covers: the same as of the chart above. */
  readonly start: MonthIndex;
  readonly last: number;
}

/** Chance that everything spent so far is back by the month, under the cumulative chart and on its axis. */
export function PaybackChart({ points, start, last }: PaybackChartProps) {
  const scale = useChartScale();
  const data = points.map(({ month, probability }) => ({ month: month - start, probability }));
  const end = points.at(-1)?.probability ?? 0;
  return (
    <figure className={styles.payback}>
      <figcaption className="visually-hidden">
        Chance that the cumulative net value since first spend is back at 0 by each month and stays there. The
        same figures stand in the table view.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8 * scale, right: FLOW_MARGIN.right * scale, bottom: 6 * scale, left: 0 }}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" dataKey="month" domain={[0, last]} ticks={[...monthTicks(last)]} hide />
          <YAxis
            type="number"
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tickFormatter={(share: number) => formatShare(share)}
            tickLine={false}
            axisLine={false}
            width={FLOW_MARGIN.left * scale}
          />
          <Area
            dataKey="probability"
            type="stepAfter"
            stroke="var(--ink)"
            strokeWidth={1.5}
            fill="var(--ink-3)"
            fillOpacity={0.18}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <EndLabel value={end} scale={scale} />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

function EndLabel({ value, scale }: { readonly value: number; readonly scale: number }) {
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!y || !area) return null;
  return (
    <g className={styles.labels}>
      <text className={styles.end} x={area.x + area.width + 8 * scale} y={y(value)}>
        {formatShare(value)}
      </text>
    </g>
  );
}
