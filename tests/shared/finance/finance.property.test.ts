import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#shared/domain/units.ts';
import { irr } from '#shared/finance/irr.ts';
import { mirr } from '#shared/finance/mirr.ts';
import { npv } from '#shared/finance/npv.ts';
import { payback } from '#shared/finance/payback.ts';
import type { RateResult } from '#shared/finance/rate-result.ts';
import { roi } from '#shared/finance/ratios.ts';
import { costPerSuccess, tokenCost } from '#shared/finance/task-cost.ts';
import { xirr } from '#shared/finance/xirr.ts';
import { amountOf } from './computed.ts';

const amount = fc.integer({ min: -5_000_000, max: 5_000_000 });
const flows = fc.array(amount, { minLength: 1, maxLength: 60 });
const rate = fc.double({ min: -0.3, max: 3, noNaN: true });
const rootsOf = (result: RateResult) => ('roots' in result ? result.roots : []);

/** |NPV| at a rate against the sum of the sizes of the discounted flows; below 0 brought to the end instead. */
function residual(root: number, series: readonly number[]): number {
  const growth = 1 + root;
  const ordered = growth < 1 ? series : series.toReversed();
  const factor = growth < 1 ? growth : 1 / growth;
  let sum = 0;
  let sizes = 0;
  for (const flow of ordered) {
    sum = sum * factor + flow;
    sizes = sizes * factor + Math.abs(flow);
  }
  return Math.abs(sum) / sizes;
}

describe('cost and value', () => {
  it('more cost never raises ROI, NPV or the worth of a payback date', () => {
    const nonNegative = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(nonNegative, nonNegative, fc.integer({ min: 1, max: 1e9 }), (benefit, extra, cost) => {
        expect(amountOf(roi(benefit, cost + extra))).toBeLessThanOrEqual(amountOf(roi(benefit, cost)));
      }),
    );
    fc.assert(
      fc.property(flows, fc.nat(), fc.integer({ min: 0, max: 1e6 }), rate, (series, at, extra, r) => {
        const dearer = series.map((flow, t) => (t === at % series.length ? flow - extra : flow));
        expect(amountOf(npv(r, dearer))).toBeLessThanOrEqual(amountOf(npv(r, series)));
        const before = payback(series).sustained;
        const after = payback(dearer).sustained;
        if (after.status === 'known') expect(after.value).toBeGreaterThanOrEqual(amountOf(before));
      }),
    );
  });

  it('NPV adds up: that of two series together is the sum of theirs', () => {
    const pair = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pair, rate, fc.constantFrom('end' as const, 'mid' as const), (both, r, timing) => {
        const [a, b] = [both.map(([x]) => x), both.map(([, y]) => y)];
        const together = both.map(([x, y]) => x + y);
        const sum = amountOf(npv(r, a, timing)) + amountOf(npv(r, b, timing));
        const scale = amountOf(npv(r, a.map(Math.abs), timing)) + amountOf(npv(r, b.map(Math.abs), timing));
        expect(Math.abs(amountOf(npv(r, together, timing)) - sum)).toBeLessThanOrEqual(1e-13 * scale);
      }),
    );
  });

  it('the cost of tokens and of a success rises with every price', () => {
    const model = fc.record({
      uncachedInput: fc.nat(),
      cachedInput: fc.nat(),
      output: fc.nat(),
      inputPrice: fc.nat(100),
      cachedPrice: fc.nat(100),
      outputPrice: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(model, { minLength: 1, maxLength: 5 }), fc.nat(50), (models, extra) => {
        const dearer = models.map((m) => ({ ...m, outputPrice: m.outputPrice + extra }));
        const [before, after] = [amountOf(tokenCost(models, 0.1)), amountOf(tokenCost(dearer, 0.1))];
        expect(after).toBeGreaterThanOrEqual(before);
        expect(amountOf(costPerSuccess(after, 10, 0.5))).toBeGreaterThanOrEqual(
          amountOf(costPerSuccess(before, 10, 0.5)),
        );
        expect(tokenCost(models.toReversed(), 0.1)).toEqual(tokenCost(models, 0.1));
      }),
    );
  });
});

