import { describe, expect, test } from 'vitest';
import { verdictSteps } from '#renderer/features/initiative/summary/verdict-steps.ts';

const entry = (name: string, endsOn: string, rule: string | null, decision: string) =>
  ({ review: { id: name, name, endsOn }, rule, decision }) as never;

describe('verdictSteps()', () => {
  test('goes from the oldest review on and says where people decided otherwise', () => {
    const steps = verdictSteps([
      entry('2026-Q3', '2026-09-30', 'K6', 'continue'),
      entry('2026-Q2', '2026-06-30', 'S1', 'scale'),
      entry('2026-Q1', '2026-03-31', null, 'hold'),
    ]);
    expect(steps.map(({ name, recommended, decided }) => [name, recommended, decided])).toEqual([
      ['2026-Q1', null, 'hold'],
      ['2026-Q2', 'scale', null],
      ['2026-Q3', 'kill', 'continue'],
    ]);
  });
});
