import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { FigureLabel, Labelled, RiskTreatment } from '#shared/finance/labelled.ts';
import { riskAdjustBenefit, riskAdjustCost, surveyedRiskFactor } from '#shared/finance/risk-adjust.ts';
import { month } from '../decision/example-facts.ts';
import { amountOf, undefinedFor } from './computed.ts';

const label = <R extends RiskTreatment>(risk: R): FigureLabel<R> => ({
  basis: 'forecast',
  discounting: { kind: 'undiscounted' },
  risk,
  window: { kind: 'forward', from: month('2026-01'), to: month('2028-12') },
});
const raw: Labelled<'raw'> = { amount: 100_000, label: label('raw') };
const simulated: Labelled<'simulated'> = { amount: 100_000, label: label('simulated') };

describe('riskAdjustBenefit()', () => {
  it.each([
    ['holdout', 100_000],
    ['before_after', 90_000],
    ['log_count', 90_000],
    ['survey', 80_000],
    ['estimate', 70_000],
  ] as const)('by %s, 100,000 count as %d', (method, expected) => {
    const adjusted = riskAdjustBenefit(raw, method, DEFAULT_POLICY);
    expect(adjusted.amount).toBeCloseTo(expected, 9);
    expect(adjusted.label).toEqual({ ...raw.label, risk: 'risk_adjusted' });
  });

  it('does not compile for a simulated or already adjusted figure, and throws for one at run time', () => {
    // @ts-expect-error risk sits in the draws already: never both on one number
    expect(() => riskAdjustBenefit(simulated, 'survey', DEFAULT_POLICY)).toThrow(TypeError);
    const once = riskAdjustBenefit(raw, 'survey', DEFAULT_POLICY);
    // @ts-expect-error the same risk would be charged twice
    const twice = () => riskAdjustBenefit(once, 'survey', DEFAULT_POLICY);
    expect(twice).toThrow(TypeError);
  });
});

describe('riskAdjustCost()', () => {
  it.each([
    ['actual', 105_000],
    ['quote', 115_000],
    ['estimate', 125_000],
  ] as const)('resting on an %s, 100,000 count as %d', (grade, expected) => {
    expect(riskAdjustCost(raw, grade, DEFAULT_POLICY).amount).toBeCloseTo(expected, 9);
  });

  it('does not compile for a simulated figure', () => {
    // @ts-expect-error risk sits in the draws already: never both on one number
    expect(() => riskAdjustCost(simulated, 'quote', DEFAULT_POLICY)).toThrow(TypeError);
  });
});

describe('surveyedRiskFactor()', () => {
  it('is 66 % x 30 %, about 20 % (Forrester TEI)', () => {
    expect(amountOf(surveyedRiskFactor(0.66, 0.3))).toBeCloseTo(0.198, 12);
    expect(surveyedRiskFactor(66, 0.3)).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'share of respondents', value: 66 }),
    );
  });
});
