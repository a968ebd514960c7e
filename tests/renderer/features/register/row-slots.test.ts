import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementAt, NO_SLOTS, type RowSlots, slotsOf } from '#renderer/features/register/row-slots.ts';

const COUNT = 30;
/** The rows `first` to `last`, at rest or while somebody scrolls. */
const view = (first: number, last: number, isMoving = false) => ({ first, last, count: COUNT, isMoving });
const elements = (slots: RowSlots) => slots.rows.map((_, place) => elementAt(slots, place));
/** With those that wait for rows. */
const standing = (slots: RowSlots) =>
  Array.from({ length: slots.rows.length + slots.spares }, (_, place) => elementAt(slots, place));
/** Which element shows each row. */
const byRow = (slots: RowSlots) => new Map(slots.rows.map((row, place) => [row, elementAt(slots, place)]));
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('slotsOf()', () => {
  it('keeps rows that stay in view in their elements', () => {
    const before = slotsOf(NO_SLOTS, view(0, 19));
    const after = slotsOf(before, view(5, 24), 12);
    expect(after.rows).toEqual(range(5, 24));
    for (const row of range(5, 19)) expect(byRow(after).get(row)).toBe(byRow(before).get(row));
  });

  it('lets no element change its place after a jump', () => {
    const before = slotsOf(slotsOf(NO_SLOTS, view(0, 19)), view(7, 26));
    for (const first of [100, 101, 4000]) {
      const after = slotsOf(before, view(first, first + 19));
      expect(after.rows).toEqual(range(first, first + 19));
      expect(elements(after)).toEqual(elements(before));
    }
  });

  it('brings the first rows of a jump at once and the others at the next call', () => {
    const before = slotsOf(NO_SLOTS, view(0, 19));
    const half = slotsOf(before, view(100, 119), 12);
    expect(half).toMatchObject({ isPartial: true, rows: [...range(100, 111), ...range(12, 19)] });
    expect(elements(half)).toEqual(elements(before));
    const whole = slotsOf(half, view(100, 119), 12);
    expect(whole).toMatchObject({ isPartial: false, rows: range(100, 119) });
    expect(elements(whole)).toEqual(elements(before));
  });

  it('keeps the elements of rows a search leaves out, where they stand, and takes them for the next ones', () => {
    const before = slotsOf(slotsOf(NO_SLOTS, view(0, 19)), view(7, 26));
    const few = slotsOf(before, view(0, 2));
    expect(few).toMatchObject({ rows: [0, 1, 2], spares: 17 });
    const none = slotsOf(few, view(0, -1));
    expect(none).toMatchObject({ rows: [], spares: 20 });
    const more = slotsOf(none, view(0, 8));
    expect(more).toMatchObject({ rows: range(0, 8), spares: 11 });
    const many = slotsOf(more, view(0, 19));
    expect(many).toMatchObject({ rows: range(0, 19), spares: 0 });
    for (const slots of [few, none, more, many]) expect(standing(slots)).toEqual(elements(before));
  });

  it('keeps none unused while somebody scrolls', () => {
    expect(slotsOf(slotsOf(NO_SLOTS, view(0, 19)), view(3, 20, true))).toMatchObject({ spares: 0 });
  });

  it('shows what is asked for at the latest at the second call, each row in an element of its own', () => {
    const step = fc.record({
      first: fc.nat(400),
      length: fc.integer({ min: 0, max: COUNT }),
      isMoving: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let slots = NO_SLOTS;
        for (const { first, length, isMoving } of steps) {
          slots = slotsOf(slots, view(first, first + length - 1, isMoving), 12);
          expect(new Set(elements(slots)).size).toBe(length);
          expect(new Set(standing(slots)).size).toBe(length + slots.spares);
          expect(slots.rows.slice(0, 12)).toEqual(range(first, first + length - 1).slice(0, 12));
          if (!slots.isPartial) expect(slots.rows).toEqual(range(first, first + length - 1));
        }
        const { first, length } = steps.at(-1) as { first: number; length: number };
        slots = slotsOf(slots, view(first, first + length - 1), 12);
        expect(slots).toMatchObject({ isPartial: false, rows: range(first, first + length - 1) });
      }),
    );
  });
});
