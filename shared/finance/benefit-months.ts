import type { MonthValue, OutcomeLine } from '../domain/initiative.ts';
import type { PlanVersion } from '../domain/tracking.ts';
import type { MonthIndex } from '../domain/units.ts';
import type { BenefitMonth } from './benefit-realisation.ts';
import { type ClaimPolicy, claimedShare } from './claimed-share.ts';
import { planInForce } from './plan-in-force.ts';
import { isActiveIn } from './tracking.ts';

/**
 * Claimed benefit of every outcome line in every closed month, beside its plan, in minor units (not rounded). Both
 * count with the line's {@link claimedShare}. A month lists its active lines and those with an amount or a plan
 * although they are not active: that is money too.
 */
export function benefitMonths(
  lines: readonly OutcomeLine[],
  values: readonly MonthValue[],
  plans: readonly PlanVersion[],
  closed: readonly MonthIndex[],
  policy: ClaimPolicy,
): readonly BenefitMonth[] {
  const wanted = new Set(lines.map((line) => line.id));
  const actuals = byLine(values, wanted);
  const planned = new Map<PlanVersion, AmountsByLine>();
  const shares = lines.map((line) => claimedShare(line, policy));
  return closed.map((month) => {
    const plan = planInForce(plans, month);
    let amounts = plan === undefined ? NONE : planned.get(plan);
    if (plan !== undefined && amounts === undefined) {
      amounts = byLine(plan.values, wanted);
      planned.set(plan, amounts);
    }
    const found: BenefitMonth['lines'][number][] = [];
    for (const [index, line] of lines.entries()) {
      const actual = actuals.get(line.id)?.get(month);
      const planOfLine = amounts?.get(line.id)?.get(month) ?? 0;
      if (actual === undefined && planOfLine === 0 && !isActiveIn(line, month)) continue;
      const share = shares[index] as number;
      found.push({
        lineId: line.id,
        actual: actual === undefined ? null : actual * share,
        plan: planOfLine * share,
      });
    }
    return { month, lines: found };
  });
}

type AmountsByLine = ReadonlyMap<string, ReadonlyMap<MonthIndex, number>>;
const NONE: AmountsByLine = new Map();

/** Amounts of the wanted lines by line, then by month: two look-ups instead of a text key for each of hundreds of cells. */
function byLine(
  cells: readonly { readonly lineId: string; readonly month: MonthIndex; readonly amount: number }[],
  wanted: Iterable<string>,
): AmountsByLine {
  const lines = new Map<string, Map<MonthIndex, number>>();
  for (const id of wanted) lines.set(id, new Map());
  let present: string | undefined;
  let months: Map<MonthIndex, number> | undefined;
  for (const { lineId, month, amount } of cells) {
    // Cells of a line mostly come together.
    if (lineId !== present) {
      present = lineId;
      months = lines.get(lineId);
    }
    months?.set(month, amount);
  }
  return lines;
}
