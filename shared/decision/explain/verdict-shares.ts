import type { Policy } from '../../domain/policy.ts';
import { RULE_VERDICTS, VERDICTS, type Verdict } from '../../domain/verdict.ts';
import type { DrawColumns } from '../../forward-model/draw-columns.ts';
import { paybackQuestion, unitScope } from '../../forward-model/questions.ts';
import type { Explanation } from '../explanation.ts';
import type { Band } from '../facts.ts';
import { rawBand } from '../hysteresis.ts';
import { decidingRule } from '../rules/conditions.ts';
import type { RuleState } from '../rules/rule-state.ts';

/** The figures of a draw that is taken for certain; the rest of the state stays. */
type DrawState = {
  -readonly [K in keyof RuleState]: RuleState[K];
};

/**
 * Share of draws per verdict, largest first: the rules are run on each draw as if it were certain, so E = Delta, P,
 * UE and PB are 0 or 1, BCR50 = the draw's BCR, and the band is that of P without hysteresis (methodology 3.4). What
 * is unknown or does not apply stays so. One state serves all draws: nothing is allocated per draw.
 */
export function verdictShares(
  state: RuleState,
  { model, draws, delta, benefit, cost, margin, paysBack }: DrawColumns,
  policy: Policy,
): Explanation['verdictShares'] {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  const one: DrawState = { ...state };
  const hasUnit = unitScope(model) !== undefined;
  const asksPayback = paybackQuestion(model) === 'asked';
  const bands: readonly [Band, Band] = [rawBand(0, policy), rawBand(1, policy)];
  for (let i = 0; i < draws; i += 1) {
    const value = delta[i] as number;
    const spent = cost[i] as number;
    one.value = value;
    one.probability = value > 0 ? 1 : 0;
    one.band = value > 0 ? bands[1] : bands[0];
    one.bcr50 = spent === 0 ? null : (benefit[i] as number) / spent;
    one.unitEconomics = hasUnit ? ((margin[i] as number) > 0 ? 1 : 0) : null;
    one.paybackProbability = asksPayback ? (paysBack[i] as number) : null;
    counts[RULE_VERDICTS[decidingRule(one, policy)]] += 1;
  }
  return VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => ({ verdict, share: counts[verdict] / draws }))
    .sort((a, b) => b.share - a.share);
}
