import { addMonths } from '#shared/domain/calendar.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import type { ScriptCounts } from './model-script.ts';
import { monthSteps } from './month-steps.ts';
import { riskSteps } from './risk-steps.ts';
import { month, type ScriptChange, type ScriptInitiative, type ScriptLine } from './script.ts';
import { firstDayOf, type Ids, idOf, later, type Step } from './step.ts';

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
  { key, stages, fields, addedOn, changes }: ScriptInitiative,
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
    .concat(changes.map((change) => changeStep(key, change, ids)))
    .concat(lateSteps({ key, fields, addedOn }, ids));
}

function changeStep(key: string, { on, fields }: ScriptChange, ids: Ids): Step {
  const input = () => ({ id: idOf(ids, key), patch: fields });
  return {
    on,
    name: 'updateInitiative',
    label: (db) => commands.updateInitiativeLabel(db, input()),
    run: (tx) => commands.updateInitiative(tx, input()),
  };
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
    return [changeStep(key, { on, fields: patch }, ids)];
  });
}

/** A line lasts from its first amount to its last one, if that lies before the sample's last month. */
function newLine(line: ScriptLine) {
  const { name, series, ...kind } = line;
  const last = addMonths(series.from, series.euros.length - 1);
  const endsOn: MonthIndex | null = last < month('2026-09') ? last : null;
  return { ...kind, name, startsOn: series.from, endsOn };
}
