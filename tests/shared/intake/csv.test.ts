import { parse } from 'csv-parse/browser/esm/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTAKE_CAPS, type IntakeCaps } from '#shared/intake/caps.ts';
import { DELIMITERS, type Delimiter, parseCsv } from '#shared/intake/csv.ts';

const read = (text: string, caps: Partial<IntakeCaps> = {}, delimiter: Delimiter = ',') =>
  parseCsv(text, { delimiter, caps: { ...INTAKE_CAPS, ...caps } });

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('parseCsv()', () => {
  it.each<[string, string, string[][]]>([
    [
      'all three line ends, mixed',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'line ends, delimiters and doubled quotes inside quotes',
      '"a\r\nb","c,""d"""\nx,y',
      [
        ['a\r\nb', 'c,"d"'],
        ['x', 'y'],
      ],
    ],
    ['a quote inside an unquoted cell as text', '5" pipe,b', [['5" pipe', 'b']]],
    [
      'empty cells at both ends',
      ',a,\n,,',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['an empty line as a record of its own', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['an empty quoted cell', '"",""', [['', '']]],
    ['nothing', '', []],
    ['spaces as they are', ' a , b ', [[' a ', ' b ']]],
    [
      'a header called __proto__ as plain data',
      '__proto__,constructor\n1,2',
      [
        ['__proto__', 'constructor'],
        ['1', '2'],
      ],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each<[string, string, Partial<IntakeCaps>, object]>([
    [
      'an unclosed quote by the row where it began',
      'a,b\n1,2\n3,"4\n5,6\n',
      {},
      { code: 'unclosed_quote', details: { row: 3, column: 2 } },
    ],
    [
      'text after a closing quote',
      'a,b\n"x"y,2',
      {},
      { code: 'text_after_quote', details: { row: 2, column: 1 } },
    ],
    [
      'a NUL by its row and column',
      'a,b\n1,2\n3,4\0\n',
      {},
      { code: 'nul_in_text', details: { row: 3, column: 2 } },
    ],
    ['a NUL inside quotes', 'a\n"x\0y"', {}, { code: 'nul_in_text', details: { row: 2, column: 1 } }],
    [
      'a row too wide',
      `a,b\n${'x,'.repeat(9_999)}x`,
      {},
      { code: 'too_many_columns', details: { row: 2, column: 513 } },
    ],
    [
      'a delimiter at the end that opens one column too many',
      'a,b,',
      { columns: 2 },
      { code: 'too_many_columns', details: { row: 1, column: 3 } },
    ],
    ['one row too many', 'a\n1\n2\n3', { rows: 3 }, { code: 'too_many_rows', details: { row: 4 } }],
    ['one cell too many', 'a,b\n1,2', { cells: 3 }, { code: 'too_many_cells', details: { row: 2 } }],
    [
      'a cell too long',
      `a\n${'x'.repeat(32_768)}`,
      {},
      { code: 'cell_too_long', details: { row: 2, column: 1 } },
    ],
  ])('refuses %s', (_, text, caps, error) => {
    expect(() => read(text, caps)).toThrow(expect.objectContaining(error));
  });

  it('takes a table that fills every cap exactly', () => {
    expect(read('a,b\n1,2', { rows: 2, columns: 2, cells: 4, cellText: 1 })).toHaveLength(2);
  });

  it('gives back any cells written with quotes, whatever the delimiter', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, lineEnd) => {
          const text = rows.map((cells) => cells.map(quote).join(delimiter)).join(lineEnd);
          expect(read(text, {}, delimiter)).toEqual(rows);
        },
      ),
    );
  });

  it('agrees with csv-parse on texts made of the difficult characters', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', ',', '"x"', '"a,b"', '"l\nm"', '\n', '\r\n', '""', '"q""q"'), {
        maxLength: 30,
      })
      .map((pieces) => pieces.join(''));
    let compared = 0;
    fc.assert(
      fc.property(text, (sample) => {
        let expected: string[][];
        try {
          expected = parse(sample, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
        } catch {
          return; // It refuses quotes inside unquoted cells, which we read as text.
        }
        compared++;
        expect(read(sample)).toEqual(expected);
      }),
    );
    expect(compared).toBeGreaterThan(10);
  });
});
