import { formatMonth } from '../domain/calendar.ts';
import type { Initiative } from '../domain/initiative.ts';
import type { MonthTotals } from '../finance/tracking.ts';
import type { DecisionResult, WindowSum } from './result.ts';

type Note = DecisionResult['notes'][number];

const NO_PLAN_ADOPTED: Note = { code: 'noPlan', text: 'No plan adopted: every initiative counts as funded.' };
const PAUSED: Note = {
  code: 'paused',
  text: 'Paused: the time-box clock stands still, tripwires do not.',
};
const PLAIN: readonly Note[] = [NO_PLAN_ADOPTED];

/** Sentences that belong beside the verdict and its figures. */
export function notesFor(
  initiative: Initiative,
  last3: WindowSum,
  totals: readonly MonthTotals[],
): readonly Note[] {
  if (!initiative.isPaused && totals.length === 0) return PLAIN;
  const notes: Note[] = [NO_PLAN_ADOPTED];
  if (initiative.isPaused) notes.push(PAUSED);
  if (!last3.isContiguous) {
    const months = last3.months.map(formatMonth).join(', ');
    notes.push({ code: 'monthsNotAdjacent', text: `The last 3 closed months are not adjacent: ${months}.` });
  }
  const unmeasured = totals.slice(-3).filter((total) => total.outcomeMeasured < total.outcomeExpected);
  if (unmeasured.length > 0) {
    const months = unmeasured.map((total) => formatMonth(total.month)).join(', ');
    notes.push({
      code: 'outcomesUnmeasured',
      text: `An outcome is unmeasured in ${months} and counts as no claimed benefit.`,
    });
  }
  return notes;
}
