import { daysBetween } from '../domain/calendar.ts';
import { CHECKLIST_DIMENSIONS, CHECKLIST_GATES, type ChecklistRow } from '../domain/checklist.ts';
import type { IsoDate } from '../domain/units.ts';
import type { ChecklistOutcome, GateOutcome } from './result.ts';

/**
 * The six checklist rows beside their gates (6.2 of the content page). A row is a claim with a proof, a gate is
 * computed: neither sets the other. At odds: production-ready claimed where the gate does not pass; or, in production,
 * where gates ask for as much as the right-hand column, pilot-grade claimed where the gate passes.
 * @param rows those known on the day; a proof dated later makes no claim
 */
export function checklistOutcomes(
  rows: readonly ChecklistRow[],
  gates: readonly GateOutcome[],
  asOf: IsoDate,
): readonly ChecklistOutcome[] {
  return CHECKLIST_DIMENSIONS.map((dimension) => {
    const gate = CHECKLIST_GATES[dimension];
    const outcome = gates.find((one) => one.gate === gate);
    const row = rows.find((one) => one.dimension === dimension);
    const claimed = row?.state ?? null;
    const gateState = outcome?.state ?? 'unknown';
    const isInProduction = outcome?.stage === 'limited' || outcome?.stage === 'scaled';
    return {
      dimension,
      claimed,
      gate,
      gateState,
      isAtOdds:
        (claimed === 'production_ready' && gateState !== 'pass') ||
        (claimed === 'pilot_grade' && gateState === 'pass' && isInProduction),
      proofAgeDays: row?.proof ? daysBetween(row.proof.datedOn, asOf) : null,
    };
  });
}
