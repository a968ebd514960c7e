import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import type { DriverEffect } from '#shared/decision/explanation.ts';
import { formatAmount } from '../components/money-words.ts';
import { niceTicks } from './ticks.ts';
import styles from './tornado-chart.module.css';
import { correlationText, fitted, type TornadoRow, tornadoRows } from './tornado-rows.ts';
import { TornadoTooltip } from './tornado-tooltip.tsx';
import { useChartScale } from './use-chart-scale.ts';

const ROW = 28;
const TOP = 40;
const BOTTOM = 22;
const NAMES = 184;
const CORRELATION = 60;
const LETTER = 6.6;

interface ShapeProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: TornadoRow;
}

/** The two halves of a bar: full where the driver is at its P90, hollow where it is at its P10. */
function Halves({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  payload,
  base,
}: ShapeProps & { readonly base: number }) {
  if (payload === undefined) return null;
  const { low, high, effect } = payload;
  const place = (value: number) => x + ((value - low) / (high - low || 1)) * width;
  const half = (value: number, end: 'p10' | 'p90') => {
    const [from, to] = [place(base), place(value)];
    return (
      <rect
        className={styles.half}
        data-side={value < base ? 'worse' : 'better'}
        data-end={end}
        x={Math.min(from, to)}
        y={y}
        width={Math.abs(to - from)}
        height={height}
      />
    );
  };
  return (
    <g>
      {half(effect.deltaAtP10, 'p10')}
      {half(effect.deltaAtP90, 'p90')}
      {effect.crossesZero ? (
        <circle className={styles.crossing} cx={place(0)} cy={y + height / 2} r={3.5} />
      ) : null}
    </g>
  );
}

interface LabelsProps {
  readonly rows: readonly TornadoRow[];
  readonly base: number;
  readonly currency: string;
  readonly scale: number;
}

/** Names at the left, the driver's own numbers at the ends of its bar, correlations in a column of their own. */
function Labels({ rows, base, currency, scale }: LabelsProps) {
  const x = useXAxisScale();
  const area = usePlotArea();
  if (!x || !area) return null;
  const right = area.x + area.width;
  const middle = x(base) ?? area.x;
  const isRight = middle > area.x + area.width * 0.6;
  return (
    <g className={styles.labels}>
      <text
        className={styles.base}
        x={middle}
        y={area.y - 8 * scale}
        textAnchor={isRight ? 'end' : middle < area.x + area.width * 0.4 ? 'start' : 'middle'}
      >
        all at P50: {formatAmount(base, currency, { isCompact: true, isSigned: true })} {currency}
      </text>
      <text className={styles.head} x={right + CORRELATION * scale} y={area.y - 8 * scale} textAnchor="end">
        rank corr.
      </text>
      {rows.map((row, index) => {
        const y = area.y + (index + 0.5) * (area.height / rows.length);
        return (
          <g key={row.id}>
            <text className={styles.name} x={16 * scale} y={y}>
              <title>{row.name}</title>
              {fitted(row.name, (NAMES - 22) * scale, LETTER * scale)}
            </text>
            <text className={styles.end} x={(x(row.low) ?? 0) - 5 * scale} y={y} textAnchor="end">
              {row.lowText}
            </text>
            <text className={styles.end} x={(x(row.high) ?? 0) + 5 * scale} y={y}>
              {row.highText}
            </text>
            <text className={styles.figure} x={right + CORRELATION * scale} y={y} textAnchor="end">
              {correlationText(row.effect.rankCorrelation)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface TornadoChartProps {
  readonly drivers: readonly DriverEffect[];
  /** Value with every driver at P50, minor units. */
  readonly base: number;
  readonly currency: string;
}

/** Each driver from its P10 to its P90, the others at P50, as a bar around the all-P50 value. */
export function TornadoChart({ drivers, base, currency }: TornadoChartProps) {
  const scale = useChartScale();
  const { rows } = tornadoRows(drivers, base);
  const ends = rows.flatMap((row) => [row.low, row.high]);
  const span = Math.max(...ends, 0) - Math.min(...ends, 0);
  // Room for the driver's numbers beside the outermost ends.
  const ticks = niceTicks(Math.min(...ends) - span * 0.04, Math.max(...ends) + span * 0.04, 6);
  return (
    <figure className={styles.chart} style={{ height: `${(TOP + BOTTOM + rows.length * ROW) / 16}rem` }}>
      <figcaption className="visually-hidden">
        Tornado: how far the expected value moves as each of {rows.length} drivers goes from its P10 to its
        P90, the others at P50. The same figures stand in the table view.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          layout="vertical"
          data={[...rows]}
          accessibilityLayer={false}
          margin={{ top: TOP * scale, right: (CORRELATION + 16) * scale, bottom: 0, left: 0 }}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            ticks={[...ticks]}
            tickFormatter={(value: number) =>
              formatAmount(value, currency, { isCompact: true, isSigned: true })
            }
            tickLine={false}
            axisLine={false}
            height={BOTTOM * scale}
          />
          <YAxis
            type="category"
            dataKey="id"
            width={NAMES * scale}
            tick={false}
            axisLine={false}
            tickLine={false}
          />
          <ReferenceLine x={0} stroke="var(--outline)" />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            content={({ active, payload }) => (
              <TornadoTooltip
                row={active ? (payload?.[0]?.payload as TornadoRow | undefined) : undefined}
                currency={currency}
              />
            )}
          />
          <Bar
            dataKey={(row: TornadoRow) => [row.low, row.high]}
            barSize={12 * scale}
            isAnimationActive={false}
            shape={(props: unknown) => <Halves {...(props as ShapeProps)} base={base} />}
          />
          <ReferenceLine x={base} stroke="var(--ink)" strokeWidth={1.25} />
          <Labels rows={rows} base={base} currency={currency} scale={scale} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
