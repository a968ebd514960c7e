import { describe, expect, it } from 'vitest';
import { evaluateAt } from '#shared/forward-model/deterministic.ts';
import type { ForwardModel } from '#shared/forward-model/model.ts';
import { paybackQuestion } from '#shared/forward-model/questions.ts';
import { fitThreePoint } from '#shared/uncertainty/three-point.ts';
import { MODEL_A, MODEL_B } from './example-facts.ts';

/** A step in month 0 with amounts of its own; one driver that is 1. */
function step(
  amounts: Readonly<Record<'benefit' | 'variable' | 'fixed' | 'once', readonly [now: number, next: number]>>,
  buildMonths: number,
): ForwardModel {
  const lines = (k: 0 | 1) =>
    (['benefit', 'variable', 'fixed', 'once'] as const).map((kind) => ({
      kind,
      constant: amounts[kind][k],
      drivers: [0],
    }));
  const one = { id: 'one', form: fitThreePoint('free', 1, 1, 1), p10: 1, p50: 1, p90: 1, loadings: [] };
  const common = { isMeasured: false, decisionMonth: 0, assets: [], stepProbability: 0.5, rampMonths: 1 };
  return {
    ...MODEL_A,
    benefitHaircut: 1,
    drivers: [one],
    factors: [],
    assets: [],
    scopes: [
      { ...common, stage: 'limited', buildMonths: 0, stepProbability: 1, lines: lines(0) },
      { ...common, stage: 'scaled', buildMonths, lines: lines(1) },
    ],
  };
}

describe('payback of the step', () => {
  it.each([
    // Live from month 1 on, 11 months x 10 = 110 by month 12 against 100, 350 by month 36.
    ['pays back', { benefit: [0, 10], variable: [0, 0], fixed: [0, 0], once: [0, 100] }, 1, 10, 250, true],
    // 10 months x 10 = 100: exactly back counts.
    [
      'is exactly back',
      { benefit: [0, 10], variable: [0, 0], fixed: [0, 0], once: [0, 100] },
      2,
      0,
      240,
      true,
    ],
    [
      'comes a month too late',
      { benefit: [0, 10], variable: [0, 0], fixed: [0, 0], once: [0, 100] },
      3,
      -10,
      230,
      false,
    ],
    // Costs nothing and is not live by month 12: nothing is lost, but nothing is paid back either.
    [
      'is not live in time',
      { benefit: [0, 10], variable: [0, 0], fixed: [0, 0], once: [0, 0] },
      12,
      0,
      240,
      false,
    ],
    // A grant of 100 is eaten up at 3 a month: 100 - 36 by month 12, 100 - 108 by month 36.
    [
      'is back early but not to the end',
      { benefit: [0, 0], variable: [0, 3], fixed: [0, 0], once: [0, -100] },
      0,
      64,
      -8,
      false,
    ],
    // Scope 0 earned 4 and cost 1 + 2: only what is extra counts, (14 - 4) - (3 - 1) - (5 - 2) = 5 a month.
    [
      'counts the extra money alone',
      { benefit: [4, 14], variable: [1, 3], fixed: [2, 5], once: [9, 50] },
      0,
      10,
      130,
      true,
    ],
  ] as const)('%s', (_, amounts, buildMonths, atPayback, atHorizon, paysBack) => {
    expect(evaluateAt(step(amounts, buildMonths)).step).toEqual({ atPayback, atHorizon, paysBack });
  });
});

describe('paybackQuestion()', () => {
  const decidedIn = (decisionMonth: number) => ({
    ...MODEL_A,
    scopes: MODEL_A.scopes.map((scope, k) => (k === 1 ? { ...scope, decisionMonth } : scope)),
  });

  it.each([
    ['asked', MODEL_A],
    ['asked', decidedIn(24)],
    ['beyond_horizon', decidedIn(25)],
    ['no_next_scope', { ...MODEL_A, scopes: MODEL_A.scopes.slice(0, 1) }],
    ['before_limited', MODEL_B],
  ] as const)('is %s', (answer, model) => {
    expect(paybackQuestion(model)).toBe(answer);
    expect(evaluateAt(model).step === null).toBe(answer !== 'asked');
  });
});
