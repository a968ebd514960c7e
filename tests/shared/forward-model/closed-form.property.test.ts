import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateAt, p50Values } from '#shared/forward-model/deterministic.ts';
import type { ForwardModel } from '#shared/forward-model/model.ts';
import { monthlyFlows } from '#shared/forward-model/monthly-flows.ts';
import { timelineOf } from '#shared/forward-model/timeline.ts';
import { reachOf, settlingShare } from '#shared/forward-model/weights.ts';
import { anyModel } from './arbitrary-model.ts';
import { monthByMonth } from './month-by-month.ts';

const lateness = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
const expectNear = (actual: number, expected: number, scale: number) => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * scale + 1e-12);
};

/** A model in limited production whose step is decided early and costs money: what PB is made for. */
function scalingOf(model: ForwardModel): ForwardModel {
  const stages = ['limited', 'scaled', 'expansion'] as const;
  return {
    ...model,
    horizon: model.horizon + 12,
    scopes: model.scopes.slice(0, 3).map((scope, k) => ({
      ...scope,
      stage: stages[k] ?? 'expansion',
      decisionMonth: scope.decisionMonth % 12,
      lines: scope.lines.map((line) =>
        line.kind === 'once' ? { ...line, constant: 10 * Math.abs(line.constant) } : line,
      ),
    })),
  };
}

describe('evaluateAt()', () => {
  it('agrees with a program that walks month by month', () => {
    fc.assert(
      fc.property(anyModel, lateness, (model, late) => {
        const reference = monthByMonth(model, p50Values(model), late);
        const actual = evaluateAt(model, p50Values(model), (asset) => late[asset] === true);
        expectNear(actual.delta, reference.delta, reference.scale);
        expectNear(actual.benefit, reference.benefit, reference.scale);
        expectNear(actual.cost, reference.cost, reference.scale);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells the payback of the step from its two ends as the whole line does', () => {
    let asked = 0;
    fc.assert(
      fc.property(anyModel, lateness, (any, late) => {
        const model = scalingOf(any);
        const reference = monthByMonth(model, p50Values(model), late);
        const { step } = evaluateAt(model, p50Values(model), (asset) => late[asset] === true);
        if (step === null || reference.step === null) return;
        expectNear(step.atPayback, reference.step.atPayback, 1 + Math.abs(reference.step.atPayback) + 1e6);
        expectNear(step.atHorizon, reference.step.atHorizon, 1 + Math.abs(reference.step.atHorizon) + 1e6);
        // Sums that cancel to nothing may round to either side of 0.
        if (Math.abs(step.atPayback) < 1e-6 || Math.abs(step.atHorizon) < 1e-6) return;
        asked += 1;
        expect(step.paysBack).toBe(reference.step.paysBack);
      }),
      { numRuns: 1_000 },
    );
    expect(asked).toBeGreaterThan(20);
  });
});

describe('monthlyFlows()', () => {
  const discount = (model: ForwardModel, month: number) => {
    const mid = model.timing === 'mid' && month >= 1 ? (1 + model.discountRate) ** (1 / 24) : 1;
    return mid * (1 + model.discountRate) ** (-month / 12);
  };

  it('sum, discounted, to the closed form, but for what is settled after the horizon', () => {
    fc.assert(
      fc.property(anyModel, lateness, (model, late) => {
        const isLate = (asset: number) => late[asset] === true;
        const { scale } = monthByMonth(model, p50Values(model), late);
        const { decision } = timelineOf(model, isLate);
        let present = -model.stopValue;
        for (const { month, net } of monthlyFlows(model, { isLate })) present += net * discount(model, month);
        model.scopes.forEach((_, k) => {
          const month = decision[k + 1];
          if (month === undefined || month <= model.horizon) return;
          present += settlingShare(model, reachOf(model), k) * model.stopValue * discount(model, month);
        });
        expectNear(evaluateAt(model, p50Values(model), isLate).delta, present, scale);
      }),
    );
  });

  it('budget each scope whole when reach is certain: the one before ends where the next begins', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const sure = { ...model, scopes: model.scopes.map((scope) => ({ ...scope, stepProbability: 1 })) };
        const flows = monthlyFlows(model, { reach: 'certain' });
        expect(flows).toEqual(monthlyFlows(sure));
        expect(flows.every(({ settlement }) => Math.abs(settlement) === 0)).toBe(true);
        expect(flows).toHaveLength(model.horizon + 1);
      }),
    );
  });
});
