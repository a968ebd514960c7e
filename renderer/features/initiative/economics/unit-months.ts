import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { CostLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { costStack } from '#shared/finance/cost-stack.ts';
import type { Computed } from '#shared/finance/reason.ts';
import { costPerAttempt, costPerSuccess } from '#shared/finance/task-cost.ts';

/** What a task cost in one closed month; null = unmeasured. Minor units. */
export interface UnitMonth {
  readonly month: MonthIndex;
  readonly attempts: number | null;
  readonly successes: number | null;
  /** Variable and fixed cost, one-offs left out; null while a cost of the month is blank. */
  readonly cost: number | null;
  readonly perAttempt: number | null;
  readonly perSuccess: number | null;
}

type Given = Pick<InitiativeDetail, 'lines' | 'values' | 'closedMonths' | 'unitCounts'>;

/**
 * Cost per attempt and per successful task of each closed month from the first that was counted. A month without counts,
 * or with a cost that is not entered, has none: a missing cost taken as zero would flatter.
 */
export function unitMonths({ lines, values, closedMonths, unitCounts }: Given): readonly UnitMonth[] {
  const counts = new Map(unitCounts.map((count) => [count.month, count]));
  const first = Math.min(...unitCounts.map((count) => count.month));
  const months = closedMonths.filter((month) => month >= first);
  const costLines = lines.filter((line): line is CostLine => line.kind === 'cost');
  return costStack(costLines, values, months).map(({ month, byBehaviour, unmeasured }) => {
    const attempts = counts.get(month)?.attempts ?? null;
    const successes = counts.get(month)?.successes ?? null;
    const { variable, fixed } = byBehaviour;
    const isMeasured = unmeasured.length === 0 && (variable !== undefined || fixed !== undefined);
    const cost = isMeasured ? (variable ?? 0) + (fixed ?? 0) : null;
    return {
      month,
      attempts,
      successes,
      cost,
      perAttempt: cost === null || attempts === null ? null : known(costPerAttempt(cost, attempts)),
      perSuccess:
        cost === null || attempts === null || successes === null || attempts === 0
          ? null
          : known(costPerSuccess(cost, attempts, Math.min(1, successes / attempts))),
    };
  });
}

function known(value: Computed): number | null {
  return value.status === 'known' ? value.value : null;
}
