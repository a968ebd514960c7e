import { GAP_NAMES, GAPS } from '../../domain/gap.ts';
import type { Policy } from '../../domain/policy.ts';
import { missingLevel } from '../missing.ts';
import type { GapViews } from '../readiness.ts';
import type { Missing, Term } from '../result.ts';
import { allOf } from '../truth.ts';
import type { Judged } from './judged.ts';

/**
 * Whether every gap stands at the floor of scaled, for S1: the next stage of limited production, and what a scaled
 * initiative keeps. Raw levels; stale evidence makes a floor unknown, not failed.
 */
export function judgeFloors(gaps: GapViews, policy: Policy): Judged {
  const missing: Missing[] = [];
  const terms = GAPS.map((gap): Term => {
    const { level, isStale } = gaps[gap].score;
    const floor = policy.floors.scaled[gap];
    if (level === null) missing.push(missingLevel(gap));
    else if (isStale) missing.push({ code: `evidence:${gap}`, text: `fresh evidence for ${GAP_NAMES[gap]}` });
    return {
      quantity: GAP_NAMES[gap],
      actual: level,
      comparator: '>=',
      threshold: floor,
      unit: 'level',
      holds: level === null || isStale ? null : level >= floor,
    };
  });
  return { truth: allOf(terms.map((term) => term.holds)), terms, missing };
}
