import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { RULE_IDS, type RuleId } from '#shared/domain/verdict.ts';
import {
  AS_OF,
  date,
  evidence,
  exampleContext,
  incident,
  planVersion,
  remembering,
  scalableFacts,
  soundFacts,
  tripwire,
  withLevel,
} from '../example-facts.ts';
import { assetUse, simulatedAs } from '../example-model.ts';
import { codes, fix, type Given, losing, noMonths, rule, run, set, status, watched } from './rule-of.ts';

describe('describeRules()', () => {
  it('gives all 15 rules in their order', () => {
    expect(run(soundFacts()).rules.map((r) => r.rule)).toEqual(RULE_IDS);
  });

  describe('S1', () => {
    const strong = simulatedAs({ P: 0.86, BCR50: 1.8, PB: 0.78 });
    it('fires when all its conditions are true, with every number', () => {
      const outcome = rule(scalableFacts(), 'S1', { simulated: strong });
      expect(outcome.status).toBe('fires');
      expect(outcome.terms.slice(5)).toMatchObject([
        { quantity: 'readiness', actual: 75, threshold: 75 },
        { quantity: 'P(value > 0)', actual: 0.86, threshold: 0.8 },
        { quantity: 'benefit to cost (BCR50)', actual: 1.8, threshold: 1.5 },
        { quantity: 'benefit realisation (BRI)', actual: 1, threshold: 0.9 },
        { quantity: 'P(scaling pays back in 12 months)', actual: 0.78, threshold: 0.7 },
      ]);
    });

    it.each([
      ['P', simulatedAs({ P: 0.79, BCR50: 1.8, PB: 0.78 })],
      ['BCR50', simulatedAs({ P: 0.86, BCR50: 1.49, PB: 0.78 })],
      ['PB', simulatedAs({ P: 0.86, BCR50: 1.8, PB: 0.69 })],
    ])('is quiet below the mark of %s', (_, simulated) => {
      expect(run(scalableFacts(), { simulated }).rule).toBe('C1');
      expect(status(scalableFacts(), 'S1', { simulated })).toBe('quiet');
    });

    it('asks for readiness 75, or 70 once the last review recommended SCALE', () => {
      const facts = scalableFacts();
      const old = facts.assessments.map((a) =>
        a.gap === 'change' ? { ...a, evidence: [evidence('test', '2026-04-01')] } : a,
      );
      const below = { ...facts, assessments: old };
      const readiness = run(below).readiness;
      expect(readiness.status === 'known' && readiness.value > 70 && readiness.value < 75).toBe(true);
      expect(status(below, 'S1', { simulated: strong })).toBe('quiet');
      const context = remembering({ band: 3, wasScale: true });
      expect(status(below, 'S1', { simulated: strong, context })).toBe('fires');
    });

    it('asks for the floors of scaled: a low level is against it, stale evidence leaves it open', () => {
      const given = { simulated: strong };
      expect(status(withLevel(scalableFacts(), 'change', 2), 'S1', given)).toBe('quiet');
      const facts = scalableFacts();
      const assessments = facts.assessments.map((a) =>
        a.gap === 'change'
          ? { ...a, level: 2 as const, evidence: [] }
          : { ...a, level: 4 as const, evidence: [evidence('telemetry', '2026-09-01')] },
      );
      // R = 25 x .2 x (4 x 4 + 1) = 85: readiness does not stand against it
      expect(codes({ ...facts, assessments }, 'S1', given)).toEqual(['evidence:change']);
    });

    it('names the missing next scope, plan and gap', () => {
      const given = { simulated: simulatedAs({ P: 0.86, BCR50: 1.8, PB: null }) };
      const facts = soundFacts();
      const partial = { ...facts, assessments: facts.assessments.filter((a) => a.gap !== 'change') };
      expect(codes(partial, 'S1', given)).toEqual(['levels:change', 'plan', 'scope:scaled']);
      expect(codes(soundFacts('scaled'), 'S1', given)).toEqual(['plan', 'scope:expansion']);
    });

    it('asks no payback beyond the horizon, and says so', () => {
      const facts = scalableFacts();
      const late = {
        ...facts,
        scopes: facts.scopes.map((s) => (s.stage === 'scaled' ? { ...s, decisionMonth: 25 } : s)),
      };
      const given = { simulated: simulatedAs({ P: 0.86, BCR50: 1.8, PB: null }) };
      expect(run(late, given).paybackProbability.status).toBe('unknown');
      expect(codes(late, 'S1', given)).toEqual(['paybackHorizon']);
    });

    it('is quiet before production', () => {
      expect(status(soundFacts('pilot'), 'S1', { simulated: strong })).toBe('quiet');
    });
  });

  it('C1 says with its numbers what speaks for going on', () => {
    expect(rule(soundFacts(), 'C1').terms).toMatchObject([
      { quantity: 'expected value', actual: 100_000, comparator: '>', threshold: 0, holds: true },
      { quantity: 'P(value > 0)', actual: 0.7, threshold: 0.6, holds: true },
      { quantity: 'funded', actual: 'yes', holds: true },
    ]);
    expect(rule(soundFacts(), 'C1', { simulated: losing })).toMatchObject({ status: 'quiet', terms: [] });
  });

  it('shows numbers with thresholds for every rule that fires', () => {
    const pastDecisions = [fix('G5'), fix('G5')];
    const states: Readonly<Record<RuleId, [InitiativeFacts, Given]>> = {
      K1: [set(soundFacts(), { riskClass: 'prohibited' }), {}],
      K2: [{ ...soundFacts(), tripwires: [tripwire({ dueOn: AS_OF, measuredValue: 9 })] }, {}],
      K3: [soundFacts(), { simulated: simulatedAs({ UE: 0.04 }) }],
      K4: [soundFacts(), { simulated: losing }],
      K5: [{ ...withLevel(soundFacts(), 'evaluation', 1), pastDecisions }, {}],
      K6: [
        soundFacts('pilot', { stageEnteredOn: date('2025-10-01') }),
        { simulated: simulatedAs({ P: 0.45 }) },
      ],
      H0: [soundFacts(), { simulated: watched }],
      H1: [noMonths(soundFacts()), {}],
      F1: [withLevel(soundFacts(), 'evaluation', 2), {}],
      F2: [{ ...soundFacts(), planVersions: [planVersion(250_000)] }, {}],
      H2: [{ ...soundFacts(), assetUses: [assetUse('limited', { liveOn: null })] }, {}],
      H3: [soundFacts(), { simulated: simulatedAs({ P: 0.45 }) }],
      H4: [
        soundFacts(),
        {
          context: exampleContext({
            plan: { id: 'q', adoptedOn: AS_OF, funded: [], notFunded: ['i1'], rolePrices: {} },
          }),
        },
      ],
      S1: [scalableFacts(), { simulated: simulatedAs({ P: 0.86, BCR50: 1.8, PB: 0.78 }) }],
      C1: [soundFacts(), {}],
    };
    for (const id of RULE_IDS) {
      const [facts, given] = states[id];
      const result = run(facts, given);
      expect(result.rule, id).toBe(id);
      const terms = result.rules.find((r) => r.rule === id)?.terms ?? [];
      expect(terms.length, id).toBeGreaterThan(0);
      expect(
        terms.every((t) => t.threshold !== null),
        id,
      ).toBe(true);
    }
  });

  it('lists all matches, the first of which decides', () => {
    const facts = {
      ...withLevel(soundFacts('pilot', { stageEnteredOn: date('2025-06-01'), lawfulBasis: 'no' }), 'data', 1),
      tripwires: [tripwire({ dueOn: AS_OF, measuredValue: 9 })],
      incidents: [incident()],
    };
    const result = run(facts, { simulated: simulatedAs({ P: 0.45 }) });
    expect(result.rules.filter((r) => r.status === 'fires').map((r) => r.rule)).toEqual([
      'K1',
      'K2',
      'K6',
      'F1',
      'H3',
    ]);
    expect([result.verdict, result.rule]).toEqual(['kill', 'K1']);
  });
});
