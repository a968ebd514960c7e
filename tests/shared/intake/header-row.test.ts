import { describe, expect, it } from 'vitest';
import { guessHeaderRow } from '#shared/intake/header-row.ts';

describe('guessHeaderRow()', () => {
  it.each<[string, string[][], number | undefined]>([
    [
      'the first row',
      [
        ['Name', 'Stage'],
        ['x', 'Pilot'],
      ],
      1,
    ],
    [
      'below a title and a blank row',
      [
        ['AI inventory', '', ''],
        ['', '', ''],
        ['Name', 'Stage', 'Cost'],
        ['x', 'Pilot', '3'],
      ],
      3,
    ],
    [
      'below a row of section titles',
      [
        ['SECTION 1', '', '', 'SECTION 2', ''],
        ['Id', 'Name', 'Stage', 'Purpose', 'Date'],
        ['1', 'x', 'Pilot', 'p', '1/2/2025'],
      ],
      2,
    ],
    [
      'above rows that are fuller than it',
      [
        ['Name', 'Stage', 'Unit', 'Owner', ''],
        ['x', 'Pilot', 'u', 'o', 'note'],
      ],
      1,
    ],
    [
      'not in a row of figures',
      [
        ['1', '2', '3'],
        ['Name', 'Stage', 'Cost'],
        ['x', 'y', '2'],
      ],
      2,
    ],
    ['in the first filled row when nothing looks like one', [[''], ['7'], ['8']], 2],
    ['nowhere in a blank table', [[''], [' ', '']], undefined],
  ])('finds the header %s', (_, rows, expected) => {
    expect(guessHeaderRow(rows)).toBe(expected);
  });
});
