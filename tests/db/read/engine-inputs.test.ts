import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import type { ReviewDecision } from '#db/commands/reviews.ts';
import {
  readAdoptedPlan,
  readMemory,
  readPolicy,
  readReviewSnapshot,
  readStageRecord,
} from '#db/read/engine-inputs.ts';
import { redoLast, undoLast } from '#db/undo.ts';
import type { EngineContext, EngineMemory } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { COST, type Desk, desk, refusal } from '#tests/support/desk.ts';

const day = (text: string) => text as IsoDate;
const NOBODY = { trials: 0, successes: 0 };
const MEMORY: EngineMemory = { band: 2, pending: -1, killWatches: 1, wasScale: true };

function addInitiative({ run, newId }: Desk, name: string, stage: Stage): string {
  return run('c', (tx) => commands.createInitiative(tx, { name, stage }, newId)).value.id;
}

function move({ run }: Desk, id: string, stage: Stage, stageEnteredOn?: string): void {
  const patch = { stage, ...(stageEnteredOn === undefined ? {} : { stageEnteredOn: day(stageEnteredOn) }) };
  run('u', (tx) => commands.updateInitiative(tx, { id, patch }));
}

function close(portfolio: Desk, endsOn: string, over: Partial<ReviewDecision>): string {
  const decision: ReviewDecision = {
    initiativeId: portfolio.id,
    recommendedRule: 'H3',
    decision: 'hold',
    reason: '',
    causes: [],
    ...over,
  };
  const review = { name: `Review ${endsOn}`, endsOn: day(endsOn), decisions: [decision] };
  return portfolio.run('r', (tx) => commands.recordClosedReview(tx, review, portfolio.newId)).value.id;
}

describe('readStageRecord()', () => {
  const record = (portfolio: Desk, asOf = '2026-12-31') => readStageRecord(portfolio.db(), day(asOf));

  it('counts who left a stage, and who left it upward', () => {
    const portfolio = desk();
    const [a, b, c] = ['A', 'B', 'C'].map((name) => addInitiative(portfolio, name, 'idea'));
    for (const id of [a, b, c]) move(portfolio, id as string, 'pilot', '2026-02-01');
    move(portfolio, a as string, 'limited', '2026-05-01');
    move(portfolio, b as string, 'retired', '2026-06-01');
    move(portfolio, a as string, 'scaled', '2026-07-01');
    expect(record(portfolio)).toEqual({
      idea: { trials: 3, successes: 3 },
      pilot: { trials: 2, successes: 1 },
      limited: { trials: 1, successes: 1 },
    });
  });

  it('knows only what happened before the day', () => {
    const portfolio = desk();
    move(portfolio, portfolio.id, 'limited', '2026-05-01');
    expect(record(portfolio, '2026-05-01').pilot).toEqual(NOBODY);
    expect(record(portfolio, '2026-05-02').pilot).toEqual({ trials: 1, successes: 1 });
  });

  it('counts an initiative once: one that is back in the stage has not left it, its last exit decides', () => {
    const portfolio = desk();
    move(portfolio, portfolio.id, 'limited', '2026-02-01');
    move(portfolio, portfolio.id, 'pilot', '2026-03-01');
    expect(record(portfolio)).toEqual({ idea: NOBODY, pilot: NOBODY, limited: { trials: 1, successes: 0 } });
    move(portfolio, portfolio.id, 'retired', '2026-04-01');
    expect(record(portfolio).pilot).toEqual({ trials: 1, successes: 0 });
  });

  it('dates a step by the day of the command until its entry day is given', () => {
    const portfolio = desk();
    move(portfolio, portfolio.id, 'limited');
    expect(record(portfolio, '2026-10-01').pilot.trials).toBe(0);
    expect(record(portfolio, '2026-10-02').pilot.trials).toBe(1);
    const patch = { stageEnteredOn: day('2026-03-01') };
    portfolio.run('u', (tx) => commands.updateInitiative(tx, { id: portfolio.id, patch }));
    expect(record(portfolio, '2026-03-02').pilot.trials).toBe(1);
  });

  it('does not take an entry day of the first stage for a step', () => {
    const portfolio = desk();
    const patch = { stageEnteredOn: day('2026-01-02'), stage: 'pilot' } as const;
    portfolio.run('u', (tx) => commands.updateInitiative(tx, { id: portfolio.id, patch }));
    expect(record(portfolio)).toEqual({ idea: NOBODY, pilot: NOBODY, limited: NOBODY });
  });

  it('follows undo and redo', () => {
    const portfolio = desk();
    move(portfolio, portfolio.id, 'scaled', '2026-02-01');
    undoLast(portfolio.db(), portfolio.meta());
    expect(record(portfolio).pilot).toEqual(NOBODY);
    redoLast(portfolio.db(), portfolio.meta());
    expect(record(portfolio).pilot).toEqual({ trials: 1, successes: 1 });
  });
});

