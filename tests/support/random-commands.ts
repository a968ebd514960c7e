import fc from 'fast-check';
import * as commands from '#db/commands/index.ts';
import { blankFields } from '#db/rows/initiative-row.ts';
import { readRedo, readUndo, redoLast, undoLast } from '#db/undo.ts';
import type { Tx } from '#db/write.ts';
import { AppError } from '#shared/api/errors.ts';
import { GAPS } from '#shared/domain/gap.ts';
import { STAGES } from '#shared/domain/stage.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import type { TestPortfolio } from './portfolio.ts';
import { isModelAction, MODEL_ACTIONS, performModel } from './random-model-commands.ts';
import { at, day, month, pickId } from './random-rows.ts';
import { isTraceAction, performTrace, TRACE_ACTIONS } from './random-trace-commands.ts';

export const ACTIONS = [
  'create',
  'update',
  'delete',
  'assess',
  'evidence',
  'line',
  'changeLine',
  'removeLine',
  'values',
  'readings',
  'close',
  'reopen',
  'tripwire',
  'changeTripwire',
  'removeTripwire',
  'incident',
  'changeIncident',
  'removeIncident',
  'settings',
  'import',
  ...MODEL_ACTIONS,
  ...TRACE_ACTIONS,
  'undo',
  'redo',
] as const;

export type Action = (typeof ACTIONS)[number];

/** The command that an action is run as: what undo asks for by name has its real one. */
export function commandOf(action: Action): string {
  return action === 'review' ? 'recordClosedReview' : action;
}

/** One random thing a person might do. `pick` chooses among the rows there are; `n` and `text` fill the fields. */
export interface RandomStep {
  readonly action: Action;
  readonly pick: number;
  readonly n: number;
  readonly text: string;
}

interface RandomStepsOptions {
  readonly maxLength: number;
  /** Actions to draw from; all of them when not given. */
  readonly actions?: readonly Action[];
}

// Something for the others to work on: without it most of a short sequence has no row to pick.
const FIRST: readonly RandomStep[] = (
  ['create', 'line', 'driver', 'scope', 'scopeLine', 'asset'] as const
).map((action) => ({ action, pick: 0, n: 1, text: 'First' }));

/** Sequences of random steps, beginning with some initiatives to work on. */
export function randomSteps({
  maxLength,
  actions = ACTIONS,
}: RandomStepsOptions): fc.Arbitrary<RandomStep[]> {
  const step = fc.record({
    action: fc.constantFrom(...actions),
    pick: fc.nat(50),
    n: fc.nat(1000),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
  });
  return fc.array(step, { maxLength, size: 'max' }).map((steps) => [...FIRST, ...steps]);
}

/**
 * Random steps without end, the same ones for the same seed: for sequences that are too long to be drawn and shrunk
 * as a whole.
 */
export function* endlessSteps(seed: number, actions: readonly Action[]): Generator<RandomStep, never> {
  yield* FIRST;
  let state = seed;
  // The generator of Numerical Recipes; its high bits are good enough to pick actions.
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let action = 'create' as Action;
  for (;;) {
    const n = below(1001);
    // Redo is possible right after an undo only: by chance alone the two would hardly ever meet.
    const isWavering = (action === 'undo' || action === 'redo') && below(3) > 0;
    action = isWavering ? at(['undo', 'redo'], n) : (actions[below(actions.length)] ?? 'create');
    yield {
      action,
      pick: below(51),
      n,
      text: n % 9 === 0 ? `Größe “${n}” 李\u{1f600}` : `Text ${n}`,
    };
  }
}

