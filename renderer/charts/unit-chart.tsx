import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../components/dates.ts';
import { formatAmount } from '../components/money-words.ts';
import type { UnitMonth } from '../features/initiative/economics/unit-months.ts';
import styles from './flow-chart.module.css';
import { spread } from './flow-marks.ts';
import { niceTicks } from './ticks.ts';
import { useChartScale } from './use-chart-scale.ts';

interface UnitChartProps {
  readonly months: readonly UnitMonth[];
  readonly currency: string;
}

/** Cost per attempt and per successful task by month; a month that cannot be told is a gap in the line. */
export function UnitChart({ months, currency }: UnitChartProps) {
  const scale = useChartScale();
  const values = months.flatMap(({ perAttempt, perSuccess }) => [perAttempt ?? 0, perSuccess ?? 0]);
  const ticks = niceTicks(0, Math.max(1, ...values), 5);
  const [first, last] = [months[0]?.month ?? 0, months.at(-1)?.month ?? 0];
  const step = Math.max(1, Math.ceil((last - first) / 4));
  const lines = [
    { key: 'perSuccess', name: 'a success', dash: '' },
    { key: 'perAttempt', name: 'an attempt', dash: '5 3' },
  ] as const;
  const ends = lines.flatMap(({ key, name }) => {
    const value = months.findLast((month) => month[key] !== null)?.[key];
    return value == null ? [] : [{ name, value }];
  });
  return (
    <figure className={styles.chart}>
      <figcaption className="visually-hidden">
        Cost per attempt and per successful task by month. The same figures stand in the table view.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={[...months]}
          accessibilityLayer={false}
          margin={{ top: 12 * scale, right: 114 * scale, bottom: 0, left: 0 }}
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
            tickFormatter={(month: number) => formatMonthName(month as MonthIndex)}
            tickLine={false}
            axisLine={false}
            height={22 * scale}
          />
          <YAxis
            type="number"
            domain={[0, ticks.at(-1) ?? 1]}
            ticks={[...ticks]}
            tickFormatter={(value: number) => formatAmount(value, currency, { isCompact: true })}
            tickLine={false}
            axisLine={false}
            width={52 * scale}
          />
          {lines.map(({ key, dash }) => (
            <Line
              key={key}
              dataKey={key}
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeDasharray={dash}
              dot={months.length < 3}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          <Ends ends={ends} currency={currency} scale={scale} />
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

interface EndsProps {
  readonly ends: readonly { readonly name: string; readonly value: number }[];
  readonly currency: string;
  readonly scale: number;
}

/** Each line's name and last amount at its end. */
function Ends({ ends, currency, scale }: EndsProps) {
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!y || !area) return null;
  const places = spread(
    ends.map((end) => y(end.value) ?? 0),
    14 * scale,
  );
  return (
    <g className={styles.labels}>
      {ends.map((end, index) => (
        <text key={end.name} className={styles.end} x={area.x + area.width + 8 * scale} y={places[index]}>
          {formatAmount(end.value, currency)} {end.name}
        </text>
      ))}
    </g>
  );
}
