import { describe, expect, test } from 'vitest';
import { missingItems } from '#renderer/features/initiative/forward/missing-items.ts';
import type { RuleOutcome } from '#shared/decision/result.ts';
import type { RuleId } from '#shared/domain/verdict.ts';

const item = (code: string) => ({ code, text: `the ${code}` });
const rule = (id: RuleId, ...codes: string[]): RuleOutcome => ({
  rule: id,
  verdict: 'hold',
  status: 'not_evaluated',
  terms: [],
  missing: codes.map(item),
});
const unknown = (...codes: string[]) => ({ status: 'unknown', missing: codes.map(item) }) as const;

const KNOWN = { status: 'known', value: 1 } as const;
const FIGURES = {
  value: KNOWN,
  probability: KNOWN,
  bcr50: KNOWN,
  unitEconomics: KNOWN,
  paybackProbability: KNOWN,
} as const;

describe('missingItems()', () => {
  test('names each thing once, what the forecast lacks apart from what only rules lack', () => {
    const found = missingItems({
      ...FIGURES,
      value: unknown('stop', 'road'),
      probability: unknown('stop'),
      paybackProbability: unknown('scope'),
      rules: [rule('K4', 'stop'), rule('S1', 'stop', 'plan'), rule('F2', 'plan')],
    });
    expect(found.forecast).toEqual([
      { ...item('stop'), rules: ['K4', 'S1'] },
      { ...item('road'), rules: [] },
      { ...item('scope'), rules: [] },
    ]);
    expect(found.rules).toEqual([{ ...item('plan'), rules: ['S1', 'F2'] }]);
  });

  test('takes the points of a driver together', () => {
    const point = (id: string, p: string, name: string) => ({
      code: `driver:${id}:${p}`,
      text: `${p.toUpperCase()} of ${name}`,
    });
    const missing = [
      point('a', 'p10', 'Tasks'),
      point('a', 'p50', 'Tasks'),
      point('a', 'p90', 'Tasks'),
      point('b', 'p90', 'Cost of errors'),
    ];
    const found = missingItems({ ...FIGURES, value: { status: 'unknown', missing }, rules: [] });
    expect(found.forecast.map((one) => one.text)).toEqual([
      'P10, P50, P90 of Tasks',
      'P90 of Cost of errors',
    ]);
  });

  test('is empty when nothing is missing, also while the draws are being made', () => {
    const found = missingItems({ ...FIGURES, probability: { status: 'computing' }, rules: [rule('C1')] });
    expect(found).toEqual({ forecast: [], rules: [] });
  });
});
