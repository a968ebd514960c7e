import type { RegisterRow } from '../api/schemas/views.ts';
import type { DecisionResult, Figure } from '../decision/result.ts';
import { GAPS, type Gap, type Level } from '../domain/gap.ts';
import type { Initiative } from '../domain/initiative.ts';
import type { Instant } from '../domain/units.ts';
import type { AttentionKind } from './attention-kinds.ts';

/** The number of a figure, or null when it is not known. */
function known(figure: Figure): number | null {
  return figure.status === 'known' ? figure.value : null;
}

/**
 * One row of the register. Windows shorter than asked are unmeasured (null), never a sum that looks whole.
 * @param reason the verdict sentence; made by the caller, so that all views say the same
 * @param attention what it needs attention for
 */
export function registerRow(
  initiative: Initiative,
  result: DecisionResult,
  reason: string,
  lastChangedAt: Instant,
  attention: readonly AttentionKind[] = [],
): RegisterRow {
  const levels = Object.fromEntries(GAPS.map((gap) => [gap, null])) as Record<Gap, Level | null>;
  for (const score of result.gaps) levels[score.gap] = score.level;
  const asked = result.gates.filter((gate) => gate.state !== 'not_required');
  return {
    id: initiative.id,
    name: initiative.name,
    purpose: initiative.purpose,
    unit: initiative.unit,
    stage: initiative.stage,
    isPaused: initiative.isPaused,
    stageEnteredOn: initiative.stageEnteredOn,
    businessOwner: initiative.businessOwner,
    technicalOwner: initiative.technicalOwner,
    financeValidator: initiative.financeValidator,
    verdict: result.verdict,
    rule: result.rule,
    reason,
    isComputing: result.isComputing,
    readiness: known(result.readiness),
    value: known(result.value),
    isValueComputing: result.value.status === 'computing',
    cost3: result.last3.months.length === 3 ? result.last3.cost : null,
    net3: result.last3.months.length === 3 ? result.last3.net : null,
    net12: result.last12.months.length === 12 ? result.last12.net : null,
    closedMonths: result.fullMonths,
    levels,
    gatesPassed: asked.filter((gate) => gate.state === 'pass').length,
    gatesAsked: asked.length,
    attention: [...attention],
    lastChangedAt,
  };
}