describe('readMemory()', () => {
  it('gives what the last closed review up to the day stored, and skips reviews without any', () => {
    const portfolio = desk();
    const later = { ...MEMORY, band: 3 } as const;
    close(portfolio, '2026-06-30', { memory: later });
    close(portfolio, '2026-03-31', { memory: MEMORY });
    close(portfolio, '2026-09-30', {});
    const at = (asOf: string) => readMemory(portfolio.db(), day(asOf));
    expect(at('2026-12-31')).toEqual(new Map([[portfolio.id, later]]));
    expect(at('2026-06-29')).toEqual(new Map([[portfolio.id, MEMORY]]));
    expect(at('2026-03-30')).toEqual(new Map());
  });

  it('counts a review from the day it was closed when its last day is still to come', () => {
    const portfolio = desk();
    close(portfolio, '2026-12-31', { memory: MEMORY });
    expect(readMemory(portfolio.db(), day('2026-10-01')).get(portfolio.id)).toEqual(MEMORY);
    expect(readMemory(portfolio.db(), day('2026-09-30')).size).toBe(0);
  });
});

describe('recordClosedReview() with an override', () => {
  const override = {
    decidedBy: 'Board',
    reason: 'New supplier in May',
    expiresOn: day('2026-06-30'),
    newTripwireId: null,
  };
  const tripwire = {
    metric: 'Cost',
    comparator: 'at_most',
    threshold: 1,
    dueOn: day('2026-06-30'),
    committedOn: day('2026-04-01'),
    measuredValue: null,
  } as const;

  it('keeps it beside the decision, with the tripwire set in place of the missed one', () => {
    const portfolio = desk();
    const { run, id, newId } = portfolio;
    const newTripwireId = run('t', (tx) => commands.addTripwire(tx, { initiativeId: id, tripwire }, newId))
      .value.id;
    close(portfolio, '2026-03-31', { override: { ...override, newTripwireId } });
    close(portfolio, '2026-06-30', {});
    const [first, second] = portfolio.facts().pastDecisions;
    expect(first?.override).toEqual({ ...override, newTripwireId });
    expect(second && 'override' in second).toBe(false);
    const remove = () => run('r', (tx) => commands.removeTripwire(tx, { id: newTripwireId }));
    expect(refusal(portfolio, remove)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Review 2026-03-31'),
    });
  });

  it('needs a name and a reason, and a tripwire of its own', () => {
    const portfolio = desk();
    const other = addInitiative(portfolio, 'Other', 'pilot');
    const foreign = portfolio.run('t', (tx) =>
      commands.addTripwire(tx, { initiativeId: other, tripwire }, portfolio.newId),
    ).value.id;
    for (const [over, words] of [
      [{ decidedBy: ' ' }, 'does not say who decided'],
      [{ reason: '' }, 'has no reason'],
      [{ newTripwireId: foreign }, 'not one of its own'],
      [{ newTripwireId: 'gone' }, 'not one of its own'],
    ] as const)
      expect(
        refusal(portfolio, () => close(portfolio, '2026-03-31', { override: { ...override, ...over } })),
      ).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(words) });
  });
});

