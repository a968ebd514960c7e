import { describe, expect, test } from 'vitest';
import { openEngine } from '#shared/decision/explain/engine.ts';
import type { EngineInputs } from '#shared/decision/explain/engine-inputs.ts';
import { sinceReview } from '#shared/decision/explain/since-review.ts';
import type { InputChange } from '#shared/decision/explanation.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { knownOn } from '#shared/decision/known-facts.ts';
import { prepare } from '#shared/decision/prepare.ts';
import { GAPS } from '#shared/domain/gap.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import {
  assessment,
  costLine,
  date,
  evidence,
  incident,
  lastMonths,
  money,
  monthly,
  tripwire,
  withLevel,
} from '../example-facts.ts';
import { CONNECTOR, driver, SCALABLE_CONTEXT, scalable } from './worked-example.ts';

const DRAWS = 2000;
const NOW: EngineInputs = { facts: scalable(), context: SCALABLE_CONTEXT };

function changesSince(old: EngineInputs, now: EngineInputs = NOW): readonly InputChange[] {
  const engine = openEngine(DRAWS, () => false);
  const known = (inputs: EngineInputs): EngineInputs => ({
    ...inputs,
    facts: knownOn(inputs.facts, inputs.context.asOf),
  });
  const scores = ({ facts, context }: EngineInputs) => {
    const { gaps } = prepare(facts, context);
    return GAPS.map((gap) => gaps[gap].score);
  };
  const compared = { old: known(old), now: known(now) };
  const previous = {
    reviewName: 'Q2',
    endsOn: date('2026-06-30'),
    verdict: 'hold',
    rule: 'H1',
  } as const;
  const review = sinceReview(
    previous,
    compared,
    { old: scores(compared.old), now: scores(compared.now) },
    engine.recommend(compared.now),
    engine.recommend,
  );
  expect(review).toMatchObject({
    reviewName: 'Q2',
    endsOn: '2026-06-30',
    verdictThen: 'hold',
    ruleThen: 'H1',
  });
  return review.changes;
}

const withFields = (over: Partial<InitiativeFacts['initiative']>): InitiativeFacts => ({
  ...NOW.facts,
  initiative: { ...NOW.facts.initiative, ...over },
});
const facts = (over: Partial<InitiativeFacts>): InitiativeFacts => ({ ...NOW.facts, ...over });
const months = lastMonths(9);

