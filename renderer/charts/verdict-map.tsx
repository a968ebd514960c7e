import { type RefObject, useEffect, useRef } from 'react';
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { formatAmount } from '../components/money-words.ts';
import { VERDICT_WORDS } from '../components/verdict-chip.tsx';
import { verdictPath, verdictReach } from '../components/verdict-shape.ts';
import { bubbleRadius } from './bubble-size.ts';
import { placeLabels } from './label-layout.ts';
import { LassoArea } from './lasso-area.tsx';
import { MapTooltip } from './map-tooltip.tsx';
import { niceTicks } from './ticks.ts';
import { useChartScale } from './use-chart-scale.ts';
import type { BubblePlace } from './use-lasso.ts';
import styles from './verdict-map.module.css';

export type MapPoint = PortfolioSummary['mapPoints'][number];

/** A point with its bubble's radius in pixels. */
export interface Bubble extends MapPoint {
  readonly r: number;
}

/** More links than this would be a burden to tab through; the table beside the chart serves then. */
const MOST_TAB_STOPS = 60;
const READINESS_TICKS = [0, 25, 50, 75, 100];

/** More names than this are no longer read, and looking for their room takes time. */
const MOST_NAMES = 60;
/** From so many on, bubbles shrink so that they do not hide one another. */
const CROWD = 150;

/** Points as bubbles, dearest first, so that small bubbles lie on top and dear initiatives are named first. */
export function toBubbles(points: readonly MapPoint[], scale: number): readonly Bubble[] {
  const shrunk = Math.max(0.5, Math.min(1, Math.sqrt(CROWD / points.length)));
  const dearest = points.reduce((most, point) => Math.max(most, point.monthlyCost ?? 0), 0);
  return points
    .map((point) => ({ ...point, r: bubbleRadius(point.monthlyCost, dearest) * scale * shrunk }))
    .sort((a, b) => b.r - a.r || (a.id < b.id ? -1 : 1));
}

interface BubbleShapeProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: Bubble | undefined;
  readonly isTabStop: boolean;
  /** null: nothing is selected at all. */
  readonly isSelected: boolean | null;
  readonly onToggle: (id: string) => void;
}

