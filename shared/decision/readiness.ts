import { GAPS, type Gap, type Level } from '../domain/gap.ts';
import type { Assessment } from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';
import type { Stage } from '../domain/stage.ts';
import { type AsOf, betterEvidence, effectiveLevel } from './evidence.ts';
import { missingLevel } from './missing.ts';
import type { EvidenceUsed, Figure, GapScore, Missing } from './result.ts';

/** A gap's score, and the best evidence of any of its assessments: the written plan asked of an idea. */
export interface GapView {
  readonly score: GapScore;
  readonly plan: EvidenceUsed | null;
}
export type GapViews = Readonly<Record<Gap, GapView>>;

/**
 * Scores the five gaps from the assessments known on the as-of date; later assessments and evidence are ignored.
 * Level = lower median of the latest rating per rater. Its evidence = the best among the evidence attached to those
 * latest ratings that carry that very level.
 */
export function scoreGaps(
  assessments: readonly Assessment[],
  stage: Stage,
  policy: Policy,
  asOf: AsOf,
): GapViews {
  const byGap: Record<Gap, Assessment[]> = {
    data: [],
    integration: [],
    evaluation: [],
    governance: [],
    change: [],
  };
  for (const assessment of assessments) {
    if (assessment.ratedOn <= asOf.date) byGap[assessment.gap].push(assessment);
  }
  const view = (gap: Gap): GapView => scoreGap(gap, byGap[gap], stage, policy, asOf);
  return {
    data: view('data'),
    integration: view('integration'),
    evaluation: view('evaluation'),
    governance: view('governance'),
    change: view('change'),
  };
}

function scoreGap(
  gap: Gap,
  assessments: readonly Assessment[],
  stage: Stage,
  policy: Policy,
  asOf: AsOf,
): GapView {
  const floor = stage === 'idea' || stage === 'retired' ? null : policy.floors[stage][gap];
  if (assessments.length === 0) return neverAssessed(gap, floor);
  const latest = latestPerRater(assessments);
  const level = lowerMedian(latest);
  let evidence: EvidenceUsed | null = null;
  let plan: EvidenceUsed | null = null;
  for (const assessment of assessments) {
    const carriesLevel = assessment.level === level && latest.includes(assessment);
    for (const piece of assessment.evidence) {
      if (piece.datedOn > asOf.date) continue;
      const judged = asOf.judge(piece);
      plan = betterEvidence(plan, judged);
      if (carriesLevel) evidence = betterEvidence(evidence, judged);
    }
  }
  const quality = evidence === null ? 0 : evidence.quality;
  return {
    score: {
      gap,
      level,
      effective: level === null ? null : effectiveLevel(level, evidence, policy),
      quality,
      isStale: level !== null && quality < policy.evidenceStaleBelow,
      floor,
      evidence,
      ratings: latest.map(({ rater, level, ratedOn }) => ({ rater, level, ratedOn })),
    },
    plan,
  };
}

const NEVER = new Map<string, GapView>();

/** The view of a gap without assessments: one object for all, since most of a fresh import looks like this. */
function neverAssessed(gap: Gap, floor: Level | null): GapView {
  const key = `${gap} ${floor}`;
  let view = NEVER.get(key);
  if (view === undefined) {
    const score: GapScore = {
      gap,
      level: null,
      effective: null,
      quality: 0,
      isStale: false,
      floor,
      evidence: null,
      ratings: [],
    };
    view = { score, plan: null };
    NEVER.set(key, view);
  }
  return view;
}

/**
 * The latest rating of each rater, by rater name. Two of one day: the greater id is the later one, since ids are
 * given out in rising order.
 */
function latestPerRater(assessments: readonly Assessment[]): readonly Assessment[] {
  if (assessments.length < 2) return assessments;
  const latest = new Map<string, Assessment>();
  for (const assessment of assessments) {
    const other = latest.get(assessment.rater);
    if (other === undefined || isLater(assessment, other)) latest.set(assessment.rater, assessment);
  }
  return [...latest.values()].sort((a, b) => (a.rater < b.rater ? -1 : 1));
}

function isLater(a: Assessment, b: Assessment): boolean {
  return a.ratedOn === b.ratedOn ? a.id > b.id : a.ratedOn > b.ratedOn;
}

/** The middle level; of an even number the lower of the two in the middle. null without ratings. */
function lowerMedian(ratings: readonly Assessment[]): Level | null {
  if (ratings.length < 2) return ratings[0]?.level ?? null;
  const levels = ratings.map((rating) => rating.level).sort((a, b) => a - b);
  return levels[Math.floor((levels.length - 1) / 2)] ?? null;
}

/**
 * Readiness R = 25 x sum of weight x effective level, 0 to 100, rounded to 1e-9 so that 75 is 75 (methodology 3.1).
 * Unknown, with each gap named, when a gap was never assessed.
 */
export function readinessOf(gaps: GapViews, policy: Policy): Figure {
  const missing: Missing[] = [];
  let sum = 0;
  for (const gap of GAPS) {
    const { effective } = gaps[gap].score;
    if (effective === null) missing.push(missingLevel(gap));
    else sum += policy.gapWeights[gap] * effective;
  }
  if (missing.length > 0) return { status: 'unknown', missing };
  return { status: 'known', value: Math.round(25 * sum * 1e9) / 1e9 };
}
