import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTsv, parseTsv } from '#shared/clipboard/tsv.ts';

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
    ['1\t', [['1', '']]],
    ['1\t\n', [['1', '']]],
    ['1\r2', [['1'], ['2']]],
    ['\n', [['']]],
    ['\r\n\r\n', [[''], ['']]],
    ['"a\tb"\t"c ""d"""\n"e\nf"', [['a\tb', 'c "d"'], ['e\nf']]],
    ['5" pipe', [['5" pipe']]],
    ['"4" pipe\t1', [['"4" pipe', '1']]],
    ['"never closed\t1\n2', [['"never closed', '1'], ['2']]],
    ['""\t"a"', [['', 'a']]],
  ] as const)('of %j', (text, expected) => {
    expect(parseTsv(text)).toEqual(expected);
  });
});

describe('formatTsv()', () => {
  test('is read back as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'12,."\t\n\r a'), maxLength: 6 });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(rows, (block) => {
        expect(parseTsv(formatTsv(block))).toEqual(block);
      }),
    );
  });
});
