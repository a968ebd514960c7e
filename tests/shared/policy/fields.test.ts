import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { requirement, shownValue } from '#shared/policy/field-text.ts';
import { findField, POLICY_FIELDS } from '#shared/policy/fields.ts';
import { POLICY_GROUPS } from '#shared/policy/policy-field.ts';

/** Every path of an object at which a number or a text stands. */
function leaves(node: unknown, path: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

describe('POLICY_FIELDS', () => {
  it('has every value of a policy exactly once, and nothing else', () => {
    const { version: _version, ...content } = DEFAULT_POLICY;
    expect(POLICY_FIELDS.map((field) => field.path).toSorted()).toEqual(leaves(content, '').toSorted());
  });

  // Retyped from the methodology: the section beside each value.
  it.each([
    ['discountRate', 0.1, '8.6'],
    ['timing', 'end', '1.1'],
    ['horizonMonths', 36, '8.6'],
    ['probabilityCuts.0', 0.3, '8.6'],
    ['probabilityCuts.1', 0.6, '8.6'],
    ['probabilityCuts.2', 0.8, '8.6'],
    ['deadBand', 0.05, '3.5'],
    ['clearBreach', 0.1, '3.5'],
    ['draws', 10_000, '8.6'],
    ['mostDraws', 100_000, '4.2'],
    ['assetLoading', 0.5, '4.2'],
    ['killUnitEconomics', 0.1, '8.6'],
    ['fixBenefitRealisation', 0.7, '8.6'],
    ['unitCostRise', 0.2, '8.4 F2'],
    ['scaleBcr', 1.5, '8.6'],
    ['scaleBenefitRealisation', 0.9, '8.6'],
    ['paybackMonths', 12, '8.6'],
    ['scalePaybackProbability', 0.7, '8.6'],
    ['pilotTimeBoxMonths', 9, '8.6'],
    ['strikes', 2, '8.6'],
    ['killWatches', 2, '8.4 K4'],
    ['closedMonthsNeeded.idea', 0, '8.3'],
    ['closedMonthsNeeded.pilot', 2, '8.3'],
    ['closedMonthsNeeded.limited', 3, '8.3'],
    ['closedMonthsNeeded.scaled', 3, '8.3'],
    ['tripwireGraceDays', 30, '8.4 K2'],
    ['onTrackShare', 0.8, '8.2 G2'],
    ['evaluationMaxAgeDays', 92, '8.2 G5'],
    ['readinessEnter', 75, '8.6'],
    ['readinessLeave', 70, '8.6'],
    ['gapWeights.data', 0.2, '3.1'],
    ['gapWeights.change', 0.2, '3.1'],
    ['floors.pilot.data', 2, '3.1'],
    ['floors.pilot.governance', 1, '3.1'],
    ['floors.limited.data', 3, '3.1'],
    ['floors.limited.integration', 2, '3.1'],
    ['floors.limited.evaluation', 3, '3.1'],
    ['floors.limited.governance', 3, '3.1'],
    ['floors.limited.change', 2, '3.1'],
    ['floors.scaled.change', 3, '3.1'],
    ['confidenceNeeded', 0.5, '8.6'],
    ['evidenceGrade.opinion', 0.4, '3.2'],
    ['evidenceGrade.document', 0.6, '3.2'],
    ['evidenceGrade.test', 0.8, '3.2'],
    ['evidenceGrade.telemetry', 1, '3.2'],
    ['evidenceGrade.audit', 1, '3.2'],
    ['evidenceLimit.opinion', 2, '3.2'],
    ['evidenceLimit.document', 3, '3.2'],
    ['evidenceLimit.test', 3, '3.2'],
    ['evidenceLimit.telemetry', 4, '3.2'],
    ['evidenceHalfLifeMonths', 6, '3.2'],
    ['evidenceFreshMonths', 3, '3.2'],
    ['evidenceStaleBelow', 0.25, '3.2'],
    ['methodQuality.holdout', 1, '3.2'],
    ['methodQuality.before_after', 0.8, '3.2'],
    ['methodQuality.log_count', 0.8, '3.2'],
    ['methodQuality.survey', 0.5, '3.2'],
    ['methodQuality.estimate', 0.3, '3.2'],
    ['realisation.deflected_contacts', 0.5, '1.4, content 6.4'],
    ['realisation.hours_saved', 0.5, '1.4'],
    ['realisation.cycle_time', 0.5, '1.4'],
    ['realisation.cost_avoided', 1, '1.4'],
    ['realisation.revenue', 1, '1.4'],
    ['realisation.quality', 0.5, 'content 6.4'],
    ['realisation.risk_avoided', 1, 'content 6.4'],
    ['cashReleasingDeflection', 0.8, '1.4'],
    ['realisationPrior.value', 0.8, '1.6'],
    ['realisationPrior.months', 3, '1.6'],
    ['benefitRisk.holdout', 0, '1.5'],
    ['benefitRisk.before_after', 0.1, '1.5'],
    ['benefitRisk.log_count', 0.1, '1.5'],
    ['benefitRisk.survey', 0.2, '1.5'],
    ['benefitRisk.estimate', 0.3, '1.5'],
    ['costRisk.actual', 0.05, '1.5'],
    ['costRisk.quote', 0.15, '1.5'],
    ['costRisk.estimate', 0.25, '1.5'],
    ['stagePriors.idea.a', 5, '2.2'],
    ['stagePriors.idea.b', 5, '2.2'],
    ['stagePriors.pilot.a', 3, '2.2'],
    ['stagePriors.pilot.b', 7, '2.2'],
    ['stagePriors.limited.a', 6, '2.2'],
    ['stagePriors.limited.b', 4, '2.2'],
    ['anchors.evaluation.0', 'No definition of a correct result.', 'content 6.1'],
    ['checklist.ownership.pilot_grade', 'One enthusiast', 'content 6.2'],
  ])('ships %s as %s (methodology %s)', (path, value, _section) => {
    expect(findField(path)?.default).toBe(value);
  });

  it('allows its own defaults, and steps that fit the range', () => {
    for (const field of POLICY_FIELDS) {
      if (field.type !== 'number') continue;
      expect(field.default, field.path).toBeGreaterThanOrEqual(field.min);
      expect(field.default, field.path).toBeLessThanOrEqual(field.max);
      expect(field.step, field.path).toBeGreaterThan(0);
      expect(field.step, field.path).toBeLessThan(field.max - field.min);
      expect(field.unit, field.path).not.toBe('');
    }
  });

  it('gives every field a name of its own, a reason in a whole sentence and a source', () => {
    expect(new Set(POLICY_FIELDS.map((field) => field.name)).size).toBe(POLICY_FIELDS.length);
    for (const { path, reason, source } of POLICY_FIELDS) {
      expect(reason, path).toMatch(/^["A-Z].*\.$/);
      expect(source, path).toMatch(/^\d\.\d/);
    }
  });

  it('has every group, each in one piece', () => {
    const order = POLICY_FIELDS.map((field) => field.group).filter((group, at, all) => group !== all[at - 1]);
    expect(order).toEqual(POLICY_GROUPS);
  });

  it('keeps the members of a family together, under one reason', () => {
    const families = POLICY_FIELDS.map((field) => field.family);
    const starts = families.filter((family, at) => family !== null && family !== families[at - 1]);
    expect(new Set(starts).size).toBe(starts.length);
    for (const { family, reason } of POLICY_FIELDS) if (family !== null) expect(reason).toBe(family.reason);
  });

  it('puts only the weights back as one', () => {
    const paths = POLICY_FIELDS.filter((field) => field.family?.isOneSetting).map((field) => field.path);
    expect(paths.every((path) => path.startsWith('gapWeights.'))).toBe(true);
    expect(paths).toHaveLength(5);
  });

  it('can be said in words', () => {
    const said = POLICY_FIELDS.filter((field) => field.type !== 'text').map(
      (field) => `${shownValue(field, field.default)} | ${requirement(field)}`,
    );
    expect(said[0]).toBe('10\u00a0% a year | Discount rate must be a number from 0 to 50\u00a0% a year.');
    expect(said[1]).toBe(
      'at its end | Money of a month falls due must be one of: at its end, in its middle.',
    );
    expect(said[2]).toBe('36\u00a0months | Horizon must be a whole number from 12 to 120\u00a0months.');
  });
});
