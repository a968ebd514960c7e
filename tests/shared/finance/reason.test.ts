import { describe, expect, it } from 'vitest';
import { type FinanceReason, known, reasonText } from '#shared/finance/reason.ts';
import { month } from '../decision/example-facts.ts';
import { undefinedFor } from './computed.ts';

describe('known()', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'turns %d into a reason',
    (value) => {
      expect(known(value)).toEqual(undefinedFor({ code: 'not_finite', positions: [] }));
    },
  );
});

describe('reasonText()', () => {
  it.each<[FinanceReason, string]>([
    [{ code: 'empty' }, 'there are no values'],
    [
      { code: 'blank', positions: [1, 3] },
      'values are blank at position 2, 4; enter them, 0 if nothing was spent or gained',
    ],
    [{ code: 'not_finite', positions: [] }, 'the result is too large to be a number'],
    [{ code: 'not_finite', positions: [0] }, 'values are not finite numbers at position 1'],
    [
      { code: 'incomplete', months: [month('2026-02'), month('2026-03')] },
      'not closed or a cost unmeasured: 2026-02, 2026-03',
    ],
    [{ code: 'too_few_months', have: 2, need: 3 }, '3 closed months are needed, 2 so far'],
    [
      { code: 'out_of_range', name: 'success rate', value: 1.2 },
      'success rate is 1.2, outside the range the formula allows',
    ],
    [{ code: 'missing', names: ['cost of delay'] }, 'not entered: cost of delay'],
    [{ code: 'never_within_horizon', horizon: 36 }, 'not within 36 months'],
    [{ code: 'unlike_labels', differences: ['risk', 'window'] }, 'the figures differ in risk, window'],
    [
      { code: 'margin_not_positive', margin: -1 },
      'a task costs at least as much as it brings, so no volume pays',
    ],
    [{ code: 'no_cost' }, 'no cost was recorded, so no ratio to cost exists'],
    [{ code: 'plan_zero' }, 'no benefit was planned for these months'],
  ])('of %o', (reason, text) => {
    expect(reasonText(reason)).toBe(text);
  });
});
