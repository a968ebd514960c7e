import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import {
  date,
  evidence,
  exampleContext,
  lastMonths,
  month,
  planVersion,
  soundFacts,
  unitCounts,
  withLevel,
} from '../example-facts.ts';
import { assetUse, simulatedAs } from '../example-model.ts';
import { codes, type Given, losing, noModel, noMonths, rule, run, set, status } from './rule-of.ts';

describe('describeRules()', () => {
  describe('H1', () => {
    it('fires on too few complete months and lists what to measure', () => {
      const facts = { ...soundFacts(), closedMonths: lastMonths(2) };
      expect(rule(facts, 'H1')).toMatchObject({
        status: 'fires',
        missing: [{ code: 'closedMonths', text: '1 more complete closed month (2 of 3)' }],
      });
    });

    it('fires on an unknown gate, its items before the months, the forward model last', () => {
      const facts = noModel(noMonths(set(soundFacts(), { lawfulBasis: null })));
      expect(codes(facts, 'H1')).toEqual([
        'readings',
        'lawfulBasis',
        'closedMonths',
        'confidence',
        'forwardModel',
      ]);
    });

    it('names what the forward model lacks', () => {
      const facts = soundFacts();
      const incomplete = { ...facts, stopTerms: null };
      expect(run(incomplete).rule).toBe('H1');
      expect(rule(incomplete, 'H1').missing).toHaveLength(1);
      expect(rule(incomplete, 'H1').terms).toContainEqual({
        quantity: 'forward model',
        actual: 'incomplete',
        comparator: '=',
        threshold: 'complete',
        unit: 'text',
        holds: false,
      });
    });

    it('asks for data confidence of .5 from pilot on', () => {
      const weak = (stage: 'idea' | 'pilot') => {
        const facts = soundFacts(stage);
        const old = facts.assessments.map((a) => ({
          ...a,
          evidence: [evidence('test', '2026-02-01')],
        }));
        return {
          ...facts,
          assessments: old,
          values: facts.values.filter((v) => v.lineId !== 'o1' || v.month >= month('2026-08')),
        };
      };
      // q = .8 x 2^(-241/30.4375/6) = .320; C = .16 + .5 x .8 x 2/3 = .427
      expect(run(weak('pilot')).confidence).toBeCloseTo(0.427, 3);
      expect(rule(weak('pilot'), 'H1')).toMatchObject({
        status: 'fires',
        missing: [{ code: 'confidence', text: expect.stringContaining('data confidence 0.42, needs 0.5') }],
      });
      expect(status(weak('idea'), 'H1')).toBe('quiet');
    });

    it('asks an idea for no months', () => {
      expect(status(noMonths(soundFacts('idea')), 'H1')).toBe('quiet');
    });
  });

  describe('F1', () => {
    it('fires on a fixable failure, also inside a gate that is unknown', () => {
      expect(status(set(soundFacts(), { technicalOwner: '' }), 'F1')).toBe('fires');
      const facts = set(withLevel(soundFacts(), 'evaluation', 1), { evaluationRanOn: null });
      expect(status(facts, 'F1')).toBe('fires');
      expect(run(facts).rule).toBe('H1');
    });

    it('cannot be told while a gate is unknown and none fails', () => {
      expect(codes(set(soundFacts(), { lawfulBasis: null }), 'F1')).toEqual(['lawfulBasis']);
      expect(status(soundFacts(), 'F1')).toBe('quiet');
    });
  });

  describe('F2', () => {
    const planned = (amount: number): InitiativeFacts => ({
      ...soundFacts(),
      planVersions: [planVersion(amount)],
      unitCounts: unitCounts(lastMonths(6), 100),
    });
    it('fires on BRI below .70, with the comparison', () => {
      // 3 x 150,000 of 3 x 250,000
      const outcome = rule(planned(250_000), 'F2');
      expect(outcome).toMatchObject({
        status: 'fires',
        terms: [
          {
            quantity: 'benefit realisation (BRI)',
            actual: 0.6,
            comparator: '<',
            threshold: 0.7,
            holds: true,
          },
          { quantity: 'rise of the cost per success', actual: 0, unit: 'percent', holds: false },
        ],
      });
      expect(status(planned(200_000), 'F2')).toBe('quiet');
    });

    it('fires on a cost per success up by more than 20 %', () => {
      const rising = {
        ...planned(150_000),
        unitCounts: [...unitCounts(lastMonths(6).slice(0, 3), 500), ...unitCounts(lastMonths(3), 400)],
      };
      expect(run(rising).costPerSuccessRise).toEqual({ status: 'known', value: 0.25 });
      expect(status(rising, 'F2')).toBe('fires');
    });

    it('cannot be told without plan or counts, and is quiet before production', () => {
      expect(codes(soundFacts(), 'F2')).toEqual(['plan', 'unitCounts']);
      expect(codes({ ...planned(150_000), unitCounts: [] }, 'F2')).toEqual(['unitCounts']);
      expect(status({ ...planned(250_000), unitCounts: [] }, 'F2')).toBe('fires');
      expect(status(soundFacts('pilot'), 'F2')).toBe('quiet');
    });

    it('keeps the plan of an unmeasured outcome in the index', () => {
      const facts = planned(150_000);
      const values = facts.values.filter((v) => v.lineId !== 'o1' || v.month !== month('2026-09'));
      expect(run({ ...facts, values }).benefitRealisation).toEqual({ status: 'known', value: 2 / 3 });
    });
  });

  describe('H2', () => {
    it('fires on a shared asset needed now or earlier that is not live, and names it', () => {
      const facts = {
        ...soundFacts(),
        assetUses: [
          assetUse('pilot', {
            liveOn: null,
            plannedLiveMonth: month('2026-12'),
            lateProbability: 0,
            monthsLate: 0,
          }),
        ],
      };
      expect(rule(facts, 'H2')).toMatchObject({
        status: 'fires',
        terms: [{ quantity: 'shared asset "Claims connector", needed from Pilot', actual: 'not live' }],
      });
    });

    it('is quiet when it is live, or needed only later', () => {
      expect(status({ ...soundFacts(), assetUses: [assetUse('limited')] }, 'H2')).toBe('quiet');
      const later = assetUse('scaled', {
        liveOn: null,
        plannedLiveMonth: month('2026-12'),
        lateProbability: 0,
        monthsLate: 0,
      });
      expect(status({ ...soundFacts(), assetUses: [later] }, 'H2')).toBe('quiet');
    });

    it('does not take an asset for live that goes live after the as-of date', () => {
      const coming = assetUse('limited', {
        liveOn: date('2026-10-01'),
        plannedLiveMonth: month('2026-10'),
        lateProbability: 0,
        monthsLate: 0,
      });
      expect(status({ ...soundFacts(), assetUses: [coming] }, 'H2')).toBe('fires');
    });
  });

  describe('H3', () => {
    it.each([
      ['E above 0, P below .60', simulatedAs({ P: 0.45 }), 'fires'],
      ['E at most 0, P not below .30', simulatedAs({ E: -1, P: 0.35 }), 'fires'],
      ['E above 0, P low', simulatedAs({ P: 0.1 }), 'fires'],
      ['positive', simulatedAs(), 'quiet'],
      ['negative', losing, 'quiet'],
    ] as const)('%s: %s', (_, simulated, expected) => {
      const outcome = rule(soundFacts(), 'H3', { simulated });
      expect(outcome.status).toBe(expected);
      expect(outcome.terms.every((t) => t.holds === true)).toBe(expected === 'fires');
    });

    it('cannot be told without E and P', () => {
      expect(codes(noModel(soundFacts()), 'H3')).toEqual(['forwardModel']);
    });
  });

  describe('H4', () => {
    const plan = { id: 'q', adoptedOn: date('2026-07-01'), funded: ['i1'], notFunded: [], rolePrices: {} };
    const given = (over: Partial<typeof plan>) => ({
      context: exampleContext({ plan: { ...plan, ...over } }),
    });
    it('fires when the adopted plan names it as not funded', () => {
      const out = given({ funded: [], notFunded: ['i1'] as never[] });
      expect(run(soundFacts(), out).rule).toBe('H4');
      expect(run(soundFacts(), out).plan).toEqual({ isAdopted: true, isFunded: false });
      expect(run(soundFacts(), { ...out, simulated: simulatedAs({ P: 0.4 }) }).rule).toBe('H3');
    });

    it('is quiet when funded, when newer than the plan, without a plan and before it was adopted', () => {
      const noted = (over?: Given) => {
        const result = run(soundFacts(), over);
        expect(result.rules.find((r) => r.rule === 'H4')?.status).toBe('quiet');
        return result.notes.map((n) => n.code);
      };
      expect(noted(given({}))).toEqual([]);
      expect(noted(given({ funded: [] }))).toEqual(['newerThanPlan']);
      expect(noted()).toEqual(['noPlan']);
      expect(
        noted(given({ funded: [], notFunded: ['i1'] as never[], adoptedOn: date('2026-10-01') })),
      ).toEqual(['noPlan']);
    });
  });
});
