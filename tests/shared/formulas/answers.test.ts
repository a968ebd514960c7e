import { describe, expect, it } from 'vitest';
import { known, noValue } from '#shared/finance/reason.ts';
import { answerText, exampleOutcome, figureAnswer, rateAnswer, refusal } from '#shared/formulas/answers.ts';
import type { WorkedExample } from '#shared/formulas/formula.ts';

describe('answerText()', () => {
  it.each([
    [1234567.5, 2.25, '1,234,567.50'],
    [-18000, -18000, '−18,000'],
    [0.0000026822, 0.000002682209, '0.000002682200'],
    [0.1 + 0.2, undefined, '0.3'],
    [120, undefined, '120'],
    [-1234.5, undefined, '−1,234.5'],
    [1e-9, undefined, '0'],
    ['multiple: 0.1', 3, 'multiple: 0.1'],
  ])('prints %s beside %s as %s', (answer, beside, text) => {
    expect(answerText(answer, beside)).toBe(text);
  });
});

describe('exampleOutcome()', () => {
  const example = (actual: number | string, expected: number | string, tolerance: number): WorkedExample => ({
    inputs: '',
    compute: () => actual,
    expected,
    tolerance,
    unit: '',
  });

  it.each([
    [1.004, 1, 0.005, true],
    [1.006, 1, 0.005, false],
    [Number.NaN, 1, 0.005, false],
    ['none', 'none', 0, true],
    ['none', 'one', 0, false],
    ['1', 1, 1, false],
  ])('%s against %s, to %s: %s', (actual, expected, tolerance, isAsExpected) => {
    expect(exampleOutcome(example(actual, expected, tolerance))).toEqual({ actual, isAsExpected });
  });
});

describe('figureAnswer()', () => {
  it('is the number, or the code of the reason', () => {
    expect(figureAnswer(known(2))).toBe(2);
    expect(figureAnswer(noValue({ code: 'no_cost' }))).toBe('undefined: no_cost');
  });
});

describe('rateAnswer()', () => {
  it('says the status where there is not one rate', () => {
    expect(rateAnswer({ status: 'ok', rate: 0.1, roots: [0.1] })).toBe(0.1);
    expect(rateAnswer({ status: 'multiple', roots: [-0.5, 0.25] })).toBe('multiple: −0.5000, 0.2500');
    expect(rateAnswer({ status: 'none' })).toBe('none');
    expect(rateAnswer({ status: 'not_applicable', reason: { code: 'empty' } })).toBe('not applicable: empty');
  });
});

describe('refusal()', () => {
  it('is the name of the error, or what was answered', () => {
    const refuse = () => {
      throw new RangeError('no');
    };
    expect(refusal(refuse)).toBe('refused (RangeError)');
    expect(refusal(() => 3)).toBe(3);
  });
});
