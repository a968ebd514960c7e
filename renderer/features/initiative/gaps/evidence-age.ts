import { asOfDay } from '#shared/decision/evidence.ts';
import type { Evidence } from '#shared/domain/initiative.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';

export interface EvidenceAge {
  /** Quality left, 0 to 1: grade of the kind times fading with age. */
  readonly quality: number;
  readonly isStale: boolean;
  /** In words: "today", "41 days old", "1.4 years old", "dated after the as-of date". */
  readonly text: string;
  /** What age has left of it: "fresh", "fading", "stale". */
  readonly state: 'fresh' | 'fading' | 'stale';
}

/** How old a piece of evidence is on the as-of date and what that leaves of it by the policy in force. */
export function evidenceAge(evidence: Evidence, asOf: IsoDate, policy: Policy): EvidenceAge {
  const judged = asOfDay(asOf, policy).judge(evidence);
  if (judged.ageDays < 0) {
    return {
      quality: 0,
      isStale: true,
      text: 'dated after the as-of date',
      state: 'stale',
    };
  }
  const isStale = judged.quality < policy.evidenceStaleBelow;
  // At its date a piece has the whole grade of its kind; half of the way from there to stale it is fading.
  const whole = asOfDay(evidence.datedOn, policy).judge(evidence).quality;
  const isFading = judged.quality < (whole + policy.evidenceStaleBelow) / 2;
  const state = isStale ? 'stale' : isFading ? 'fading' : 'fresh';
  const words = ageText(judged.ageDays);
  const text = judged.ageDays === 0 ? words : `${words} old`;
  return { quality: judged.quality, isStale, text, state };
}

/** Days up to a year, then years with one decimal. */
export function ageText(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return '1 day';
  if (days < 366) return `${days} days`;
  return `${(days / 365.25).toFixed(1)} years`;
}
