import { addMonths, formatMonth } from '#shared/domain/calendar.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { type IsoDate, type MonthIndex, minorUnits } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../write.ts';
import type { ScriptCounts } from './model-script.ts';
import { day, month, type ScriptInitiative, type ScriptLine } from './script.ts';

/** The day the sample is looked at, whatever the calendar says. */
export const SAMPLE_AS_OF: IsoDate = day('2026-09-30');

/** One command of the story: on which day, under which name, in which words, and what it does. */
export interface Step {
  readonly on: IsoDate;
  readonly name: string;
  readonly label: (db: ReadDb) => string;
  readonly run: (tx: Tx) => unknown;
}

/** Ids given while the story runs, by keys of the script. */
export type Ids = Map<string, string>;

/** The id given to a thing of the script. @throws Error when the story names it too early. */
export const idOf = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample names ${key} before it is made`);
  return id;
};

/** Everything a person did about one initiative. */
export function initiativeSteps(
  script: ScriptInitiative,
  counts: ScriptCounts | undefined,
  ids: Ids,
  newId: () => string,
): Step[] {
  const { key } = script;
  const initiativeId = () => idOf(ids, key);
  return [
    ...stageSteps(script, ids, newId),
    ...script.lines.map((line): Step => {
      const input = () => ({ initiativeId: initiativeId(), line: newLine(line) });
      return {
        on: later(script.addedOn, firstDayOf(line.series.from)),
        name: 'addLine',
        label: (db) => commands.addLineLabel(db, input()),
        run: (tx) => ids.set(`${key}/${line.name}`, commands.addLine(tx, input(), newId).id),
      };
    }),
    ...script.levels.map((level): Step => {
      const { gap, rater, on, note } = level;
      const evidence = [{ kind: level.kind, datedOn: on, link: '', note }];
      const input = () => ({
        initiativeId: initiativeId(),
        gap,
        level: level.level,
        rater,
        ratedOn: on,
        note,
        evidence,
      });
      return {
        on,
        name: 'recordAssessment',
        label: (db) => commands.recordAssessmentLabel(db, input()),
        run: (tx) => commands.recordAssessment(tx, input(), newId),
      };
    }),
    ...monthSteps(script, counts, ids),
    ...riskSteps(script, ids, newId),
  ];
}

/** Adding the initiative in its first stage, and each later stage. */
function stageSteps(
  { key, stages, fields, addedOn }: ScriptInitiative,
  ids: Ids,
  newId: () => string,
): Step[] {
  return stages
    .map(([stage, stageEnteredOn], index): Step => {
      if (index === 0) {
        const input = { ...early(fields, addedOn), stage, stageEnteredOn };
        return {
          on: addedOn,
          name: 'createInitiative',
          label: () => commands.createInitiativeLabel(input),
          run: (tx) => ids.set(key, commands.createInitiative(tx, input, newId).id),
        };
      }
      const input = () => ({ id: idOf(ids, key), patch: { stage, stageEnteredOn } });
      return {
        on: stageEnteredOn ?? addedOn,
        name: 'updateInitiative',
        label: (db) => commands.updateInitiativeLabel(db, input()),
        run: (tx) => commands.updateInitiative(tx, input()),
      };
    })
    .concat(lateSteps({ key, fields, addedOn }, ids));
}

type Fields = ScriptInitiative['fields'];
const LATE_DATES = ['evaluationRanOn', 'baselineDataEnd'] as const;

/** The fields that could be known on the day the initiative was added: no evaluation or baseline of a later day. */
function early(fields: Fields, addedOn: IsoDate): Fields {
  const known: Record<string, unknown> = { ...fields };
  for (const date of LATE_DATES) {
    const on = fields[date];
    if (on === null || on === undefined || on <= addedOn) continue;
    for (const field of lateFields(date)) delete known[field];
  }
  return known as Fields;
}

function lateFields(date: (typeof LATE_DATES)[number]): readonly (keyof InitiativeFields)[] {
  return date === 'evaluationRanOn'
    ? ['evaluationRanOn', 'evaluationPassRate', 'evaluationPassMark']
    : ['baselineValue', 'baselineDataEnd', 'baselineSource'];
}

/** Entering the evaluation and the baseline on the day they were there. */
function lateSteps(
  { key, fields, addedOn }: Pick<ScriptInitiative, 'key' | 'fields' | 'addedOn'>,
  ids: Ids,
): Step[] {
  return LATE_DATES.flatMap((date): Step[] => {
    const on = fields[date];
    if (on === null || on === undefined || on <= addedOn) return [];
    const patch = Object.fromEntries(lateFields(date).map((field) => [field, fields[field]]));
    const input = () => ({ id: idOf(ids, key), patch });
    return [
      {
        on,
        name: 'updateInitiative',
        label: (db) => commands.updateInitiativeLabel(db, input()),
        run: (tx) => commands.updateInitiative(tx, input()),
      },
    ];
  });
}

/** Entering and closing the months, a quarter at a time, as the reports come in. */
function monthSteps(script: ScriptInitiative, counts: ScriptCounts | undefined, ids: Ids): Step[] {
  const steps: Step[] = [];
  for (let first = month('2025-04'); first <= month('2026-07'); first = addMonths(first, 3)) {
    const quarter = [0, 1, 2].map((offset) => addMonths(first, offset));
    const on = earlier(firstDayOf(addMonths(first, 3)), SAMPLE_AS_OF);
    const initiativeId = () => idOf(ids, script.key);
    const cells = () =>
      script.lines.flatMap((line) =>
        quarter.flatMap((one) => {
          const euros = line.series.euros[one - line.series.from];
          return euros === undefined || euros === null
            ? []
            : [
                {
                  lineId: idOf(ids, `${script.key}/${line.name}`),
                  month: one,
                  amount: minorUnits(euros * 100),
                },
              ];
        }),
      );
    const hasCells = script.lines.some(({ series }) =>
      quarter.some((one) => series.euros[one - series.from] != null),
    );
    if (hasCells) {
      const input = () => ({ initiativeId: initiativeId(), cells: cells() });
      steps.push({
        on,
        name: 'setMonthValues',
        label: (db) => commands.setMonthValuesLabel(db, input()),
        run: (tx) => commands.setMonthValues(tx, input()),
      });
    }
    const readings = quarter.flatMap((one) => {
      const value = script.readings?.values[one - script.readings.from];
      return value === undefined || value === null ? [] : [{ month: one, value }];
    });
    if (readings.length > 0) {
      const input = () => ({ initiativeId: initiativeId(), readings });
      steps.push({
        on,
        name: 'setReadings',
        label: (db) => commands.setReadingsLabel(db, input()),
        run: (tx) => commands.setReadings(tx, input()),
      });
    }
    const counted = quarter.flatMap((one) => {
      const index = one - (counts?.from ?? one + 1);
      const attempts = counts?.attempts[index] ?? null;
      const successes = counts?.successes[index] ?? null;
      return attempts === null && successes === null ? [] : [{ month: one, attempts, successes }];
    });
    if (counted.length > 0) {
      const input = () => ({ initiativeId: initiativeId(), counts: counted });
      steps.push({
        on,
        name: 'setUnitCounts',
        label: (db) => commands.setUnitCountsLabel(db, input()),
        run: (tx) => commands.setUnitCounts(tx, input()),
      });
    }
    const [from, to] = script.closed ?? [];
    const months = quarter.filter(
      (one) => from !== undefined && to !== undefined && one >= from && one <= to,
    );
    if (months.length > 0) {
      const input = () => ({ initiativeId: initiativeId(), months });
      steps.push({
        on,
        name: 'closeMonths',
        label: (db) => commands.closeMonthsLabel(db, input()),
        run: (tx) => commands.closeMonths(tx, input()),
      });
    }
  }
  return steps;
}

/** Committing tripwires and entering what was measured at their due date; incidents and their mitigation. */
function riskSteps(script: ScriptInitiative, ids: Ids, newId: () => string): Step[] {
  const steps: Step[] = [];
  for (const { committedOn, dueOn, measured, ...criterion } of script.tripwires) {
    const key = `${script.key}/tripwire ${criterion.metric} ${dueOn}`;
    const tripwire = { ...criterion, committedOn, dueOn, measuredValue: null };
    const added = () => ({ initiativeId: idOf(ids, script.key), tripwire });
    steps.push({
      on: later(script.addedOn, committedOn),
      name: 'addTripwire',
      label: (db) => commands.addTripwireLabel(db, added()),
      run: (tx) => ids.set(key, commands.addTripwire(tx, added(), newId).id),
    });
    if (measured === null) continue;
    const judged = () => ({ id: idOf(ids, key), tripwire: { ...tripwire, measuredValue: measured } });
    steps.push({
      on: dueOn,
      name: 'updateTripwire',
      label: (db) => commands.updateTripwireLabel(db, judged()),
      run: (tx) => commands.updateTripwire(tx, judged()),
    });
  }
  for (const incident of script.incidents) {
    const key = `${script.key}/incident ${incident.openedOn}`;
    const opened = () => ({
      initiativeId: idOf(ids, script.key),
      incident: { ...incident, mitigatedOn: null },
    });
    steps.push({
      on: incident.openedOn,
      name: 'addIncident',
      label: (db) => commands.addIncidentLabel(db, opened()),
      run: (tx) => ids.set(key, commands.addIncident(tx, opened(), newId).id),
    });
    if (incident.mitigatedOn === null) continue;
    const mitigated = () => ({ id: idOf(ids, key), incident });
    steps.push({
      on: incident.mitigatedOn,
      name: 'updateIncident',
      label: (db) => commands.updateIncidentLabel(db, mitigated()),
      run: (tx) => commands.updateIncident(tx, mitigated()),
    });
  }
  return steps;
}

/** A line lasts from its first amount to its last one, if that lies before the sample's last month. */
function newLine(line: ScriptLine) {
  const { name, series, ...kind } = line;
  const last = addMonths(series.from, series.euros.length - 1);
  const endsOn: MonthIndex | null = last < month('2026-09') ? last : null;
  return { ...kind, name, startsOn: series.from, endsOn };
}

const firstDayOf = (one: MonthIndex): IsoDate => day(`${formatMonth(one)}-01`);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