describe('readReviewSnapshot()', () => {
  const contextOf = (portfolio: Desk, over: Partial<EngineContext> = {}): EngineContext => ({
    policy: DEFAULT_POLICY,
    plan: {
      id: 'p',
      adoptedOn: day('2026-01-01'),
      funded: ['other', portfolio.id],
      notFunded: ['third'],
      rolePrices: { Engineer: 1200.5 },
    },
    stageRecord: readStageRecord(portfolio.db(), day('2026-03-31')),
    memory: new Map([
      ['other', MEMORY],
      [portfolio.id, MEMORY],
    ]),
    asOf: day('2026-03-31'),
    seed: 'seed 1',
    minorPerUnit: 100,
    ...over,
  });

  it('gives the inputs of the last review back, of plan and memory the own part, and what was recommended', () => {
    const portfolio = desk();
    portfolio.setAmount(portfolio.addLine(COST), 1234);
    const facts = portfolio.facts();
    const context = contextOf(portfolio);
    const snapshot = { facts, context, inputHash: 'abc', engineVersion: '1.0.0' };
    expect(readReviewSnapshot(portfolio.db(), portfolio.id)).toBeNull();
    close(portfolio, '2026-06-30', { snapshot });
    const earlier = { ...snapshot, inputHash: 'old' };
    close(portfolio, '2026-03-31', { snapshot: earlier, recommendedRule: null });
    expect(readReviewSnapshot(portfolio.db(), portfolio.id)).toEqual({
      reviewId: expect.any(String),
      reviewName: 'Review 2026-06-30',
      endsOn: '2026-06-30',
      rule: 'H3',
      verdict: 'hold',
      facts,
      context: {
        ...context,
        plan: { ...context.plan, funded: [portfolio.id], notFunded: [] },
        memory: new Map([[portfolio.id, MEMORY]]),
      },
      inputHash: 'abc',
      engineVersion: '1.0.0',
    });
    expect(readReviewSnapshot(portfolio.db(), 'other')).toBeNull();
  });

  it('brings the policy of then back, also after a newer one was saved', () => {
    const portfolio = desk();
    const save = (strikes: number) =>
      portfolio.run('p', (tx) =>
        commands.savePolicy(tx, { policy: { ...DEFAULT_POLICY, strikes }, reason: 'Stricter' }),
      );
    save(1);
    const policy = readPolicy(portfolio.db());
    const context = contextOf(portfolio, { policy, plan: null, memory: new Map() });
    const snapshot = { facts: portfolio.facts(), context, inputHash: 'a', engineVersion: '1' };
    close(portfolio, '2026-03-31', { snapshot });
    save(3);
    expect(readReviewSnapshot(portfolio.db(), portfolio.id)?.context).toEqual(context);
    expect(policy).toMatchObject({ version: 2, strikes: 1 });
  });

  it('is not recorded under a policy version that is not in the file, nor of another initiative', () => {
    const portfolio = desk();
    const facts = portfolio.facts();
    const context = contextOf(portfolio, { policy: { ...DEFAULT_POLICY, version: 7 } });
    const snapshot = { facts, context, inputHash: 'a', engineVersion: '1' };
    expect(refusal(portfolio, () => close(portfolio, '2026-03-31', { snapshot })).code).toBe('not_found');
    const foreign = { ...facts, initiative: { ...facts.initiative, id: 'other' } };
    expect(() => close(portfolio, '2026-03-31', { snapshot: { ...snapshot, facts: foreign } })).toThrow(
      'is of other',
    );
  });
});

