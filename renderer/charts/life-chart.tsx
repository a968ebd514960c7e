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
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../components/dates.ts';
import { formatAmount } from '../components/money-words.ts';
import type { LifeMark, LifePoint } from '../features/initiative/economics/life-series.ts';
import tooltip from './chart-tooltip.module.css';
import styles from './flow-chart.module.css';
import { niceTicks } from './ticks.ts';
import { useChartScale } from './use-chart-scale.ts';

interface LifeChartProps {
  readonly points: readonly LifePoint[];
  readonly marks: { readonly low: LifeMark | null; readonly back: LifeMark | null };
  readonly currency: string;
}

/** Cumulative net value: what happened as a line, what is ahead dashed, inside its band; low point and payback marked. */
export function LifeChart({ points, marks, currency }: LifeChartProps) {
  const scale = useChartScale();
  const values = points
    .flatMap(({ actual, ahead, p10, p90 }) => [actual, ahead, p10, p90])
    .filter((value) => value !== null);
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 6);
  const [first, last] = [points[0]?.month ?? 0, points.at(-1)?.month ?? 0];
  const hasBand = points.some((point) => point.p10 !== null);
  const amount = (value: number) =>
    formatAmount(Math.round(value), currency, { isCompact: true, isSigned: true });
  const name = (month: number) => formatMonthName(month as MonthIndex);
  const step = last - first > 36 ? 12 : 6;
  return (
    <figure className={styles.chart}>
      <figcaption className="visually-hidden">
        Cumulative net value by month, {name(first)} to {name(last)}: actual, then forecast. The same figures
        stand in the table view.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 12 * scale, right: 84 * scale, bottom: 0, left: 0 }}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="month"
            domain={[first, last]}
            ticks={Array.from(
              { length: Math.floor((last - first) / step) + 1 },
              (_, at) => first + at * step,
            )}
            tickFormatter={name}
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
          {hasBand ? (
            <Area
              dataKey={(point: LifePoint) => (point.p10 === null ? null : [point.p10, point.p90])}
              stroke="none"
              fill="var(--ink-3)"
              fillOpacity={0.18}
              isAnimationActive={false}
              activeDot={false}
            />
          ) : null}
          <ReferenceLine y={0} stroke="var(--outline)" />
          <Line
            dataKey="actual"
            stroke="var(--ink)"
            strokeWidth={1.75}
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey={hasBand ? 'p50' : 'ahead'}
            stroke="var(--ink)"
            strokeWidth={1.5}
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
          {marks.low === null ? null : (
            <ReferenceDot
              x={marks.low.month}
              y={marks.low.value}
              r={3.5}
              fill="var(--bad)"
              stroke="var(--surface)"
            />
          )}
          {marks.back === null ? null : (
            <ReferenceDot
              x={marks.back.month}
              y={marks.back.value}
              r={3.5}
              fill="var(--good)"
              stroke="var(--surface)"
            />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ active, payload }) => (
              <LifeTooltip
                point={active ? (payload?.[0]?.payload as LifePoint | undefined) : undefined}
                amount={amount}
              />
            )}
          />
          <Labels points={points} marks={marks} amount={amount} scale={scale} />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

interface LabelsProps {
  readonly points: readonly LifePoint[];
  readonly marks: LifeChartProps['marks'];
  readonly amount: (value: number) => string;
  readonly scale: number;
}

/** The end of the line by its amount, and the words of the marked points. */
function Labels({ points, marks, amount, scale }: LabelsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  const last = points.at(-1);
  if (!x || !y || !area || !last) return null;
  const end = last.p50 ?? last.ahead ?? last.actual ?? 0;
  const mark = (point: LifeMark | null, words: string) => {
    if (point === null) return null;
    const px = x(point.month) ?? 0;
    const py = y(point.value) ?? 0;
    const isLate = px > area.x + area.width * 0.6;
    const isLow = py > area.y + area.height - 16 * scale;
    return (
      <text
        x={px + (isLate ? -6 : 6) * scale}
        y={py + (isLow ? -12 : 14) * scale}
        textAnchor={isLate ? 'end' : 'start'}
      >
        {words}, {formatMonthName(point.month)}
      </text>
    );
  };
  return (
    <g className={styles.labels}>
      <text className={styles.end} x={area.x + area.width + 8 * scale} y={y(end)}>
        {amount(end)}
      </text>
      {mark(marks.low, `low point ${amount(marks.low?.value ?? 0)}`)}
      {mark(marks.back, 'paid back')}
    </g>
  );
}

interface LifeTooltipProps {
  readonly point: LifePoint | undefined;
  readonly amount: (value: number) => string;
}

function LifeTooltip({ point, amount }: LifeTooltipProps) {
  if (!point) return null;
  const rows = [
    ['Actual', point.actual],
    ['P90', point.p90],
    ['P50', point.p50],
    ['P10', point.p10],
    ['Drivers at P50', point.ahead],
  ] as const;
  return (
    <div className={tooltip.tooltip}>
      <p className={tooltip.name}>{formatMonthName(point.month)}</p>
      <dl className={tooltip.figures}>
        {rows.flatMap(([label, value]) =>
          value === null
            ? []
            : [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{amount(value)}</dd>],
        )}
      </dl>
    </div>
  );
}
