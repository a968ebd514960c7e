import type { StatementFigure } from '../../api/schemas/views.ts';
import { formatMonth, monthOf } from '../../domain/calendar.ts';
import type { MonthIndex } from '../../domain/units.ts';
import { type Payback, payback } from '../../finance/payback.ts';
import { type Computed, noValue } from '../../finance/reason.ts';
import { formatMoney } from '../format.ts';
import { monthAfter, notes, type StatementBase, statementFigure, unmeasuredNote } from './statement-base.ts';

/** Simple, discounted and sustained payback from first spend, and from go-live. */
export function paybackFigures(base: StatementBase): readonly StatementFigure[] {
  const { series, rate, context, span, discounting, facts } = base;
  const { timing } = context.policy;
  const none = series.status === 'known' ? undefined : noValue(series.reason);
  const nets = series.status === 'known' ? series.nets : [];
  const simple = none ? { first: none, sustained: none } : payback(nets);
  const discounted = none ? { first: none, sustained: none } : payback(nets, { rate, timing });
  const start = series.status === 'known' ? series.firstMonth : undefined;
  const goLive = liveSince(facts.initiative);
  const fromGoLive: Payback =
    none || start === undefined || goLive === undefined
      ? both(none ?? noValue({ code: 'missing', names: ['the day limited production began'] }))
      : payback(nets, { clockStart: Math.max(0, goLive - start) });
  const figure = (
    id: string,
    name: string,
    value: Computed,
    how: { clock: string; money: string; from?: MonthIndex | undefined },
  ) =>
    statementFigure(
      {
        id,
        group: 'payback',
        name,
        label: `actual, ${how.money}, raw, months from ${how.clock}, ${span}`,
        kind: 'months',
        note: notes(reachedIn(value, how.from), unmeasuredNote(series)),
        formula:
          'months until the cumulated net is 0, in a straight line inside the month in which it crosses',
        inputs: lowPoint(base),
      },
      value,
    );
  const undiscounted = { clock: 'first spend', money: 'undiscounted', from: start };
  return [
    figure('payback_first', 'Payback, first crossing', simple.first, undiscounted),
    figure('payback', 'Payback, sustained', simple.sustained, undiscounted),
    figure('payback_discounted', 'Payback, sustained and discounted', discounted.sustained, {
      clock: 'first spend',
      money: discounting,
      from: start,
    }),
    figure('payback_from_go_live', 'Payback, sustained, from go-live', fromGoLive.sustained, {
      clock: 'go-live',
      money: 'undiscounted',
    }),
  ];
}

function both(figure: Computed): Payback {
  return { first: figure, sustained: figure };
}

/**
 * The month limited production was entered. Unknown for ideas and pilots and where no day is entered; and for scaled
 * initiatives: their day is that of scaling, and a clock started then would make payback look shorter than it was.
 */
function liveSince({ stage, stageEnteredOn }: StatementBase['facts']['initiative']): MonthIndex | undefined {
  return stage === 'limited' && stageEnteredOn !== null ? monthOf(stageEnteredOn) : undefined;
}

function reachedIn(value: Computed, start: MonthIndex | undefined): string | null {
  if (value.status !== 'known' || start === undefined) return null;
  return `reached in ${formatMonth(monthAfter(start, value.value))}`;
}

/** The lowest point of the cumulated net, undiscounted: the most money that was ever in it, and when. */
function lowPoint({ series, currency }: StatementBase): StatementFigure['inputs'] {
  if (series.status !== 'known') return [];
  let cumulated = 0;
  let lowest = { at: 0, value: Number.POSITIVE_INFINITY };
  for (const [t, net] of series.nets.entries()) {
    cumulated += net;
    if (cumulated < lowest.value) lowest = { at: t, value: cumulated };
  }
  const month = formatMonth(monthAfter(series.firstMonth, lowest.at));
  return [
    { name: 'Month of first spend', value: formatMonth(series.firstMonth) },
    {
      name: 'Lowest point of the cumulated net, undiscounted',
      value: `${formatMoney(lowest.value, currency)} in ${month}`,
    },
  ];
}
