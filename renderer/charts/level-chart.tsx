import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { dayNumber } from '#shared/domain/calendar.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatDay } from '../components/dates.ts';
import { spread } from './flow-marks.ts';
import styles from './level-chart.module.css';
import { fitted } from './tornado-rows.ts';
import { useChartScale } from './use-chart-scale.ts';

/** The level each rater stood by from a day on; null before the first rating. */
export interface LevelPoint {
  readonly date: IsoDate;
  readonly levels: readonly (number | null)[];
}

interface LevelChartProps {
  /** What is rated, for the name of the chart. */
  readonly name: string;
  readonly raters: readonly string[];
  /** In order of their days; the last holds to the right edge. */
  readonly points: readonly LevelPoint[];
  readonly floor: number | null;
}

const DASHES = ['', '5 3', '2 2', '8 3 2 3'] as const;
const NAMES = 116;
const LETTER = 6;

/** Levels over time as steps, one line a rater told apart by its dashes and the name at its end; the floor as a rule. */
export function LevelChart({ name, raters, points, floor }: LevelChartProps) {
  const scale = useChartScale();
  const data = points.map(({ date, levels }) => ({ day: dayNumber(date), levels }));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <figure className={styles.chart}>
      <figcaption className="visually-hidden">
        Levels of {name} over time, {formatDay(first.date)} to {formatDay(last.date)}. The same ratings stand
        in the list below.
      </figcaption>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8 * scale, right: (raters.length > 1 ? NAMES : 16) * scale, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="day"
            domain={['dataMin', 'dataMax']}
            tick={false}
            tickLine={false}
            axisLine={false}
            height={20 * scale}
          />
          <YAxis
            type="number"
            domain={[0, 4]}
            ticks={[0, 1, 2, 3, 4]}
            interval={0}
            tickLine={false}
            axisLine={false}
            width={20 * scale}
          />
          {floor === null ? null : <ReferenceLine y={floor} stroke="var(--outline)" strokeDasharray="1 3" />}
          {raters.map((rater, index) => (
            <Line
              key={rater}
              type="stepAfter"
              dataKey={(row: (typeof data)[number]) => row.levels[index]}
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeDasharray={DASHES[index % DASHES.length] ?? ''}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          <Ends first={first.date} last={last.date} scale={scale} />
          {raters.length > 1 ? <Names raters={raters} levels={last.levels} scale={scale} /> : null}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** The first and the last day, inside the edges of the plot. */
function Ends({
  first,
  last,
  scale,
}: {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly scale: number;
}) {
  const area = usePlotArea();
  if (!area) return null;
  const y = area.y + area.height + 13 * scale;
  return (
    <g>
      <text x={area.x} y={y}>
        {formatDay(first)}
      </text>
      <text x={area.x + area.width} y={y} textAnchor="end">
        {formatDay(last)}
      </text>
    </g>
  );
}

interface NamesProps {
  readonly raters: readonly string[];
  readonly levels: readonly (number | null)[];
  readonly scale: number;
}

/** Each rater's name at the end of the line. */
function Names({ raters, levels, scale }: NamesProps) {
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!y || !area) return null;
  const places = spread(
    levels.map((level) => y(level ?? 0) ?? 0),
    13 * scale,
  );
  return (
    <g>
      {raters.map((rater, index) => (
        <text key={rater} className={styles.name} x={area.x + area.width + 6 * scale} y={places[index]}>
          <title>{rater}</title>
          {fitted(rater === '' ? 'nobody named' : rater, (NAMES - 10) * scale, LETTER * scale)}
        </text>
      ))}
    </g>
  );
}
