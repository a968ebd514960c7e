import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { formatAmount } from '../../../components/money-words.ts';

type Flow = NonNullable<InitiativeDetail['flowAtP50']>;

/** A month with its net value and the running sum, minor units. */
export interface CashMonth {
  readonly month: MonthIndex;
  readonly net: number;
  readonly sum: number;
}

/** Net values with their running sum. */
export function cashPoints(flow: Flow): readonly CashMonth[] {
  let sum = 0;
  return flow.map(({ month, net }) => {
    sum += net;
    return { month, net, sum };
  });
}

/** The deepest running sum below 0, and the month from which the sum stays at 0 or above; null where there is none. */
export function cashMarks(points: readonly CashMonth[]): {
  readonly low: CashMonth | null;
  readonly backFrom: MonthIndex | null;
} {
  let low: CashMonth | null = null;
  let lastBelow = -1;
  for (const [index, point] of points.entries()) {
    if (point.sum < 0) lastBelow = index;
    if (point.sum < (low?.sum ?? 0)) low = point;
  }
  return { low, backFrom: lastBelow < 0 ? null : (points[lastBelow + 1]?.month ?? null) };
}

/** The flow in words: what it comes to, its low point, and when it is back at 0. */
export function cashWords(flow: Flow, currency: string): string {
  const points = cashPoints(flow);
  const last = points.at(-1);
  if (last === undefined) return '';
  const amount = (value: number) =>
    `${formatAmount(Math.round(value), currency, { isCompact: true, isSigned: true })} ${currency}`;
  const { low, backFrom } = cashMarks(points);
  const whole = `${amount(last.sum)} by ${formatMonthName(last.month)}`;
  if (low === null) return `${whole}, never below 0.`;
  const back =
    backFrom === null ? 'not back at 0 within the horizon' : `back at 0 from ${formatMonthName(backFrom)} on`;
  return `${whole}; lowest ${amount(low.sum)} in ${formatMonthName(low.month)}, ${back}.`;
}