describe('sinceReview()', () => {
  // [what was then, input, was, is, verdict with the old one]
  const table: readonly (readonly [string, InitiativeFacts, Partial<InputChange>])[] = [
    [
      'an owner named since',
      withFields({ technicalOwner: '' }),
      { input: 'field:technicalOwner', was: 'blank', is: 'T. Owner', ruleWithOld: 'F1', mattered: true },
    ],
    [
      'a lawful basis found since',
      withFields({ lawfulBasis: 'no' }),
      { input: 'field:lawfulBasis', was: 'no', is: 'yes', verdictWithOld: 'kill', mattered: true },
    ],
    [
      'a target raised since',
      withFields({ targetValue: 0.7 }),
      {
        input: 'field:target',
        was: 'at least, 0.7, 2026-12-31',
        is: 'at least, 0.8, 2026-12-31',
        mattered: false,
      },
    ],
    [
      'a pause ended since',
      withFields({ isPaused: true, pausedMonths: 1 }),
      {
        input: 'field:pause',
        was: 'paused, 1 months paused',
        is: 'running, 0 months paused',
        mattered: false,
      },
    ],
    [
      'a level reached since',
      withLevel(NOW.facts, 'data', 2),
      {
        input: 'level:data',
        was: 'level 2, test result of 2026-09-01',
        is: 'level 3, test result of 2026-09-01',
        ruleWithOld: 'F1',
        mattered: true,
      },
    ],
    [
      'a gap assessed since',
      facts({ assessments: NOW.facts.assessments.filter(({ gap }) => gap !== 'change') }),
      { input: 'level:change', was: 'never assessed', ruleWithOld: 'H1', mattered: true },
    ],
    [
      'months closed since',
      facts({ closedMonths: months.slice(0, 2) }),
      { input: 'closedMonths', was: '2, the latest 2026-02', is: '9, the latest 2026-09', ruleWithOld: 'H1' },
    ],
    [
      'amounts of a line restated since',
      facts({ values: [...monthly('c1', months, 100_000), ...monthly('o1', months, 400_000)] }),
      {
        input: 'line:o1',
        name: 'Outcome line o1',
        was: '9 months measured, together 36,000',
        is: '9 months measured, together 87,300',
        ruleWithOld: 'F2',
        mattered: true,
      },
    ],
    [
      'a line that is new',
      facts({ lines: NOW.facts.lines.filter(({ id }) => id !== 'c1') }),
      {
        input: 'line:c1',
        was: 'none',
        is: '9 months measured, together 9,000',
        ruleWithOld: 'H1',
        mattered: true,
      },
    ],
    [
      'a line that is gone',
      facts({ lines: [...NOW.facts.lines, costLine('gone')] }),
      {
        input: 'line:gone',
        is: 'none',
        was: '0 months measured, together 0',
        ruleWithOld: 'H1',
        mattered: true,
      },
    ],
    [
      'a plan locked since',
      facts({ planVersions: [] }),
      { input: 'planVersions', was: 'none', is: 'version 1', mattered: false },
    ],
    [
      'metric readings taken since',
      facts({ readings: [] }),
      {
        input: 'readings',
        was: 'none',
        is: '9, the latest 0.82 of 2026-09',
        ruleWithOld: 'H1',
        mattered: true,
      },
    ],
    [
      'a tripwire measured since',
      facts({ tripwires: [tripwire({ dueOn: date('2026-09-15'), measuredValue: 9 })] }),
      {
        input: 'tripwire:t1',
        was: 'at most 3 by 2026-09-15, measured 9',
        is: 'at most 3 by 2026-12-31, not measured',
        ruleWithOld: 'K2',
        mattered: true,
      },
    ],
    [
      'tasks counted anew since',
      facts({
        unitCounts: months.map((month, i) => ({ month, attempts: 5000, successes: i < 6 ? 4200 : 2000 })),
      }),
      {
        input: 'unitCounts',
        was: '9 months, 31,200 successful tasks',
        is: '9 months, 37,800 successful tasks',
        ruleWithOld: 'F2',
        mattered: true,
      },
    ],
    [
      'an incident closed since',
      facts({ incidents: [incident({ deadline: date('2026-09-10') })] }),
      { input: 'incident:n1', was: 'severity 1, open, deadline 2026-09-10', is: 'none', ruleWithOld: 'K1' },
    ],
    [
      'a driver measured since',
      facts({
        drivers: NOW.facts.drivers.map((one) =>
          one.id === 'value' ? { ...one, p10: 5.1, p50: 6.4, p90: 8 } : one,
        ),
      }),
      {
        input: 'driver:value',
        name: 'value',
        was: '5.1 / 6.4 / 8',
        is: '4.1 / 5.4 / 7',
        ruleWithOld: 'S1',
        mattered: true,
      },
    ],
    [
      'a driver entered since',
      facts({
        drivers: NOW.facts.drivers.map((one) => (one.id === 'value' ? { ...one, p50: null } : one)),
      }),
      { input: 'driver:value', was: 'not entered', ruleWithOld: 'H1', mattered: true },
    ],
    [
      'a scope ramped otherwise',
      facts({
        scopes: NOW.facts.scopes.map((one) => (one.stage === 'scaled' ? { ...one, rampMonths: 12 } : one)),
      }),
      {
        input: 'scope:scaled',
        was: '7 lines, planned, decided in month 0, build 2, ramp 12',
        is: '7 lines, planned, decided in month 0, build 2, ramp 3',
        mattered: false,
      },
    ],
    [
      'stop terms entered since',
      facts({ stopTerms: null }),
      {
        input: 'stopTerms',
        was: 'not entered',
        is: 'salvage 0, exit 15,000, upkeep 500 x 6 months',
        ruleWithOld: 'H1',
        mattered: true,
      },
    ],
    [
      'an asset needed later now',
      facts({ assetUses: [{ ...CONNECTOR, neededFrom: 'limited' }] }),
      { input: 'asset:connector', ruleWithOld: 'H2', mattered: true },
    ],
  ];
  test.each(table)('puts the old one back alone: %s', (_, old, expected) => {
    const changes = changesSince({ facts: old, context: NOW.context });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject(expected);
  });

  test('says nothing of what no rule reads', () => {
    const old = facts({
      initiative: { ...NOW.facts.initiative, name: 'Another name', purpose: 'x', financeValidator: 'y' },
      incidents: [],
      lines: NOW.facts.lines.map((line) => ({ ...line, name: `${line.name} before`, sortOrder: 9 })),
      drivers: NOW.facts.drivers.map((one) => ({ ...one, name: 'x', measureCost: money(5) })),
      values: NOW.facts.values.toReversed(),
    });
    const policy = { ...DEFAULT_POLICY, version: 7 };
    expect(changesSince({ facts: old, context: { ...NOW.context, policy } })).toEqual([]);
  });

  test('puts a driver back with the scope that names it', () => {
    const scopes = NOW.facts.scopes.map((one) => ({
      ...one,
      lines: one.lines.map((line) => (line.kind === 'once' ? { ...line, driverIds: ['old-scaling'] } : line)),
    }));
    const drivers = NOW.facts.drivers.map((one) =>
      one.id === 'scaling' ? driver('old-scaling', 'positive', [50_000, 60_000, 80_000]) : one,
    );
    const changes = changesSince({ facts: facts({ scopes, drivers }), context: NOW.context });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ input: 'scope:scaled', ruleWithOld: 'S1', mattered: true });
  });

  const contexts: readonly (readonly [string, Partial<EngineContext>, Partial<InputChange>])[] = [
    [
      'another policy',
      { policy: { ...DEFAULT_POLICY, version: 2, scalePaybackProbability: 0.5 } },
      {
        input: 'policy',
        name: 'Policy (scalePaybackProbability)',
        was: 'version 2',
        is: 'version 1',
        ruleWithOld: 'S1',
        mattered: true,
      },
    ],
    [
      'a plan that left it out',
      {
        plan: {
          id: 'p',
          adoptedOn: date('2026-07-01'),
          funded: [],
          notFunded: ['i1'],
          rolePrices: { engineer: 500 },
        },
      },
      {
        input: 'plan',
        was: 'plan of 2026-07-01: not funded, engineer 500 a month',
        is: 'no plan adopted',
        ruleWithOld: 'H4',
        mattered: true,
      },
    ],
    [
      'another memory',
      { memory: new Map([['i1', { band: 0, pending: 0, killWatches: 2, wasScale: false }]]) },
      { input: 'memory', was: 'band 0, 2 kill watches', is: 'none', ruleWithOld: 'H3', mattered: true },
    ],
    [
      'a longer record',
      { stageRecord: { ...SCALABLE_CONTEXT.stageRecord, limited: { trials: 30, successes: 0 } } },
      { input: 'stageRecord', is: 'idea 0 of 0, pilot 0 of 0, limited 1 of 2' },
    ],
    ['another seed', { seed: '2025' }, { input: 'seed', was: '2025', is: '2026' }],
  ];
  test.each(contexts)('compares what stands beside the facts: %s', (_, over, expected) => {
    const changes = changesSince({ facts: NOW.facts, context: { ...NOW.context, ...over } });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject(expected);
  });

  test('puts changes that mattered first, each tried alone', () => {
    const old = { ...withLevel(NOW.facts, 'data', 2), planVersions: [] };
    const changes = changesSince({ facts: old, context: { ...NOW.context, seed: '1' } });
    expect(changes.map(({ input, mattered }) => [input, mattered])).toEqual([
      ['level:data', true],
      ['planVersions', false],
      ['seed', false],
    ]);
  });

  describe('time passed', () => {
    const earlier = (asOf: string): EngineContext => ({ ...NOW.context, asOf: date(asOf) });

    test('makes evidence that was there as young as it was', () => {
      const aged = facts({
        assessments: GAPS.map((gap) =>
          assessment(gap, 3, { ratedOn: date('2025-12-01'), evidence: [evidence('test', '2025-11-20')] }),
        ),
      });
      const now = { facts: aged, context: NOW.context };
      expect(openEngine(DRAWS, () => false).recommend(now).rule).toBe('H1');
      const changes = changesSince({ facts: aged, context: earlier('2026-06-30') }, now);
      const time = changes.find(({ input }) => input === 'asOf');
      expect(time).toMatchObject({ was: '2026-06-30', is: '2026-09-30', mattered: true });
      expect(time?.verdictWithOld).not.toBe('hold');
    });

    test('leaves evidence that is new since with its own date', () => {
      const fresh = changesSince({
        facts: facts({ assessments: [] }),
        context: earlier('2026-08-31'),
      });
      const time = fresh.find(({ input }) => input === 'asOf');
      expect(time).toMatchObject({ verdictWithOld: 'continue', mattered: false });
    });

    test('takes back a tripwire that nobody measured in time', () => {
      const due = facts({ tripwires: [tripwire({ dueOn: date('2026-08-15') })] });
      const changes = changesSince(
        { facts: due, context: earlier('2026-08-31') },
        { facts: due, context: NOW.context },
      );
      expect(changes.find(({ input }) => input === 'asOf')).toMatchObject({
        verdictWithOld: 'continue',
        mattered: true,
      });
    });

    test('does not take back a tripwire that had been missed by then', () => {
      const due = facts({ tripwires: [tripwire({ dueOn: date('2026-08-15'), measuredValue: 9 })] });
      const changes = changesSince(
        { facts: due, context: earlier('2026-08-31') },
        { facts: due, context: NOW.context },
      );
      expect(changes.find(({ input }) => input === 'asOf')).toMatchObject({
        ruleWithOld: 'K2',
        mattered: false,
      });
    });
  });
});
