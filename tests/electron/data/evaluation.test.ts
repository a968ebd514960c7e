import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { getRows } from '#db/handles.ts';
import { readAuditHead, readTouchedInitiatives } from '#db/read/history.ts';
import type { Tx } from '#db/write.ts';
import { type Evaluated, type Evaluation, evaluation } from '#electron/data/evaluation.ts';
import { requestHash } from '#shared/decision/input-hash.ts';
import type { Simulated } from '#shared/decision/result.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import { simulatedAs } from '#tests/shared/decision/example-model.ts';
import { ASSET } from '#tests/support/desk.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';
import { randomSteps, runStep } from '#tests/support/random-commands.ts';

const AS_OF = '2026-09-30' as IsoDate;
const LATER = '2026-12-31' as IsoDate;

/** Figures that hang on everything a simulation depends on, without its work. */
function quick(request: SimulationRequest): Simulated {
  const digest = Number.parseInt(requestHash(request).slice(0, 8), 16);
  return simulatedAs({ E: (digest % 2001) - 1000, P: (digest % 97) / 97 });
}

interface Kept {
  readonly portfolio: TestPortfolio;
  readonly own: Evaluation;
  /** Forgets what the history entries since the last call touched, as the data service does after a command. */
  readonly tell: () => void;
}

function keptEvaluation(portfolio: TestPortfolio): Kept {
  const own = evaluation(portfolio.db(), quick);
  let told = readAuditHead(portfolio.db()).seq;
  const tell = () => {
    const { seq: head } = readAuditHead(portfolio.db());
    for (told += 1; told <= head; told += 1) {
      const tables = getRows<{ name: string }>(
        portfolio.db(),
        'SELECT DISTINCT table_name AS name FROM history_change WHERE seq = ?',
        told,
      );
      own.forget(
        readTouchedInitiatives(portfolio.db(), told, 200) ?? 'all',
        tables.map(({ name }) => name),
      );
    }
    told = head;
  };
  return { portfolio, own, tell };
}

/** A portfolio of three pilots; `run` is a command and its announcement. */
function threePilots() {
  const kept = keptEvaluation(newTestPortfolio());
  const { portfolio, own, tell } = kept;
  const run = <T>(work: (tx: Tx) => T): T => {
    const { value } = portfolio.run('command', work);
    tell();
    return value;
  };
  const [a = '', b = '', c = ''] = ['A', 'B', 'C'].map(
    (name) => run((tx) => commands.createInitiative(tx, { name, stage: 'pilot' }, portfolio.newId)).id,
  );
  const look = (asOf = AS_OF) => new Map(own.all(asOf));
  return { ...kept, run, look, ids: [a, b, c], a, b, c };
}

/** Which of the initiatives were read again, and which decided again, between two looks. */
function between(before: ReadonlyMap<string, Evaluated>, after: ReadonlyMap<string, Evaluated>) {
  const ids = [...after.keys()].sort();
  return {
    read: ids.filter((id) => before.get(id)?.facts !== after.get(id)?.facts),
    decided: ids.filter((id) => before.get(id)?.result !== after.get(id)?.result),
  };
}

describe('evaluation()', () => {
  it('does nothing again while nothing has changed', () => {
    const { look } = threePilots();
    expect(between(look(), look())).toEqual({ read: [], decided: [] });
  });

  it('reads and decides again what a command touched, and nothing else', () => {
    const { look, run, b } = threePilots();
    const before = look();
    run((tx) => commands.updateInitiative(tx, { id: b, patch: { purpose: 'Sorts claims' } }));
    const after = look();
    expect(between(before, after)).toEqual({ read: [b], decided: [b] });
    expect(after.get(b)?.facts.initiative.purpose).toBe('Sorts claims');
  });

  it('forgets what was deleted', () => {
    const { look, run, a, b, c } = threePilots();
    look();
    run((tx) => commands.deleteInitiative(tx, { id: b }));
    expect([...look().keys()].sort()).toEqual([a, c]);
  });

  it.each([
    [
      'a saved policy',
      (tx: Tx) =>
        commands.savePolicy(tx, { policy: { ...DEFAULT_POLICY, discountRate: 0.08 }, reason: 'New rate' }),
    ],
    [
      'an adopted plan',
      (tx: Tx, newId: () => string) =>
        commands.adoptPlan(
          tx,
          { adoptedOn: AS_OF, note: '', funded: [], notFunded: [], rolePrices: {} },
          newId,
        ),
    ],
    [
      'a shared asset that goes live',
      (tx: Tx, newId: () => string) => commands.addAsset(tx, { asset: { ...ASSET, liveOn: AS_OF } }, newId),
    ],
    ['another currency', (tx: Tx) => commands.updateSettings(tx, { currency: 'JPY' })],
  ] as const)('decides everything again after %s', (_, change) => {
    const { look, run, ids, portfolio } = threePilots();
    const before = look();
    run((tx) => change(tx, portfolio.newId));
    expect(between(before, look()).decided).toEqual(ids);
  });

  it('decides everything again after a change of stage, and reads the one again that changed', () => {
    const { look, run, ids, b } = threePilots();
    const before = look();
    run((tx) =>
      commands.updateInitiative(tx, {
        id: b,
        patch: { stage: 'limited', stageEnteredOn: '2026-09-01' as IsoDate },
      }),
    );
    expect(between(before, look())).toEqual({ read: [b], decided: ids });
  });

  it('decides everything again also when somebody has asked for the new context first', () => {
    const { look, run, ids, b, own } = threePilots();
    const before = look();
    run((tx) =>
      commands.updateInitiative(tx, {
        id: b,
        patch: { stage: 'limited', stageEnteredOn: '2026-09-01' as IsoDate },
      }),
    );
    expect(own.context(AS_OF).stageRecord.pilot).toEqual({ trials: 1, successes: 1 });
    expect(between(before, look()).decided).toEqual(ids);
  });

  it('decides everything again as of another day, without reading it again', () => {
    const { look, ids, own } = threePilots();
    const before = look();
    expect(own.context(LATER).asOf).toBe(LATER);
    const after = look(LATER);
    expect(between(before, after)).toEqual({ read: [], decided: ids });
    expect([...after.values()].map(({ result }) => result.asOf)).toEqual([LATER, LATER, LATER]);
  });

  it('decides again, and reads nothing, when simulations have come in', () => {
    const { look, own, a } = threePilots();
    const before = look();
    own.decideAgain([a, 'nobody']);
    expect(between(before, look())).toEqual({ read: [], decided: [a] });
  });

  it('says the same as a fresh reading, whatever is done and in whatever order it is asked', () => {
    fc.assert(
      fc.property(randomSteps({ maxLength: 40 }), (steps) => {
        const { portfolio, own, tell } = keptEvaluation(newTestPortfolio({ isFast: true }));
        for (const step of steps) {
          runStep(portfolio, step);
          tell();
          const asOf = step.n % 5 === 0 ? LATER : AS_OF;
          // Other calls ask for the context alone, before or instead of the verdicts.
          if (step.n % 3 === 0) own.context(asOf);
          if (step.n % 4 === 0) continue;
          const fresh = evaluation(portfolio.db(), quick).all(asOf);
          expect(Object.fromEntries(own.all(asOf))).toEqual(Object.fromEntries(fresh));
        }
      }),
      { numRuns: 20 },
    );
  });
});
