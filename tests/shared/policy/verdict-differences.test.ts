import { describe, expect, it } from 'vitest';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { RULE_VERDICTS, type RuleId } from '#shared/domain/verdict.ts';
import { withValue } from '#shared/policy/policy-path.ts';
import { type Decide, type Decided, verdictDifferences } from '#shared/policy/verdict-differences.ts';

function facts(...ids: readonly string[]): readonly InitiativeFacts[] {
  return ids.map((id) => ({ initiative: { id } }) as unknown as InitiativeFacts);
}

function context(...changes: readonly (readonly [string, number | string])[]): EngineContext {
  const policy = changes.reduce<Policy>(
    (made, [path, value]) => withValue(made, path, value),
    DEFAULT_POLICY,
  );
  return {
    policy,
    plan: null,
    stageRecord: {
      idea: { trials: 0, successes: 0 },
      pilot: { trials: 0, successes: 0 },
      limited: { trials: 0, successes: 0 },
    },
    memory: new Map(),
    asOf: '2026-09-30' as IsoDate,
    seed: '2026',
    minorPerUnit: 100,
  };
}

const by = (rule: RuleId): Decided => ({ rule, verdict: RULE_VERDICTS[rule], isComputing: false });
const COMPUTING: Decided = { rule: null, verdict: null, isComputing: true };
const RETIRED: Decided = { rule: null, verdict: null, isComputing: false };

/** A decider that sees nothing but the policy: what is compared here is the comparison. */
const decider =
  (rules: Readonly<Record<string, (policy: Policy) => Decided>>): Decide =>
  ({ initiative }, { policy }) =>
    rules[initiative.id]?.(policy) ?? by('C1');

