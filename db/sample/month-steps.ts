import { addMonths, formatMonth } from '#shared/domain/calendar.ts';
import { type IsoDate, type MonthIndex, minorUnits } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import type { ScriptCounts } from './model-script.ts';
import { day, month, type ScriptInitiative } from './script.ts';
import { type Ids, idOf, SAMPLE_AS_OF, type Step } from './step.ts';

/** Entering and closing the months, each on the fourth of the next one as the reports come in. */
export function monthSteps(script: ScriptInitiative, counts: ScriptCounts | undefined, ids: Ids): Step[] {
  const steps: Step[] = [];
  for (let one = month('2025-04'); one <= month('2026-09'); one = addMonths(one, 1)) {
    const reportedOn = day(`${formatMonth(addMonths(one, 1))}-04`);
    steps.push(...stepsOfMonth(script, counts, ids, one, earlier(reportedOn, SAMPLE_AS_OF)));
  }
  return steps;
}

function stepsOfMonth(
  script: ScriptInitiative,
  counts: ScriptCounts | undefined,
  ids: Ids,
  one: MonthIndex,
  on: IsoDate,
): Step[] {
  const steps: Step[] = [];
  const initiativeId = () => idOf(ids, script.key);
  const amounts = script.lines.flatMap(({ name, series }) => {
    const euros = series.euros[one - series.from] ?? null;
    return euros === null ? [] : [{ name, amount: minorUnits(euros * 100) }];
  });
  if (amounts.length > 0) {
    const cells = () =>
      amounts.map(({ name, amount }) => ({ lineId: idOf(ids, `${script.key}/${name}`), month: one, amount }));
    const input = () => ({ initiativeId: initiativeId(), cells: cells() });
    steps.push({
      on,
      name: 'setMonthValues',
      label: (db) => commands.setMonthValuesLabel(db, input()),
      run: (tx) => commands.setMonthValues(tx, input()),
    });
  }
  const value = at(script.readings?.values, one, script.readings?.from);
  if (value !== null) {
    const input = () => ({ initiativeId: initiativeId(), readings: [{ month: one, value }] });
    steps.push({
      on,
      name: 'setReadings',
      label: (db) => commands.setReadingsLabel(db, input()),
      run: (tx) => commands.setReadings(tx, input()),
    });
  }
  const attempts = at(counts?.attempts, one, counts?.from);
  const successes = at(counts?.successes, one, counts?.from);
  if (attempts !== null || successes !== null) {
    const input = () => ({ initiativeId: initiativeId(), counts: [{ month: one, attempts, successes }] });
    steps.push({
      on,
      name: 'setUnitCounts',
      label: (db) => commands.setUnitCountsLabel(db, input()),
      run: (tx) => commands.setUnitCounts(tx, input()),
    });
  }
  if (isClosed(script, one)) {
    const input = () => ({ initiativeId: initiativeId(), months: [one] });
    steps.push({
      on,
      name: 'closeMonths',
      label: (db) => commands.closeMonthsLabel(db, input()),
      run: (tx) => commands.closeMonths(tx, input()),
    });
  }
  return steps;
}

function isClosed({ closed, leftOpen }: ScriptInitiative, one: MonthIndex): boolean {
  return closed !== null && one >= closed[0] && one <= closed[1] && !leftOpen.includes(one);
}

/** What a series that begins in `from` holds for a month; null = nothing was measured. */
function at(
  values: readonly (number | null)[] | undefined,
  one: MonthIndex,
  from: MonthIndex | undefined,
): number | null {
  return from === undefined ? null : (values?.[one - from] ?? null);
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
