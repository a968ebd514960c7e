import { describe, expect, test } from 'vitest';
import { openEngine } from '#shared/decision/explain/engine.ts';
import { readinessMoves } from '#shared/decision/explain/readiness-moves.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { prepare } from '#shared/decision/prepare.ts';
import { GAPS, type Gap, type Level } from '#shared/domain/gap.ts';
import { assessment, evidence } from '../example-facts.ts';
import { contextOf, scalable } from './worked-example.ts';

const context = contextOf();

function movesOf(
  levels: Readonly<Partial<Record<Gap, Level>>>,
  mark: number,
  kind: 'audit' | 'test' = 'audit',
) {
  const facts: InitiativeFacts = scalable({
    assessments: GAPS.flatMap((gap) => {
      const level = levels[gap];
      return level === undefined
        ? []
        : [assessment(gap, level, { evidence: [evidence(kind, '2026-09-01')] })];
    }),
  });
  const { gaps, readiness } = prepare(facts, context);
  const engine = openEngine(100, () => false);
  const now = readiness.status === 'known' ? readiness.value : 0;
  return readinessMoves(
    { facts, context },
    GAPS.map((gap) => gaps[gap].score),
    { now, mark },
    (inputs) => engine.stateAt(inputs)?.readiness ?? null,
  );
}

describe('readinessMoves()', () => {
  // Oracle wsm_flip_derived: scores 3 2 3 4 2, R 70, mark 75.
  test('gives the closed forms, and the whole level that does it', () => {
    const moves = movesOf({ data: 3, integration: 2, evaluation: 3, governance: 4, change: 2 }, 75);
    expect(moves.map(({ gap, toLevel }) => [gap, toLevel])).toEqual([
      ['data', 4],
      ['integration', 3],
      ['evaluation', 4],
      ['governance', null],
      ['change', 3],
    ]);
    for (const { score, levels } of moves) {
      expect(score).toBeCloseTo(1, 9);
      expect(levels).toBeCloseTo(1, 9);
    }
    const weights = moves.map(({ weight }) => weight);
    for (const [i, weight] of [0.8, -0.2, 0.8, 0.1333333333, -0.2].entries()) {
      expect(weights[i]).toBeCloseTo(weight, 9);
    }
  });

  test('rounds up to a level, and knows that a test result counts up to level 3 only', () => {
    const moves = movesOf({ data: 3, integration: 2, evaluation: 3, governance: 3, change: 2 }, 66, 'test');
    expect(moves.map(({ toLevel }) => toLevel)).toEqual([null, 3, null, null, 3]);
    expect(moves[1]?.levels).toBeCloseTo(0.2, 9);
  });

  test('from above tells what falls below the mark', () => {
    const moves = movesOf({ data: 3, integration: 3, evaluation: 3, governance: 3, change: 4 }, 75);
    expect(moves.map(({ score }) => score)).toEqual(new Array(5).fill(expect.closeTo(-1, 9)));
    expect(moves.map(({ toLevel }) => toLevel)).toEqual([1, 1, 1, 1, 2]);
  });

  test('has nothing to tell while a gap was never assessed', () => {
    expect(movesOf({ data: 3 }, 75)).toEqual([]);
  });
});
