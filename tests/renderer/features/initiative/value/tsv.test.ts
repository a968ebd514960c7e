import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTsv, parseTsv } from '#renderer/features/initiative/value/tsv.ts';

describe('parseTsv()', () => {
  test.each([
    ['', []],
    ['1', [['1']]],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t\n\t4',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    ['1\r2', [['1'], ['2']]],
    ['\n', [['']]],
    ['"a\tb"\t"c ""d"""\n"e\nf"', [['a\tb', 'c "d"'], ['e\nf']]],
    ['5" pipe', [['5" pipe']]],
  ] as const)('of %j', (text, expected) => {
    expect(parseTsv(text)).toEqual(expected);
  });

  test('reads back what formatTsv() writes', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'12,."\t\n\r a'), maxLength: 6 });
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });
});
