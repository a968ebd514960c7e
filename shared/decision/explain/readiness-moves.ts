import { GAPS, type Level } from '../../domain/gap.ts';
import { DAYS_PER_MONTH } from '../evidence.ts';
import type { ReadinessMove } from '../explanation.ts';
import { halved } from '../half-life.ts';
import type { GapScore } from '../result.ts';
import type { EngineInputs } from './engine-inputs.ts';
import { levelInputs } from './inputs/level-inputs.ts';
import { scoreNeeded, weightNeeded } from './sensitivity.ts';

/**
 * For each gap what it alone would have to do to bring readiness across the mark of S1: from below up to it, from
 * above below it. By the closed forms of methodology 3.4; the whole level is the nearest one at which readiness,
 * evaluated again, is across, since evidence limits what a level counts. Empty while some gap has no level.
 */
export function readinessMoves(
  inputs: EngineInputs,
  gaps: readonly GapScore[],
  readiness: { readonly now: number; readonly mark: number },
  readinessAt: (inputs: EngineInputs) => number | null,
): readonly ReadinessMove[] {
  const ordered = GAPS.flatMap((gap) => gaps.find((score) => score.gap === gap) ?? []);
  const scores = ordered.flatMap(({ effective }) => effective ?? []);
  if (scores.length < GAPS.length) return [];
  const { now, mark } = readiness;
  const { policy } = inputs.context;
  const weights = ordered.map(({ gap }) => policy.gapWeights[gap]);
  const isBelow = now < mark;
  const levels = levelInputs(inputs, ordered);
  return ordered.flatMap((score, index): readonly ReadinessMove[] => {
    const { gap, level } = score;
    const weight = weights[index] ?? 0;
    const freshness = freshnessOf(score, inputs);
    const needed = scoreNeeded({ readiness: now, mark, weight, level: level ?? 0, freshness });
    if (needed === undefined || level === null) return [];
    const byWeight = weightNeeded({ readiness: now, mark, weights, scores, index });
    const step = levels[index]?.steps.find(({ direction, make }) => {
      if (direction !== (isBelow ? 'up' : 'down')) return false;
      const reached = readinessAt(make());
      return reached !== null && reached >= mark === isBelow;
    });
    return [
      {
        gap,
        mark,
        score: needed.effective,
        levels: needed.levels?.change ?? null,
        toLevel: step === undefined ? null : (step.to as Level),
        weight: byWeight?.isFeasible === true ? byWeight.change : null,
      },
    ];
  });
}

/** f of methodology 3.2: 1 up to the fresh months, then halving; 0 without evidence. */
function freshnessOf({ evidence }: GapScore, { context: { policy } }: EngineInputs): number {
  if (evidence === null) return 0;
  const months = evidence.ageDays / DAYS_PER_MONTH;
  return halved((months - policy.evidenceFreshMonths) / policy.evidenceHalfLifeMonths);
}