function BubbleShape({ cx, cy, payload, isTabStop, isSelected, onToggle }: BubbleShapeProps) {
  if (cx === undefined || cy === undefined || !payload) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      role="button"
      className={styles.bubble}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${payload.name}, ${VERDICT_WORDS[payload.verdict]}`}
      aria-pressed={isSelected === true}
      data-bubble={payload.id}
      data-selected={isSelected ?? undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onToggle(payload.id);
      }}
      // A pointer is the area's; a screen reader presses without one.
      onClick={(event) => {
        if (event.detail === 0) onToggle(payload.id);
      }}
    >
      <path
        d={verdictPath(payload.verdict, payload.r)}
        transform={`translate(${cx} ${cy})`}
        data-verdict={payload.verdict}
        data-cost={payload.monthlyCost === null ? 'unmeasured' : undefined}
      />
    </g>
  );
}

interface LabelsProps {
  readonly currency: string;
  /** Readiness SCALE asks for. */
  readonly enter: number;
  readonly bubbles: readonly Bubble[];
  readonly scale: number;
  /** Where the bubbles are drawn, for the lasso. */
  readonly places: RefObject<readonly BubblePlace[]>;
}

/** Axis titles, and the names of the bubbles that have room for them. */
function Labels({ bubbles, currency, enter, scale, places }: LabelsProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  useEffect(() => {
    places.current = bubbles.flatMap(({ id, readiness, value }) => {
      const [px, py] = [x?.(readiness), y?.(value)];
      return px === undefined || py === undefined ? [] : [{ id, x: px, y: py }];
    });
  });
  if (!x || !y || !area) return null;
  const drawn = bubbles.flatMap((bubble) => {
    const [px, py] = [x(bubble.readiness), y(bubble.value)];
    if (px === undefined || py === undefined) return [];
    return [
      {
        id: bubble.id,
        x: px,
        y: py,
        r: verdictReach(bubble.verdict, bubble.r),
        width: bubble.name.length * 5.8 * scale,
      },
    ];
  });
  const requests = drawn.slice(0, MOST_NAMES);
  const nameless = drawn.slice(MOST_NAMES).map((one) => ({
    left: one.x - one.r,
    right: one.x + one.r,
    top: one.y - one.r,
    bottom: one.y + one.r,
  }));
  const box = { left: area.x, top: area.y, right: area.x + area.width, bottom: area.y + area.height };
  const line = x(enter) ?? 0;
  const zero = y(0) ?? box.bottom;
  const zeroLine = { left: box.left, right: box.right, top: zero - 1, bottom: zero + 1 };
  const threshold = { left: line - 2, right: line + 2, top: box.top, bottom: box.bottom };
  // The margins above and at the right may be written on.
  const room = { ...box, top: box.top - 10 * scale, right: box.right + 16 * scale };
  const names = new Map(bubbles.map((bubble) => [bubble.id, bubble.name]));
  return (
    <g className={styles.labels}>
      <text className={styles.axis} x={16 * scale} y={box.top - 20 * scale}>
        expected value E, {currency}
      </text>
      <text className={styles.axis} x={box.left + 12 * scale} y={box.bottom + 17 * scale}>
        readiness
      </text>
      <text className={styles.threshold} x={line} y={box.top - 20 * scale} textAnchor="middle">
        scale from {enter}
      </text>
      {placeLabels(requests, room, 14 * scale, [zeroLine, ...nameless], [threshold]).map((label) => (
        <text key={label.id} x={label.x} y={label.y} textAnchor={label.anchor} dominantBaseline="central">
          {names.get(label.id)}
        </text>
      ))}
    </g>
  );
}

interface VerdictMapProps {
  readonly points: readonly MapPoint[];
  readonly currency: string;
  /** Readiness SCALE asks for, from the policy in force. */
  readonly readinessMark: number;
  readonly selected: ReadonlySet<string>;
  /** Ids clicked or enclosed by a lasso; none = a click beside all bubbles. */
  readonly onSelect: (ids: readonly string[], isAdding: boolean) => void;
}

/** Readiness against expected value E; the bubble's area is the monthly cost, shape and colour are the verdict. */
export function VerdictMap({ points, currency, readinessMark, selected, onSelect }: VerdictMapProps) {
  const scale = useChartScale();
  const bubbles = toBubbles(points, scale);
  const values = points.map((point) => point.value);
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 8);
  const places = useRef<readonly BubblePlace[]>([]);
  const isTabStop = points.length <= MOST_TAB_STOPS;
  return (
    <figure className={styles.map} data-crowd={points.length > CROWD || undefined}>
      <figcaption className="visually-hidden">
        Verdict map: {points.length} initiatives by readiness (0 to 100, across) and expected value E
        (upwards). Drag around bubbles to select them. The same figures stand in the table view, with a box to
        select each.
      </figcaption>
      <LassoArea places={places} onSelect={onSelect}>
        <ResponsiveContainer width="100%" height="100%">
          <ScatterChart
            accessibilityLayer={false}
            margin={{ top: 34 * scale, right: 20 * scale, bottom: 2, left: 8 * scale }}
          >
            <CartesianGrid horizontal={false} stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="readiness"
              domain={[0, 100]}
              ticks={READINESS_TICKS}
              tickLine={false}
              axisLine={false}
              tickMargin={4}
            />
            <YAxis
              type="number"
              dataKey="value"
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
              ticks={[...ticks]}
              tickFormatter={(value: number) =>
                formatAmount(value, currency, { isCompact: true, isSigned: true })
              }
              tickLine={false}
              axisLine={false}
              width={58 * scale}
            />
            <ReferenceLine y={0} stroke="var(--outline)" />
            <ReferenceLine x={readinessMark} stroke="var(--scale)" strokeDasharray="2 3" />
            <Tooltip
              isAnimationActive={false}
              cursor={false}
              content={({ active, payload }) => (
                <MapTooltip
                  point={active ? (payload?.[0]?.payload as Bubble | undefined) : undefined}
                  currency={currency}
                />
              )}
            />
            <Scatter
              data={[...bubbles]}
              isAnimationActive={false}
              shape={(props: unknown) => {
                const bubble = props as BubbleShapeProps;
                const isIn = bubble.payload !== undefined && selected.has(bubble.payload.id);
                return (
                  <BubbleShape
                    {...bubble}
                    isTabStop={isTabStop}
                    isSelected={selected.size === 0 ? null : isIn}
                    onToggle={(id) => onSelect([id], true)}
                  />
                );
              }}
            />
            <Labels
              enter={readinessMark}
              bubbles={bubbles}
              currency={currency}
              scale={scale}
              places={places}
            />
          </ScatterChart>
        </ResponsiveContainer>
      </LassoArea>
    </figure>
  );
}