describe('payback()', () => {
  it('is sustained no earlier than it is first reached, and discounted no earlier than simple', () => {
    fc.assert(
      fc.property(flows, fc.double({ min: 0, max: 0.2, noNaN: true }), (series, r) => {
        const { first, sustained } = payback(series, { rate: r });
        if (sustained.status === 'known') expect(sustained.value).toBeGreaterThanOrEqual(amountOf(first));
        if (first.status === 'known') expect(first.value).toBeLessThanOrEqual(series.length - 1);
      }),
    );
    const investment = fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), investment, (outlay, income) => {
        const discounted = payback([-outlay, ...income], { rate: 0.01 }).first;
        if (discounted.status === 'known') {
          expect(discounted.value).toBeGreaterThanOrEqual(amountOf(payback([-outlay, ...income]).first));
        }
      }),
    );
  });
});

describe('irr()', () => {
  it('brings the present value to zero at every rate it reports, ascending and above -100 %', () => {
    fc.assert(
      fc.property(flows, (series) => {
        const result = irr(series);
        const roots = rootsOf(result);
        expect(result.status === 'ok' ? 1 : result.status === 'multiple' ? 2 : 0).toBe(
          Math.min(2, roots.length),
        );
        for (const [i, root] of roots.entries()) {
          // Near -100 % a rate has few digits left for 1 + rate: the residual of the next number is allowed for.
          const digits = (series.length * Number.EPSILON) / Math.min(1, 1 + root);
          expect(residual(root, series)).toBeLessThan(1e-12 + digits);
          expect(root).toBeGreaterThan(i === 0 ? -1 : (roots[i - 1] as number));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('finds as many rates as the sign of the present value changes on a grid of its own', () => {
    const scan = (series: readonly number[]) => {
      let changes = 0;
      let last = 0;
      for (let i = 0; i <= 6000; i += 1) {
        const growth = 1e-6 * 1e12 ** (i / 6000);
        const factor = Math.min(growth, 1 / growth);
        const ordered = growth < 1 ? series : series.toReversed();
        const sign = Math.sign(ordered.reduce((sum, flow) => sum * factor + flow, 0));
        if (sign !== 0 && sign === -last) changes += 1;
        if (sign !== 0) last = sign;
      }
      return changes;
    };
    const short = fc.array(amount, { minLength: 3, maxLength: 24 });
    fc.assert(
      fc.property(short, (series) => {
        const inside = rootsOf(irr(series)).filter((root) => root > 1e-6 - 1 && root < 1e6 - 1);
        // The grid may miss a close pair, which two rates within 1 % of each other would be.
        const close = inside.filter(
          (root, i) => i > 0 && (1 + root) / (1 + (inside[i - 1] as number)) < 1.01,
        );
        if (close.length === 0) expect(inside).toHaveLength(scan(series));
        else expect(inside.length).toBeGreaterThanOrEqual(scan(series));
      }),
      { numRuns: 300 },
    );
  });

  it('does not change with the unit, the sign, or zeros at the ends', () => {
    const factor = fc.constantFrom(2, 3, 10, 100, 1000);
    fc.assert(
      fc.property(flows, factor, fc.nat(3), fc.nat(3), (series, by, before, after) => {
        const result = irr(series);
        const scaled = irr(series.map((flow) => flow * by));
        const padded = irr([...Array<number>(before).fill(0), ...series, ...Array<number>(after).fill(0)]);
        expect(scaled.status).toBe(result.status);
        for (const [i, root] of rootsOf(result).entries()) {
          expect(Math.abs((rootsOf(scaled)[i] as number) - root)).toBeLessThan(1e-9 * (1 + Math.abs(root)));
        }
        expect(padded).toEqual(result);
        expect(irr(series.map((flow) => -flow))).toEqual(result);
        expect(irr(series.map((flow) => flow * 1024))).toEqual(result);
      }),
    );
  });

  it('agrees with XIRR when the periods are years of 365 days', () => {
    const day = (t: number) =>
      new Date(Date.UTC(2001, 0, 1) + t * 365 * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 12 }), (series) => {
        const yearly = irr(series);
        const dated = xirr(series.map((flow, t) => ({ date: day(t) as IsoDate, amount: flow })));
        expect(dated.status).toBe(yearly.status);
        for (const [i, root] of rootsOf(yearly).entries()) {
          expect(Math.abs((rootsOf(dated)[i] as number) - root)).toBeLessThan(1e-8 * (1 + Math.abs(root)));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('mirr()', () => {
  it('lies at the IRR when money is borrowed and lent at the IRR', () => {
    const income = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), income, (outlay, later) => {
        const series = [-outlay, ...later];
        const result = irr(series);
        if (result.status !== 'ok') return;
        const { rate: r } = result;
        expect(Math.abs(amountOf(mirr(series, { finance: r, reinvest: r })) - r)).toBeLessThan(
          1e-9 * (1 + Math.abs(r)),
        );
      }),
    );
  });
});