describe('verdictDifferences()', () => {
  it('finds none between equal policies', () => {
    const decide = decider({ a: (policy) => by(policy.strikes === 2 ? 'K5' : 'F1') });
    expect(verdictDifferences(facts('a', 'b'), context(), context(), decide)).toEqual({
      compared: 2,
      computing: [],
      differences: [],
    });
  });

  it('names the one setting that makes the difference among several that changed', () => {
    const decide = decider({ a: (policy) => by(0.72 >= policy.probabilityCuts[1] ? 'C1' : 'H3') });
    const after = context(['probabilityCuts.1', 0.75], ['strikes', 3], ['scaleBcr', 2]);
    expect(verdictDifferences(facts('a', 'b'), context(), after, decide)).toEqual({
      compared: 2,
      computing: [],
      differences: [
        {
          id: 'a',
          from: { verdict: 'continue', rule: 'C1' },
          to: { verdict: 'hold', rule: 'H3' },
          isVerdictChanged: true,
          because: {
            kind: 'alone',
            settings: [{ name: 'Cuts of P: Middle, positive from', paths: ['probabilityCuts.1'] }],
          },
        },
      ],
    });
  });

  it('names every setting that gives the old verdict back by itself', () => {
    // Scaling needs both marks: either old one puts SCALE out of reach again.
    const decide = decider({
      a: (policy) => by(policy.scaleBcr <= 1.2 && policy.readinessEnter <= 72 ? 'S1' : 'C1'),
    });
    const after = context(['scaleBcr', 1.2], ['readinessEnter', 72]);
    const [difference] = verdictDifferences(facts('a'), context(), after, decide).differences;
    expect(difference?.because).toEqual({
      kind: 'alone',
      settings: [
        { name: 'Scale from a benefit-cost ratio of (S1)', paths: ['scaleBcr'] },
        { name: 'Readiness to scale', paths: ['readinessEnter'] },
      ],
    });
  });

  it('says "together" when each change is enough and no single old value gives the verdict back', () => {
    const decide = decider({
      a: (policy) => by(policy.scaleBcr > 2 || policy.readinessEnter > 80 ? 'C1' : 'S1'),
    });
    const after = context(['scaleBcr', 2.5], ['readinessEnter', 85]);
    const [difference] = verdictDifferences(facts('a'), context(), after, decide).differences;
    expect(difference?.because).toEqual({ kind: 'together' });
  });

  it('does not count a third verdict as giving back the old one', () => {
    const decide = decider({
      a: (policy) => by(policy.strikes === 2 ? 'K5' : policy.pilotTimeBoxMonths === 9 ? 'F1' : 'C1'),
    });
    const after = context(['strikes', 3], ['pilotTimeBoxMonths', 12]);
    const [difference] = verdictDifferences(facts('a'), context(), after, decide).differences;
    expect(difference?.because).toEqual({
      kind: 'alone',
      settings: [{ name: 'FIX decisions in a row, the next is a kill (K5)', paths: ['strikes'] }],
    });
  });

  it('reports another rule with the same verdict after the changed verdicts', () => {
    const decide = decider({
      a: (policy) => by(policy.confidenceNeeded > 0.5 ? 'H1' : 'H3'),
      b: (policy) => by(policy.confidenceNeeded > 0.5 ? 'H1' : 'C1'),
    });
    const { differences } = verdictDifferences(
      facts('a', 'b'),
      context(),
      context(['confidenceNeeded', 0.6]),
      decide,
    );
    expect(differences.map(({ id, isVerdictChanged }) => [id, isVerdictChanged])).toEqual([
      ['b', true],
      ['a', false],
    ]);
    expect(differences[1]?.because).toMatchObject({
      kind: 'alone',
      settings: [{ paths: ['confidenceNeeded'] }],
    });
  });

  it('puts the weights back as one, so that they always sum to 1', () => {
    const sums: number[] = [];
    const decide = decider({
      a: ({ gapWeights: weights }) => {
        sums.push(
          weights.data + weights.integration + weights.evaluation + weights.governance + weights.change,
        );
        return by(weights.data > 0.25 ? 'S1' : 'C1');
      },
    });
    const after = context(['gapWeights.data', 0.3], ['gapWeights.change', 0.1]);
    const [difference] = verdictDifferences(facts('a'), context(), after, decide).differences;
    expect(difference?.because).toEqual({
      kind: 'alone',
      settings: [{ name: 'Weights of the gaps', paths: ['gapWeights.data', 'gapWeights.change'] }],
    });
    for (const sum of sums) expect(sum).toBeCloseTo(1, 9);
  });

  it('tries no old value that contradicts the new ones beside it', () => {
    const tried: (readonly number[])[] = [];
    const decide = decider({
      a: (policy) => {
        tried.push(policy.probabilityCuts);
        return by(policy.probabilityCuts[0] > 0.5 ? 'K4' : 'C1');
      },
    });
    const after = context(
      ['probabilityCuts.0', 0.64],
      ['probabilityCuts.1', 0.76],
      ['probabilityCuts.2', 0.9],
    );
    const [difference] = verdictDifferences(facts('a'), context(), after, decide).differences;
    // The old middle cut .6 would lie below the new lowest one .64; the old highest .8 too near the new middle one.
    expect(tried).toEqual([
      [0.3, 0.6, 0.8],
      [0.64, 0.76, 0.9],
      [0.3, 0.76, 0.9],
    ]);
    expect(difference?.because).toMatchObject({
      kind: 'alone',
      settings: [{ paths: ['probabilityCuts.0'] }],
    });
  });

  it('never asks the engine about a changed text', () => {
    let asked = 0;
    const decide: Decide = (_facts, { policy }) => {
      asked += 1;
      return by(policy.strikes === 2 ? 'K5' : 'F1');
    };
    verdictDifferences(facts('a'), context(), context(['strikes', 3], ['anchors.data.0', 'New.']), decide);
    expect(asked).toBe(3);
  });

  it('lists what waits for a simulation and compares the rest', () => {
    const decide = decider({ a: (policy) => (policy.horizonMonths === 24 ? COMPUTING : by('C1')) });
    expect(verdictDifferences(facts('a', 'b'), context(), context(['horizonMonths', 24]), decide)).toEqual({
      compared: 1,
      computing: ['a'],
      differences: [],
    });
  });

  it('says so when the reason itself waits for a simulation', () => {
    const decide = decider({
      a: (policy) => {
        if (policy.strikes === 2) return by('K5');
        return policy.discountRate === 0.1 ? COMPUTING : by('F1');
      },
    });
    const after = context(['discountRate', 0.12], ['strikes', 3]);
    const [difference] = verdictDifferences(facts('a'), context(), after, decide).differences;
    expect(difference?.because).toEqual({ kind: 'computing' });
  });

  it('asks for one simulation of an initiative at a time', () => {
    const asked: number[] = [];
    const decide: Decide = (_facts, { policy }) => {
      asked.push(policy.horizonMonths);
      return COMPUTING;
    };
    verdictDifferences(facts('a'), context(), context(['horizonMonths', 24]), decide);
    expect(asked).toEqual([36]);
  });

  it('leaves retired initiatives out', () => {
    const decide = decider({ a: () => RETIRED });
    expect(verdictDifferences(facts('a', 'b'), context(), context(['strikes', 3]), decide)).toEqual({
      compared: 1,
      computing: [],
      differences: [],
    });
  });
});
