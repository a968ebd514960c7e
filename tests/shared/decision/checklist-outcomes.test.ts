import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import {
  CHECKLIST_DIMENSIONS,
  type ChecklistDimension,
  type ChecklistRow,
} from '#shared/domain/checklist.ts';
import { date, decided, soundFacts, withLevel } from './example-facts.ts';

const claims = (dimension: ChecklistDimension, datedOn = '2026-09-10'): ChecklistRow => ({
  dimension,
  state: 'production_ready',
  proof: { kind: 'test', datedOn: date(datedOn), link: '', note: '' },
});
const pilot = (dimension: ChecklistDimension): ChecklistRow => ({
  dimension,
  state: 'pilot_grade',
  proof: null,
});
function row(facts: InitiativeFacts, dimension: ChecklistDimension, ...checklist: ChecklistRow[]) {
  return decided({ ...facts, checklist }).checklist.find((one) => one.dimension === dimension);
}

describe('checklistOutcomes()', () => {
  it('lists the six rows beside their gates, unclaimed ones too', () => {
    const rows = decided(soundFacts()).checklist;
    expect(rows.map((r) => r.dimension)).toEqual(CHECKLIST_DIMENSIONS);
    expect(rows.map((r) => r.gate)).toEqual(['G3', 'G4', 'G5', 'G6', 'G2', 'G1']);
    expect(rows.every((r) => r.claimed === null && !r.isAtOdds && r.proofAgeDays === null)).toBe(true);
  });

  it('is at odds when production-ready is claimed beside a gate that does not pass', () => {
    const low = withLevel(soundFacts(), 'evaluation', 2);
    expect(row(low, 'evaluation', claims('evaluation'))).toEqual({
      dimension: 'evaluation',
      claimed: 'production_ready',
      gate: 'G5',
      gateState: 'fixable',
      isAtOdds: true,
      proofAgeDays: 20,
    });
    expect(row(soundFacts(), 'evaluation', claims('evaluation'))?.isAtOdds).toBe(false);
  });

  it('is at odds the other way round in production only: a pilot may be pilot-grade and pass its gate', () => {
    expect(row(soundFacts('limited'), 'data', pilot('data'))?.isAtOdds).toBe(true);
    expect(row(soundFacts('pilot'), 'data', pilot('data'))?.isAtOdds).toBe(false);
  });

  it('knows no proof dated after the as-of date, and so no claim', () => {
    expect(row(soundFacts(), 'data', claims('data', '2026-10-01'))?.claimed).toBeNull();
  });

  it('sets no gate, and no gate sets a row', () => {
    const claimed = { ...withLevel(soundFacts(), 'data', 2), checklist: [claims('data')] };
    expect(decided(claimed).gates).toEqual(decided({ ...claimed, checklist: [] }).gates);
  });
});
