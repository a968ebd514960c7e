import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import type { FlowPoint } from '#shared/decision/explanation.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../components/dates.ts';
import { formatAmount } from '../components/money-words.ts';
import styles from './flow-chart.module.css';
import { type FlowMark, lowPoint, paybackMark, spread } from './flow-marks.ts';
import { FlowTooltip } from './flow-tooltip.tsx';
import { niceTicks } from './ticks.ts';
import { useChartScale } from './use-chart-scale.ts';

export const FLOW_MARGIN = { left: 60, right: 92 } as const;
const MONTHS_BETWEEN_TICKS = 6;

/** The months an axis names: the first, every sixth, and the last. */
export function monthTicks(last: number): readonly number[] {
  const ticks = Array.from(
    { length: Math.floor(last / MONTHS_BETWEEN_TICKS) + 1 },
    (_, i) => i * MONTHS_BETWEEN_TICKS,
  );
  return ticks;
}

interface LabelsProps {
  readonly flow: readonly FlowPoint[];
  readonly start: MonthIndex;
  readonly currency: string;
  readonly scale: number;
}

/** The names of the lines at their right ends, and the words of the marked points. */
function Labels({ flow, start, currency, scale }: LabelsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  const last = flow.at(-1);
  if (!x || !y || !area || !last) return null;
  const amount = (value: number) => formatAmount(value, currency, { isCompact: true, isSigned: true });
  const ends = [
    { name: 'P90', value: last.p90 },
    { name: 'P50', value: last.p50 },
    { name: 'P10', value: last.p10 },
  ];
  const places = spread(
    ends.map((end) => y(end.value) ?? 0),
    14 * scale,
  );
  const low = lowPoint(flow);
  const back = paybackMark(flow);
  const line = 14 * scale;
  const lowY = low === null ? Number.NEGATIVE_INFINITY : (y(low.value) ?? 0) + line;
  const backY = (y(0) ?? 0) + line;
  const mark = (point: FlowMark | null, words: string, top: number) => {
    if (point === null) return null;
    const px = x(point.month) ?? 0;
    const isLate = px > area.x + area.width * 0.6;
    return (
      <text x={px + (isLate ? -6 : 6) * scale} y={top} textAnchor={isLate ? 'end' : 'start'}>
        {words}
      </text>
    );
  };
  const monthOf = (point: FlowMark | null) => formatMonthName((start + (point?.month ?? 0)) as MonthIndex);
  return (
    <g className={styles.labels}>
      {ends.map((end, index) => (
        <text key={end.name} className={styles.end} x={area.x + area.width + 8 * scale} y={places[index]}>
          {end.name} {amount(end.value)}
        </text>
      ))}
      {mark(low, `low point ${amount(low?.value ?? 0)}, ${monthOf(low)}`, lowY)}
      {mark(
        back,
        `median paid back by ${monthOf(back)}`,
        // The two stand under each other where they would meet.
        Math.abs(lowY - backY) < line ? lowY + line : backY,
      )}
    </g>
  );
}

interface FlowChartProps {
  readonly flow: readonly FlowPoint[];
  /** The as-of month. */
  readonly start: MonthIndex;
  readonly currency: string;
}

/** Cumulative net value from the as-of month on: the median line inside its P10 to P90 band, and all drivers at P50. */
export function FlowChart({ flow, start, currency }: FlowChartProps) {
  const scale = useChartScale();
  const values = flow.flatMap(({ atP50, p10, p90 }) => [atP50, p10, p90]);
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 6);
  const last = flow.at(-1)?.month ?? 0;
  const low = lowPoint(flow);
  const back = paybackMark(flow);
  return (
    <figure className={styles.chart}>
      <figcaption className="visually-hidden">
        Cumulative net value by month, {formatMonthName(start)} to{' '}
        {formatMonthName((start + last) as MonthIndex)}: median and P10 to P90. The same figures stand in the
        table view.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...flow]}
          accessibilityLayer={false}
          margin={{ top: 12 * scale, right: FLOW_MARGIN.right * scale, bottom: 0, left: 0 }}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="month"
            domain={[0, last]}
            ticks={[...monthTicks(last)]}
            tickFormatter={(month: number) => formatMonthName((start + month) as MonthIndex)}
            tickLine={false}
            axisLine={false}
            height={22 * scale}
          />
          <YAxis
            type="number"
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={[...ticks]}
            tickFormatter={(value: number) =>
              formatAmount(value, currency, { isCompact: true, isSigned: true })
            }
            tickLine={false}
            axisLine={false}
            width={FLOW_MARGIN.left * scale}
          />
          <Area
            dataKey={(point: FlowPoint) => [point.p10, point.p90]}
            stroke="none"
            fill="var(--ink-3)"
            fillOpacity={0.18}
            isAnimationActive={false}
            activeDot={false}
          />
          <ReferenceLine y={0} stroke="var(--outline)" />
          <Line
            dataKey="atP50"
            stroke="var(--ink-3)"
            strokeWidth={1.25}
            strokeDasharray="4 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line dataKey="p50" stroke="var(--ink)" strokeWidth={1.75} dot={false} isAnimationActive={false} />
          {low === null ? null : (
            <ReferenceDot x={low.month} y={low.value} r={3.5} fill="var(--bad)" stroke="var(--surface)" />
          )}
          {back === null ? null : (
            <ReferenceDot x={back.month} y={0} r={3.5} fill="var(--good)" stroke="var(--surface)" />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ active, payload }) => (
              <FlowTooltip
                point={active ? (payload?.[0]?.payload as FlowPoint | undefined) : undefined}
                start={start}
                currency={currency}
              />
            )}
          />
          <Labels flow={flow} start={start} currency={currency} scale={scale} />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
