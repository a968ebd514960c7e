import { dayNumber } from '../domain/calendar.ts';
import { EVIDENCE_KINDS, type EvidenceKind, type Level } from '../domain/gap.ts';
import type { Evidence } from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';
import type { IsoDate } from '../domain/units.ts';
import { halved } from './half-life.ts';
import type { EvidenceUsed } from './result.ts';

/** Mean length of a month in days, as ages of evidence are counted. */
export const DAYS_PER_MONTH = 30.4375;

/** A day as text, for comparing, and as a number, for ages; and how evidence counts on that day. */
export interface AsOf {
  readonly date: IsoDate;
  readonly day: number;
  readonly judge: (evidence: Pick<Evidence, 'kind' | 'datedOn'>) => EvidenceUsed;
}

/**
 * The as-of day with its judge of evidence. Imported evidence shares a few dates, so each kind and date is worked out
 * once for all initiatives decided together.
 */
export function asOfDay(date: IsoDate, policy: Policy): AsOf {
  const day = dayNumber(date);
  const judged = new Map(EVIDENCE_KINDS.map((kind) => [kind, new Map<IsoDate, EvidenceUsed>()]));
  return {
    date,
    day,
    judge: ({ kind, datedOn }) => {
      const ofKind = judged.get(kind);
      const known = ofKind?.get(datedOn);
      if (known !== undefined) return known;
      const fresh = judgeEvidence(kind, datedOn, day, policy);
      ofKind?.set(datedOn, fresh);
      return fresh;
    },
  };
}

/**
 * Quality of a piece of evidence: q = grade x 2^(-age/half-life), ages in months of 30.4375 days (methodology 3.2).
 * A test result (.8) six months old has q = .4.
 */
function judgeEvidence(kind: EvidenceKind, datedOn: IsoDate, today: number, policy: Policy): EvidenceUsed {
  const ageDays = today - dayNumber(datedOn);
  const ageMonths = ageDays / DAYS_PER_MONTH;
  return {
    kind,
    datedOn,
    ageDays,
    quality: policy.evidenceGrade[kind] * halved(ageMonths / policy.evidenceHalfLifeMonths),
  };
}

/**
 * The better of two: higher quality, then the later date, then the stronger kind.
 * A total order, so that the order in which evidence was attached changes nothing.
 */
export function betterEvidence(a: EvidenceUsed | null, b: EvidenceUsed): EvidenceUsed {
  if (a === null) return b;
  if (a.quality !== b.quality) return a.quality > b.quality ? a : b;
  if (a.datedOn !== b.datedOn) return a.datedOn > b.datedOn ? a : b;
  return EVIDENCE_KINDS.indexOf(a.kind) >= EVIDENCE_KINDS.indexOf(b.kind) ? a : b;
}

/**
 * The level that counts for readiness (methodology 3.2): s_c = min(level, limit of the kind); freshness f = 1 up to
 * 3 months, then 2^(-(age-3)/6); s_eff = f s_c + (1-f) min(s_c, 1). It drifts to "ad hoc" and never up.
 * Without evidence there is nothing fresh: f = 0, so min(level, 1).
 */
export function effectiveLevel(level: Level, evidence: EvidenceUsed | null, policy: Policy): number {
  if (evidence === null) return Math.min(level, 1);
  const claimed = Math.min(level, policy.evidenceLimit[evidence.kind]);
  const ageMonths = evidence.ageDays / DAYS_PER_MONTH;
  const freshness = halved((ageMonths - policy.evidenceFreshMonths) / policy.evidenceHalfLifeMonths);
  return freshness * claimed + (1 - freshness) * Math.min(claimed, 1);
}