describe('savePolicy() and readPolicy()', () => {
  const save = (portfolio: Desk, over: Partial<typeof DEFAULT_POLICY>, reason = 'Stricter') =>
    portfolio.run('p', (tx) => commands.savePolicy(tx, { policy: { ...DEFAULT_POLICY, ...over }, reason }))
      .value.version;

  it('start from the shipped one and count on', () => {
    const portfolio = desk();
    expect(readPolicy(portfolio.db())).toBe(DEFAULT_POLICY);
    expect([save(portfolio, { strikes: 3 }), save(portfolio, { strikes: 1, version: 99 })]).toEqual([2, 3]);
    expect(readPolicy(portfolio.db())).toEqual({ ...DEFAULT_POLICY, strikes: 1, version: 3 });
    undoLast(portfolio.db(), portfolio.meta());
    expect(readPolicy(portfolio.db())).toMatchObject({ strikes: 3, version: 2 });
  });

  it('refuse what the engine cannot use, and a change without a reason', () => {
    const portfolio = desk();
    expect(refusal(portfolio, () => save(portfolio, { horizonMonths: 0 }))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/^The policy was not saved\..*Correct it/),
    });
    expect(refusal(portfolio, () => save(portfolio, {}, ' ')).message).toContain('needs a reason');
  });

  it('say which version cannot be read rather than decide by other rules', () => {
    const portfolio = desk();
    save(portfolio, { strikes: 3 });
    portfolio.db().exec(`UPDATE policy_version SET body = '{"version":2}'`);
    expect(() => readPolicy(portfolio.db())).toThrow(
      expect.objectContaining({
        code: 'file_damaged',
        message: expect.stringContaining('Policy version 2'),
      }),
    );
  });
});

describe('adoptPlan() and readAdoptedPlan()', () => {
  const adopt = (portfolio: Desk, over: Partial<commands.NewAdoptedPlan>) =>
    portfolio.run('a', (tx) =>
      commands.adoptPlan(
        tx,
        { adoptedOn: day('2026-03-01'), note: '', funded: [], notFunded: [], rolePrices: {}, ...over },
        portfolio.newId,
      ),
    ).value.id;

  it('give the plan adopted last up to the day; of two on one day the one recorded later', () => {
    const portfolio = desk();
    const other = addInitiative(portfolio, 'Other', 'pilot');
    const first = adopt(portfolio, {
      funded: [portfolio.id],
      notFunded: [other],
      rolePrices: { Engineer: 1200.5, Analyst: 0 },
    });
    const second = adopt(portfolio, { adoptedOn: day('2026-06-01') });
    const third = adopt(portfolio, { adoptedOn: day('2026-06-01'), funded: [other] });
    const on = (asOf: string) => readAdoptedPlan(portfolio.db(), day(asOf));
    expect(on('2026-02-28')).toBeNull();
    expect(on('2026-03-01')).toEqual({
      id: first,
      adoptedOn: '2026-03-01',
      funded: [portfolio.id],
      notFunded: [other],
      rolePrices: { Analyst: 0, Engineer: 1200.5 },
    });
    expect(on('2026-12-31')).toMatchObject({ id: third, funded: [other] });
    undoLast(portfolio.db(), portfolio.meta());
    expect(on('2026-12-31')?.id).toBe(second);
  });

  it('refuse an initiative twice, one that is gone, and a price that is none', () => {
    const portfolio = desk();
    const { id } = portfolio;
    for (const [over, code] of [
      [{ funded: [id], notFunded: [id] }, 'invalid_input'],
      [{ funded: ['gone'] }, 'not_found'],
      [{ rolePrices: { Engineer: -1 } }, 'invalid_input'],
      [{ rolePrices: { Engineer: Number.NaN } }, 'invalid_input'],
      [{ rolePrices: { ' ': 1 } }, 'invalid_input'],
    ] as const)
      expect(refusal(portfolio, () => adopt(portfolio, over)).code).toBe(code);
  });

  it('let a planned initiative be deleted: its choice goes with it', () => {
    const portfolio = desk();
    const other = addInitiative(portfolio, 'Other', 'pilot');
    adopt(portfolio, { funded: [other] });
    portfolio.run('d', (tx) => commands.deleteInitiative(tx, { id: other }));
    expect(readAdoptedPlan(portfolio.db(), day('2026-12-31'))?.funded).toEqual([]);
  });
});