/** Runs a step; one that the portfolio refuses in words, or that has no row to work on, changes nothing. */
export function runStep(portfolio: TestPortfolio, step: RandomStep): void {
  try {
    if (step.action === 'undo') {
      if (readUndo(portfolio.db())) undoLast(portfolio.db(), portfolio.meta());
    } else if (step.action === 'redo') {
      if (readRedo(portfolio.db())) redoLast(portfolio.db(), portfolio.meta());
    } else {
      portfolio.run(commandOf(step.action), (tx) => perform(portfolio, tx, step));
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

function perform(portfolio: TestPortfolio, tx: Tx, step: RandomStep): void {
  const { newId } = portfolio;
  const { pick, n, text } = step;
  const initiativeId =
    step.action === 'create' || step.action === 'import' ? '' : pickId(tx, 'initiative', pick);
  const evidence = { kind: 'test', datedOn: day(n), link: '', note: text } as const;
  switch (step.action) {
    case 'create':
      commands.createInitiative(tx, { name: text, stage: 'pilot', baselineValue: n / 7 }, newId);
      return;
    case 'update': {
      const stage = STAGES[n % STAGES.length] ?? 'idea';
      commands.updateInitiative(tx, {
        id: initiativeId,
        patch: { purpose: text, stage, isPaused: n % 2 === 0 },
      });
      return;
    }
    case 'delete':
      commands.deleteInitiative(tx, { id: initiativeId });
      return;
    case 'assess': {
      const gap = GAPS[n % GAPS.length] ?? 'data';
      const level = ([0, 1, 2, 3, 4] as const)[n % 5] ?? 0;
      const common = { initiativeId, gap, level, rater: text, ratedOn: day(n), note: '' };
      commands.recordAssessment(tx, { ...common, evidence: [evidence, evidence] }, newId);
      return;
    }
    case 'evidence':
      commands.addEvidence(tx, { assessmentId: pickId(tx, 'assessment', pick), evidence }, newId);
      return;
    case 'line':
      commands.addLine(tx, { initiativeId, line: lineOf(n, text) }, newId);
      return;
    case 'changeLine':
      commands.updateLine(tx, { id: pickId(tx, 'value_line', pick), line: lineOf(n, text) });
      return;
    case 'removeLine':
      commands.removeLine(tx, { id: pickId(tx, 'value_line', pick) });
      return;
    case 'values':
      setValues(tx, pickId(tx, 'value_line', pick), n);
      return;
    case 'readings': {
      const readings = [0, 1, 2].map((k) => ({
        month: month(n + k),
        value: n % 3 === k ? null : n / (k + 3),
      }));
      commands.setReadings(tx, { initiativeId, readings });
      return;
    }
    case 'close':
      commands.closeMonths(tx, { initiativeId, months: [month(n), month(n + 1)] });
      return;
    case 'reopen': {
      // To the last one: a month that lies before a closed one stays closed.
      const months = Array.from({ length: 6 - (n % 6) }, (_, k) => month((n % 6) + k));
      commands.reopenMonths(tx, { initiativeId, months });
      return;
    }
    case 'settings':
      commands.updateSettings(tx, { name: text, fiscalYearStart: (n % 12) + 1 });
      return;
    case 'import':
      importRows(portfolio, tx, n, text);
      return;
    default:
      if (isModelAction(step.action)) performModel(tx, { ...step, action: step.action }, initiativeId, newId);
      else if (isTraceAction(step.action))
        performTrace(tx, { ...step, action: step.action }, initiativeId, newId);
      else performRisk(portfolio, tx, step, initiativeId);
  }
}

function performRisk(portfolio: TestPortfolio, tx: Tx, step: RandomStep, initiativeId: string): void {
  const { pick, n, text, action } = step;
  const tripwire = {
    metric: text,
    comparator: 'at_most',
    threshold: n / 3,
    dueOn: day(n),
    committedOn: day(n + 1),
    measuredValue: n % 2 === 0 ? null : n,
  } as const;
  const incident = {
    severity: ([1, 2, 3, 4] as const)[n % 4] ?? 1,
    openedOn: day(n),
    deadline: day(n + 1),
    mitigatedOn: null,
    note: text,
  };
  if (action === 'tripwire') commands.addTripwire(tx, { initiativeId, tripwire }, portfolio.newId);
  if (action === 'changeTripwire')
    commands.updateTripwire(tx, { id: pickId(tx, 'tripwire', pick), tripwire });
  if (action === 'removeTripwire') commands.removeTripwire(tx, { id: pickId(tx, 'tripwire', pick) });
  if (action === 'incident') commands.addIncident(tx, { initiativeId, incident }, portfolio.newId);
  if (action === 'changeIncident')
    commands.updateIncident(tx, { id: pickId(tx, 'incident', pick), incident });
  if (action === 'removeIncident') commands.removeIncident(tx, { id: pickId(tx, 'incident', pick) });
}

function lineOf(n: number, name: string) {
  const common = { name, startsOn: null, endsOn: n % 3 === 0 ? month(n) : null };
  const isOnce = n % 5 === 0;
  if (n % 2 === 0)
    return { kind: 'cost', ...common, category: 'inference', ...(n % 3 === 1 ? { isOnce } : {}) } as const;
  const terms = {
    unit: 'hours',
    valuePerUnit: n / 3,
    agreedBy: name,
    baselineValue: null,
    baselineOn: day(n),
    attribution: 0.5,
    realisation: n % 4 === 1 ? null : 0.8,
  };
  return {
    kind: 'outcome',
    ...common,
    outcomeKind: 'hours_saved',
    method: 'survey',
    isCashReleasing: n % 4 === 1,
    ...(n % 3 === 1 ? { terms } : {}),
  } as const;
}

function setValues(tx: Tx, lineId: string, n: number): void {
  const { initiative_id: initiativeId } = tx.find('value_line', { id: lineId }) ?? { initiative_id: '' };
  const cells = [0, 1, 2].map((k) => ({
    lineId,
    month: month(n + k),
    amount: n % 4 === k ? null : ((n * 1000 + k) as MinorUnits),
  }));
  commands.setMonthValues(tx, { initiativeId, cells });
}

function importRows(portfolio: TestPortfolio, tx: Tx, n: number, text: string): void {
  const evidence = [
    { kind: 'document', datedOn: day(n), link: '', note: text, sourceQuestion: 'Q 12' },
  ] as const;
  const level = { gap: 'data', level: 2, rater: 'Import', ratedOn: day(n), note: '', evidence } as const;
  const rows = Array.from({ length: n % 4 }, (_, index) => index + 2);
  const records = rows.map((row) => ({
    fields: blankFields(`${text} ${row}`, 'pilot'),
    levels: [level],
    sourceRow: row,
    fingerprint: `${text}-${row}`,
    identity: row % 2 === 0 ? text : null,
  }));
  const blocked = {
    row: 99,
    column: 'Stage',
    cell: text,
    severity: 'blocked',
    code: 'stage',
    message: 'Unknown.',
  } as const;
  const input = {
    fileName: `${text}.csv`,
    profileId: 'generic',
    rowsRead: records.length + 1,
    records,
    problems: [blocked],
  };
  const memory = { headerKey: `key ${n % 3}`, name: input.fileName, choices: { dateOrder: n } };
  commands.rememberMapping(tx, memory, portfolio.newId);
  commands.importBatch(tx, input, portfolio.newId);
}
