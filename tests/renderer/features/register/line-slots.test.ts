import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementAt, type LineSlots, NO_SLOTS, slotsOf } from '#renderer/features/register/line-slots.ts';

const COUNT = 30;
const elements = (slots: LineSlots) => slots.lines.map((_, place) => elementAt(slots, place));
/** Which element shows each line. */
const byLine = (slots: LineSlots) =>
  new Map(slots.lines.map((line, place) => [line, elementAt(slots, place)]));
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('slotsOf()', () => {
  it('keeps lines that stay in view in their elements', () => {
    const before = slotsOf(NO_SLOTS, 0, 19, COUNT);
    const after = slotsOf(before, 5, 24, COUNT, 12);
    expect(after.lines).toEqual(range(5, 24));
    for (const line of range(5, 19)) expect(byLine(after).get(line)).toBe(byLine(before).get(line));
  });

  it('lets no element change its place after a jump', () => {
    const before = slotsOf(slotsOf(NO_SLOTS, 0, 19, COUNT), 7, 26, COUNT);
    for (const first of [100, 101, 4000]) {
      const after = slotsOf(before, first, first + 19, COUNT);
      expect(after.lines).toEqual(range(first, first + 19));
      expect(elements(after)).toEqual(elements(before));
    }
  });

  it('brings the first lines of a jump at once and the others at the next call', () => {
    const before = slotsOf(NO_SLOTS, 0, 19, COUNT);
    const half = slotsOf(before, 100, 119, COUNT, 12);
    expect(half).toMatchObject({ isPartial: true, lines: [...range(100, 111), ...range(12, 19)] });
    expect(elements(half)).toEqual(elements(before));
    const whole = slotsOf(half, 100, 119, COUNT, 12);
    expect(whole).toMatchObject({ isPartial: false, lines: range(100, 119) });
    expect(elements(whole)).toEqual(elements(before));
  });

  it('shows what is asked for at the latest at the second call, each line in an element of its own', () => {
    const step = fc.record({ first: fc.nat(400), length: fc.integer({ min: 0, max: COUNT }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let slots = NO_SLOTS;
        for (const { first, length } of steps) {
          slots = slotsOf(slots, first, first + length - 1, COUNT, 12);
          expect(new Set(elements(slots)).size).toBe(length);
          expect(slots.lines.slice(0, 12)).toEqual(range(first, first + length - 1).slice(0, 12));
          if (!slots.isPartial) expect(slots.lines).toEqual(range(first, first + length - 1));
        }
        const { first, length } = steps.at(-1) as { first: number; length: number };
        slots = slotsOf(slots, first, first + length - 1, COUNT, 12);
        expect(slots).toMatchObject({ isPartial: false, lines: range(first, first + length - 1) });
      }),
    );
  });
});
