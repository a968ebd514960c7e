import { describe, expect, test } from 'vitest';
import { stateOf } from '#shared/decision/conclude.ts';
import { simulateNow } from '#shared/decision/evaluate.ts';
import { verdictShares } from '#shared/decision/explain/verdict-shares.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { prepare } from '#shared/decision/prepare.ts';
import { type DrawColumns, drawColumns } from '#shared/forward-model/draw-columns.ts';
import { contextOf, SCALABLE_CONTEXT, scalable, unclearPilot } from './worked-example.ts';

const DRAWS = 1000;

function drawn(facts: InitiativeFacts, context: EngineContext) {
  const prepared = prepare(facts, context);
  const { model } = prepared;
  if (model.status !== 'complete') throw new TypeError('the model is not complete');
  const simulated = simulateNow({ ...model.request, draws: DRAWS, mostDraws: DRAWS });
  const state = stateOf(prepared, simulated)?.state;
  if (state === undefined) throw new TypeError('there is no state');
  return { state, columns: drawColumns(model.request, DRAWS), policy: context.policy };
}

/** The draws with figures written by hand instead: [Delta, BCR, pays back]. */
function withDraws(columns: DrawColumns, rows: readonly (readonly [number, number, 0 | 1])[]): DrawColumns {
  const repeat = <T>(pick: (row: readonly [number, number, 0 | 1]) => T): T[] =>
    Array.from({ length: DRAWS }, (_, i) => pick(rows[i % rows.length] ?? [0, 0, 0]));
  return {
    ...columns,
    delta: Float64Array.from(repeat(([delta]) => delta)),
    benefit: Float64Array.from(repeat(([, bcr]) => bcr)),
    cost: new Float64Array(DRAWS).fill(1),
    margin: new Float64Array(DRAWS).fill(1),
    paysBack: Uint8Array.from(repeat(([, , pays]) => pays)),
  };
}

describe('verdictShares()', () => {
  test('runs the rules on each draw as if it were certain', () => {
    const { state, columns, policy } = drawn(scalable(), SCALABLE_CONTEXT);
    const rows = withDraws(columns, [
      [1, 1.5, 1], // everything S1 asks for
      [1, 1.4999, 1], // ratio too low
      [1, 2, 0], // does not pay back
      [0, 2, 1], // Delta 0 is not above 0: E <= 0 in band 0
    ]);
    expect(verdictShares(state, rows, policy)).toEqual([
      { verdict: 'continue', share: 0.5 },
      { verdict: 'kill', share: 0.25 },
      { verdict: 'scale', share: 0.25 },
    ]);
  });

  test('kills a draw in which every task loses money, whatever its value', () => {
    const { state, columns, policy } = drawn(scalable(), SCALABLE_CONTEXT);
    const rows = { ...withDraws(columns, [[1, 2, 1]]), margin: new Float64Array(DRAWS) };
    expect(verdictShares(state, rows, policy)).toEqual([{ verdict: 'kill', share: 1 }]);
  });

  test('cannot scale what no draw can pay back, and keeps no ratio without cost', () => {
    const { state, columns, policy } = drawn(scalable(), SCALABLE_CONTEXT);
    const free = { ...withDraws(columns, [[1, 2, 1]]), cost: new Float64Array(DRAWS) };
    expect(verdictShares(state, free, policy)).toEqual([{ verdict: 'continue', share: 1 }]);
  });

  test('forgets hysteresis: a held band is not used', () => {
    const { state, columns, policy } = drawn(scalable(), SCALABLE_CONTEXT);
    const held = { ...state, band: 0 as const };
    const rows = withDraws(columns, [[1, 2, 1]]);
    expect(verdictShares(held, rows, policy)).toEqual([{ verdict: 'scale', share: 1 }]);
  });

  test('leaves the state as it was, and sums to 1 with the verdicts of the draws', () => {
    const { state, columns, policy } = drawn(unclearPilot(), contextOf());
    const before = { ...state };
    const shares = verdictShares(state, columns, policy);
    expect(state).toEqual(before);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    // A certain draw of the pilot is worth it or not; nothing else stands against it.
    const positive = columns.delta.filter((delta) => delta > 0).length / DRAWS;
    expect(shares).toContainEqual({ verdict: 'continue', share: positive });
    expect(shares).toHaveLength(2);
  });
});
