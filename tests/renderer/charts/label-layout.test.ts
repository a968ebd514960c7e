import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelRequest, type PlacedLabel, placeLabels } from '#renderer/charts/label-layout.ts';

const AREA = { left: 0, top: 0, right: 600, bottom: 300 };
const HEIGHT = 14;

function boxOf(label: PlacedLabel, width: number) {
  const left =
    label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  return { left, right: left + width, top: label.y - HEIGHT / 2, bottom: label.y + HEIGHT / 2 };
}

describe('placeLabels()', () => {
  it('prefers the right side', () => {
    const [label] = placeLabels([{ id: 'a', x: 100, y: 100, r: 10, width: 80 }], AREA, HEIGHT);
    expect(label).toEqual({ id: 'a', x: 114, y: 100, anchor: 'start' });
  });

  it('goes to the left at the right edge', () => {
    const [label] = placeLabels([{ id: 'a', x: 580, y: 100, r: 10, width: 80 }], AREA, HEIGHT);
    expect(label?.anchor).toBe('end');
  });

  it('gives up when there is no room', () => {
    expect(placeLabels([{ id: 'a', x: 300, y: 150, r: 10, width: 900 }], AREA, HEIGHT)).toEqual([]);
  });

  it('keeps off an obstacle', () => {
    const line = { left: 0, right: 600, top: 99, bottom: 101 };
    const [label] = placeLabels([{ id: 'a', x: 100, y: 100, r: 10, width: 80 }], AREA, HEIGHT, [line]);
    expect(label?.anchor).toBe('middle');
  });

  it('crosses what is to be avoided only where there is no other room', () => {
    const wall = { left: 150, right: 152, top: 0, bottom: 300 };
    const [label] = placeLabels([{ id: 'a', x: 130, y: 100, r: 10, width: 80 }], AREA, HEIGHT, [], [wall]);
    expect(label?.anchor).toBe('end');
    const everywhere = { left: 0, right: 600, top: 0, bottom: 300 };
    const crossing = placeLabels(
      [{ id: 'a', x: 130, y: 100, r: 10, width: 80 }],
      AREA,
      HEIGHT,
      [],
      [everywhere],
    );
    expect(crossing[0]?.anchor).toBe('start');
  });

  it('never lets labels overlap each other, leave the area or cover another bubble', () => {
    const request = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 300 }),
      r: fc.integer({ min: 4, max: 20 }),
      width: fc.integer({ min: 10, max: 160 }),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (made) => {
        const requests: LabelRequest[] = made.map((one, index) => ({ ...one, id: String(index) }));
        const byId = new Map(requests.map((one) => [one.id, one]));
        const boxes = placeLabels(requests, AREA, HEIGHT).map((label) => ({
          id: label.id,
          ...boxOf(label, byId.get(label.id)?.width ?? 0),
        }));
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(AREA.left);
          expect(box.right).toBeLessThanOrEqual(AREA.right);
          const isApart = (other: { left: number; right: number; top: number; bottom: number }) =>
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          for (const other of boxes) if (other.id !== box.id) expect(isApart(other)).toBe(true);
          for (const { id, x, y, r } of requests) {
            if (id === box.id) continue;
            expect(isApart({ left: x - r, right: x + r, top: y - r, bottom: y + r })).toBe(true);
          }
        }
      }),
    );
  });
});
