import { describe, expect, it } from 'vitest';
import { decidingRule, ruleTruths } from '#shared/decision/rules/conditions.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { RULE_IDS, RULE_VERDICTS, type RuleId, type Verdict } from '#shared/domain/verdict.ts';
import { openStream } from '#shared/uncertainty/streams.ts';
import { copyInputs, derive, IMPROVEMENTS, type RandomInputs, randomInputs } from './random-state.ts';

const STATES = 1_000_000;
const RANK: Readonly<Record<Verdict, number>> = { kill: 0, hold: 1, fix: 1, continue: 2, scale: 3 };
const ruleOf = (inputs: RandomInputs) => decidingRule(derive(inputs), DEFAULT_POLICY);
const rankOf = (rule: RuleId) => RANK[RULE_VERDICTS[rule]];

describe('the ordered rules on 1,000,000 random states with memory', () => {
  const reached = new Map<RuleId, number>();
  const tried = new Map<string, number>();
  const lifted = new Map<string, number>();
  const ambiguous: RandomInputs[] = [];
  const worse: { name: string; before: RuleId; after: RuleId; inputs: RandomInputs }[] = [];

  it('give exactly one verdict each: that of the first rule that is true', () => {
    const stream = openStream('2026', 'rules', 'states');
    const improvements = Object.entries(IMPROVEMENTS);
    const improved = randomInputs(stream);
    for (let i = 0; i < STATES; i += 1) {
      const inputs = randomInputs(stream);
      const rule = ruleOf(inputs);
      reached.set(rule, (reached.get(rule) ?? 0) + 1);
      const truths = ruleTruths(inputs.state, DEFAULT_POLICY);
      const first = RULE_IDS.find((id) => truths[id] === true);
      const others = RULE_IDS.some((id) => id !== 'C1' && truths[id] === true);
      if (first !== rule || truths.C1 === others) ambiguous.push(inputs);
      const rank = rankOf(rule);
      for (const [name, improve] of improvements) {
        copyInputs(inputs, improved);
        if (!improve(improved, stream)) continue;
        const after = ruleOf(improved);
        tried.set(name, (tried.get(name) ?? 0) + 1);
        if (rankOf(after) > rank) lifted.set(name, (lifted.get(name) ?? 0) + 1);
        if (rankOf(after) < rank && worse.length < 10) worse.push({ name, before: rule, after, inputs });
      }
    }
    expect(ambiguous).toEqual([]);
  }, 300_000);

  it('reach all 15 rows', () => {
    expect([...reached.keys()].sort()).toEqual([...RULE_IDS].sort());
    expect(Math.min(...reached.values())).toBeGreaterThan(500);
  });

  it('never rank a state worse for one improvement named in 8.4', () => {
    expect(worse).toEqual([]);
  });

  it('had substance: each improvement was tried often, and lifted some verdict', () => {
    for (const name of Object.keys(IMPROVEMENTS)) {
      expect(tried.get(name) ?? 0, name).toBeGreaterThan(50_000);
      expect(lifted.get(name) ?? 0, name).toBeGreaterThan(100);
    }
  });
});
