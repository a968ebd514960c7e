import { describe, expect, test } from 'vitest';
import type { EngineInputs, Recommendation } from '#shared/decision/explain/engine-inputs.ts';
import { nearestFirst, scaledFlips, stabilityOf, steppedFlips } from '#shared/decision/explain/flips.ts';
import {
  type ScaledInput,
  type SteppedInput,
  wholeSteps,
} from '#shared/decision/explain/inputs/changeable-input.ts';
import type { Flip } from '#shared/decision/explanation.ts';
import { contextOf, scalable } from './worked-example.ts';

// The seed carries the number, so that a rule can be made of it.
const inputsFor = (value: number): EngineInputs => ({
  facts: scalable(),
  context: contextOf({ seed: String(value) }),
});
const numberOf = ({ context }: EngineInputs): number => Number(context.seed);

const CONTINUE: Recommendation = { verdict: 'continue', rule: 'C1' };
const SCALE: Recommendation = { verdict: 'scale', rule: 'S1' };
const KILL: Recommendation = { verdict: 'kill', rule: 'K4' };

function scaled(now: number, deviation: number | null = 2): ScaledInput {
  return {
    input: 'driver:x',
    kind: 'driver',
    name: 'x',
    unit: '',
    now,
    deviation,
    at: (factor) => ({ to: now * factor, inputs: inputsFor(now * factor) }),
  };
}

const judge =
  (low: number, high: number) =>
  (inputs: EngineInputs): Recommendation => {
    const value = numberOf(inputs);
    return value < low ? KILL : value >= high ? SCALE : CONTINUE;
  };

describe('scaledFlips()', () => {
  test('finds the nearest change each way to a thousandth, always on the far side', () => {
    const [down, up] = scaledFlips(scaled(10), CONTINUE, judge(7, 13));
    expect(down).toMatchObject({ direction: 'down', verdict: 'kill', rule: 'K4', now: 10 });
    expect(Number(down?.to)).toBeLessThan(7);
    expect(Number(down?.to)).toBeGreaterThan(7 * 0.998);
    expect(up).toMatchObject({ direction: 'up', verdict: 'scale', rule: 'S1' });
    expect(Number(up?.to)).toBeGreaterThanOrEqual(13);
    expect(Number(up?.to)).toBeLessThan(13 * 1.002);
    expect(up?.relative).toBeCloseTo((Number(up?.to) - 10) / 10, 12);
    expect(up?.deviations).toBeCloseTo((Number(up?.to) - 10) / 2, 12);
  });

  test.each([
    [2.6, 39.9, 2],
    [2.4, 39.9, 1],
    [2.4, 40.1, 0],
    [10, 10.001, 2],
  ])('looks from a quarter to four times: cuts at %f and %f give %i flips', (low, high, count) => {
    expect(scaledFlips(scaled(10), CONTINUE, judge(low, high))).toHaveLength(count);
  });

  test('tells the nearer of two changes the same way', () => {
    const twice = (inputs: EngineInputs): Recommendation => {
      const value = numberOf(inputs);
      return value > 30 ? SCALE : value > 15 ? KILL : CONTINUE;
    };
    const [up] = scaledFlips(scaled(10), CONTINUE, twice);
    expect(up?.verdict).toBe('kill');
    expect(Number(up?.to)).toBeCloseTo(15, 1);
  });

  test('keeps the direction of a negative number, and has no deviation for a known one', () => {
    const [down, up] = scaledFlips(scaled(-10, null), CONTINUE, (inputs) =>
      numberOf(inputs) < -15 ? KILL : numberOf(inputs) > -5 ? SCALE : CONTINUE,
    );
    expect(down).toMatchObject({ direction: 'up', verdict: 'scale', deviations: null });
    expect(up).toMatchObject({ direction: 'down', verdict: 'kill' });
    expect(up?.relative).toBeLessThan(-0.5);
  });

  test('does not take another rule for another verdict', () => {
    const other = (): Recommendation => ({ verdict: 'continue', rule: 'S1' });
    expect(scaledFlips(scaled(10), CONTINUE, other)).toEqual([]);
  });
});

describe('steppedFlips()', () => {
  const stepped = (kind: SteppedInput['kind'], steps: SteppedInput['steps'], now: number | string) =>
    ({ input: 'level:data', kind, name: 'Data', unit: 'level', now, deviation: 1, steps }) as const;

  test('tries whole numbers nearest first and stops at the first each way', () => {
    const steps = wholeSteps(3, { lowest: 0, highest: 6, reach: 3 }, inputsFor);
    const tried: number[] = [];
    const flips = steppedFlips(stepped('level', steps, 3), CONTINUE, (inputs) => {
      tried.push(numberOf(inputs));
      return judge(2, 5)(inputs);
    });
    expect(flips.map(({ to, verdict, deviations }) => [to, verdict, deviations])).toEqual([
      [1, 'kill', -2],
      [5, 'scale', 2],
    ]);
    expect(tried).toEqual([2, 4, 1, 5]);
  });

  test('tries every answer to a yes/no question', () => {
    const answers = [1, 99].map((value) => ({
      direction: 'other' as const,
      to: String(value),
      make: () => inputsFor(value),
    }));
    const flips = steppedFlips(stepped('yes_no', answers, 'not answered'), CONTINUE, judge(2, 5));
    expect(flips.map(({ to, verdict, relative, deviations }) => [to, verdict, relative, deviations])).toEqual(
      [
        ['1', 'kill', null, null],
        ['99', 'scale', null, null],
      ],
    );
  });
});

function flip(over: Partial<Flip>): Flip {
  return {
    input: 'x',
    kind: 'driver',
    name: 'x',
    unit: '',
    now: 1,
    to: 2,
    direction: 'up',
    relative: 1,
    deviations: null,
    verdict: 'scale',
    rule: 'S1',
    ...over,
  };
}

describe('stabilityOf()', () => {
  test.each([
    [0.49, 'fragile'],
    [0.5, 'normal'],
    [1.5, 'normal'],
    [1.51, 'firm'],
  ])('calls %f standard deviations %s', (size, label) => {
    const flips = [flip({ input: 'far', deviations: 3 }), flip({ input: 'near', deviations: -size })];
    expect(stabilityOf(flips, [])).toEqual({ value: size, label, input: 'near' });
  });

  test('leaves out what has no deviation', () => {
    const flips = [flip({ deviations: null, relative: 0.01 }), flip({ input: 'b', deviations: 1 })];
    expect(stabilityOf(flips, []).input).toBe('b');
  });

  test('is firm without a number when something was tried and nothing flips', () => {
    expect(stabilityOf([], [{ deviation: 1 }])).toEqual({ value: null, label: 'firm', input: null });
    expect(stabilityOf([], [{ deviation: null }])).toEqual({ value: null, label: null, input: null });
  });
});

describe('nearestFirst()', () => {
  test('orders by deviations, then by relative change, then as given', () => {
    const flips = [
      flip({ input: 'yes', relative: null }),
      flip({ input: 'rel', relative: -0.1 }),
      flip({ input: 'two', deviations: -2 }),
      flip({ input: 'one', deviations: 1 }),
      flip({ input: 'rel2', relative: 0.05 }),
      flip({ input: 'no', relative: null }),
    ];
    expect(nearestFirst(flips).map(({ input }) => input)).toEqual(['one', 'two', 'rel2', 'rel', 'yes', 'no']);
  });
});
