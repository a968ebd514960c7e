import { describe, expect, it } from 'vitest';
import { COST_CATEGORIES } from '#shared/domain/value-lines.ts';
import { costBehaviour, costStack } from '#shared/finance/cost-stack.ts';
import { costLine, money, month, monthly } from '../decision/example-facts.ts';

const jan = month('2026-01');
const feb = month('2026-02');
const lines = [
  costLine('a', { category: 'inference' }),
  costLine('b', { category: 'platform' }),
  costLine('c', { category: 'oversight' }),
  costLine('d', { category: 'integration_build', endsOn: jan }),
  costLine('e', { category: 'platform', isOnce: true, startsOn: feb }),
];
const values = [
  ...monthly('a', [jan, feb], 100),
  ...monthly('b', [jan, feb], 40),
  ...monthly('c', [jan], 60),
  ...monthly('d', [jan], 1000),
  ...monthly('e', [feb], 7),
  ...monthly('someone else', [jan], 5000),
];

describe('costBehaviour()', () => {
  it('counts inference, oversight and error correction as variable, build and retirement as once', () => {
    const of = (behaviour: string) =>
      COST_CATEGORIES.filter((category) => costBehaviour({ category }) === behaviour);
    expect(of('variable')).toEqual(['inference', 'oversight', 'error_correction']);
    expect(of('once')).toEqual(['integration_build', 'retirement']);
    expect(of('fixed')).toHaveLength(COST_CATEGORIES.length - 5);
  });

  it('follows the mark of a line before its category', () => {
    expect(costBehaviour({ category: 'inference', isOnce: true })).toBe('once');
  });
});

describe('costStack()', () => {
  it('adds up a month by category and by behaviour: 100 + 40 + 60 + 1000 = 1200', () => {
    expect(costStack(lines, values, [jan])).toEqual([
      {
        month: jan,
        byCategory: { inference: 100, platform: 40, oversight: 60, integration_build: 1000 },
        byBehaviour: { variable: 160, fixed: 40, once: 1000 },
        total: 1200,
        unmeasured: [],
      },
    ]);
  });

  it('leaves an unmeasured category out and names the line', () => {
    const [stack] = costStack(lines, values, [feb]);
    expect(stack).toEqual({
      month: feb,
      byCategory: { inference: 100, platform: 47 },
      byBehaviour: { variable: 100, fixed: 40, once: 7 },
      total: 147,
      unmeasured: ['c'],
    });
  });

  it('counts a value outside the span of its line, but does not miss one there', () => {
    const [stack] = costStack([costLine('x', { endsOn: jan })], monthly('x', [feb], 9), [feb]);
    expect(stack).toMatchObject({ total: 9, unmeasured: [] });
  });

  it('does not depend on the order of lines and values, to the last digit', () => {
    const many = [0.1, 0.2, 0.3, 1e9, -1e9].map((amount, i) => ({
      lineId: `l${i}`,
      month: jan,
      amount: money(amount),
    }));
    const manyLines = many.map(({ lineId }) => costLine(lineId));
    expect(costStack(manyLines.toReversed(), many.toReversed(), [jan])).toEqual(
      costStack(manyLines, many, [jan]),
    );
  });
});
