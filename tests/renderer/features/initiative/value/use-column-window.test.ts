import { describe, expect, test } from 'vitest';
import { columnWindow, drawnColumns } from '#renderer/features/initiative/value/use-column-window.ts';

describe('columnWindow()', () => {
  test.each([
    [0, { left: 0, right: 18 }],
    [70 * 10, { left: 0, right: 30 }],
    [70 * 108, { left: 102, right: 119 }],
  ])('scrolled by %d holds what is in sight and six beside', (scrollLeft, expected) => {
    expect(columnWindow({ scrollLeft, width: 700, column: 70 }, 120)).toEqual(expected);
  });
});

describe('drawnColumns()', () => {
  test('draws all without a window', () => {
    expect(drawnColumns(null, null, 3)).toEqual([{ col: 0 }, { col: 1 }, { col: 2 }]);
  });

  test('leaves gaps beside the window, and draws the active column wherever it is', () => {
    expect(drawnColumns({ left: 4, right: 5 }, 1, 8)).toEqual([
      { gap: 1, from: 0 },
      { col: 1 },
      { gap: 2, from: 2 },
      { col: 4 },
      { col: 5 },
      { gap: 2, from: 6 },
    ]);
  });
});
