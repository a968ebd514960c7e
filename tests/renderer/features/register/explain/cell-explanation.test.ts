import { describe, expect, it } from 'vitest';
import { cellExplanation } from '#renderer/features/register/explain/cell-explanation.ts';
import {
  EXPLAINED_COLUMNS,
  type ExplainedColumn,
  isExplained,
} from '#renderer/features/register/explain/explained-columns.ts';
import type { DecisionResult, GapScore } from '#shared/decision/result.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { inputsOf } from '#tests/renderer/inputs-of.ts';
import { firing, result } from '#tests/shared/report/example-result.ts';

const facts = (change: Partial<DecisionResult> = {}) => ({
  name: 'Claims triage',
  decision: result(firing('C1'), change),
  currency: 'EUR',
  valueLabel: 'forecast, PV at 10 %',
});
const inputs = (column: ExplainedColumn, change: Partial<DecisionResult> = {}) =>
  Object.fromEntries(inputsOf(cellExplanation(column, facts(change))));
const months = (count: number) => ({
  months: Array.from({ length: count }, (_, i) => (24_318 + i) as MonthIndex),
  isContiguous: true,
  cost: 120_000 as MinorUnits,
  benefit: 150_000 as MinorUnits,
  net: 30_000 as MinorUnits,
  measured: 9,
  expected: 9,
});

describe('cellExplanation()', () => {
  it('names figure and initiative, and leads to where the inputs are, for every figure', () => {
    for (const column of EXPLAINED_COLUMNS) {
      const { name, places } = cellExplanation(column, facts());
      expect(name).toMatch(/ of Claims triage$/);
      expect(places?.[0]?.href).toMatch(/^\/initiative\//);
    }
  });

  it('sums cost and net over the same three months, and says when they are not three', () => {
    expect(inputs('cost3', { last3: months(3) })).toMatchObject({
      Cost: '1,200.00 EUR',
      'Net value': '300.00 EUR',
      Months: 'Jul 2026 to Sep 2026',
    });
    expect(cellExplanation('net3', facts({ last3: months(3) })).note).toBeNull();
    expect(cellExplanation('net3', facts({ last3: months(2) })).note).toBe(
      '2 of 3 months are closed, so none is shown.',
    );
  });

  it('takes a third of three months as the cost a month, and nothing of fewer', () => {
    expect(inputs('monthlyCost', { last3: months(3) })).toMatchObject({
      Cost: '1,200.00 EUR',
      'Cost a month': '400.00 EUR',
    });
    expect(inputs('monthlyCost', { last3: months(2) })).not.toHaveProperty('Cost a month');
  });

  it('lists the gates that are asked for with their state', () => {
    const gate = (id: 'G1' | 'G2' | 'G8', state: 'pass' | 'fixable' | 'not_required') => ({
      gate: id,
      stage: 'pilot' as const,
      state,
      findings: [],
      evidence: null,
    });
    const gates = [gate('G1', 'pass'), gate('G2', 'fixable'), gate('G8', 'not_required')];
    expect(inputs('gates', { gates })).toEqual({ 'G1 Owner': 'pass', 'G2 Success metric': 'to fix' });
    expect(cellExplanation('gates', facts({ gates: [] })).note).toContain('retired');
  });

  it('shows what was rated, on what evidence, and what of it counts', () => {
    const score: GapScore = {
      gap: 'data',
      level: 3,
      effective: 1.504,
      quality: 0.4,
      isStale: true,
      floor: 2,
      evidence: { kind: 'document', datedOn: '2025-09-30' as IsoDate, ageDays: 365, quality: 0.4 },
      ratings: [
        { rater: 'Head of claims', level: 4, ratedOn: '2026-08-01' as IsoDate },
        { rater: '', level: 3, ratedOn: '2026-09-01' as IsoDate },
      ],
    };
    expect(inputs('data', { gaps: [score] })).toEqual({
      'Head of claims': 'level 4, 1 Aug 2026',
      'Rater not named': 'level 3, 1 Sep 2026',
      Document: '365 days old, 0.40',
      'Counts as': '1.5',
      'Needed in this stage': '2',
    });
    const never: GapScore = {
      ...score,
      level: null,
      effective: null,
      floor: null,
      evidence: null,
      ratings: [],
    };
    expect(cellExplanation('data', facts({ gaps: [never] }))).toMatchObject({
      note: 'Never assessed.',
      inputs: [{ name: 'Evidence', value: 'none' }],
    });
  });
});

describe('isExplained()', () => {
  it('is true of figures only', () => {
    expect([isExplained('net3'), isExplained('governance')]).toEqual([true, true]);
    expect([isExplained('name'), isExplained('verdict'), isExplained(undefined)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
