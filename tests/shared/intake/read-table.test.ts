import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntakeError } from '#shared/intake/errors.ts';
import { readTable } from '#shared/intake/read-table.ts';
import { csvOf, tableOf } from '../../fixtures/intake/tables.ts';
import { inlineRows, workbookOf } from '../../fixtures/intake/workbook.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);

describe('readTable()', () => {
  it('reads a list with preamble, blank rows and quoted line ends, and counts rows as a spreadsheet program', () => {
    const table = tableOf('Our AI list;;\n\nName;Stage;Note\n"a\nb";Pilot;\n;;\nc;Idea;x\n');
    expect(table).toMatchObject({
      kind: 'csv',
      delimiter: ';',
      headerRow: 3,
      blankRows: [5],
      rows: [
        { number: 4, cells: ['a\nb', 'Pilot', ''] },
        { number: 6, cells: ['c', 'Idea', 'x'] },
      ],
    });
    expect(table.firstRows[0]?.cells[0]).toBe('Our AI list');
  });

  it('says when an encoding was guessed', () => {
    const table = readTable(Uint8Array.of(...encode('Name,Stage\nCaf'), 0xe9, 0x2c, 0x61), 'x.csv');
    expect(table.rows[0]?.cells[0]).toBe('Café');
    expect(table.notes.join()).toContain('Windows-1252');
  });

  it('takes another header row, none, another delimiter and encoding when told', () => {
    const text = 'Name,Stage\nx,Pilot\n';
    expect(tableOf(text, { headerRow: 2 }).headers.map((h) => h.name)).toEqual(['x', 'Pilot']);
    expect(tableOf(text, { headerRow: 0 })).toMatchObject({
      headers: [{ name: 'Column 1' }, { name: 'Column 2' }],
      rows: [{ number: 1 }, { number: 2 }],
    });
    expect(tableOf(text, { delimiter: ';' }).headers).toHaveLength(1);
    expect(tableOf(text, { encoding: 'windows-1252' })).toMatchObject({ encodingBasis: 'chosen' });
  });

  it('chooses the fullest visible sheet, and another when told', () => {
    const bytes = workbookOf({
      sheets: [
        { name: 'Cover', data: inlineRows([['Instructions']]) },
        {
          name: 'Lists',
          data: inlineRows([
            ['a', 'b', 'c'],
            ['d', 'e', 'f'],
            ['g', 'h', 'i'],
          ]),
          state: 'hidden',
        },
        { name: 'Inventory', data: inlineRows([['Name', 'Stage'], [], ['x', 'Pilot']]) },
      ],
    });
    expect(readTable(bytes, 'a.xlsx')).toMatchObject({
      kind: 'xlsx',
      sheet: 'Inventory',
      rows: [{ number: 3, cells: ['x', 'Pilot'] }],
      sheets: [{ name: 'Cover' }, { name: 'Lists', isHidden: true }, { name: 'Inventory' }],
    });
    expect(readTable(bytes, 'a.xlsx', { sheet: 'Lists' }).headers[2]?.name).toBe('c');
    expect(() => readTable(bytes, 'a.xlsx', { sheet: 'Nowhere' })).toThrow(
      expect.objectContaining({ code: 'no_such_sheet' }),
    );
  });

  it('keeps a filled sheet column that has no header, and warns of merges and formulas', () => {
    const bytes = workbookOf({
      sheets: [
        {
          name: 'S',
          data: '<row r="1"><c r="A1" t="str"><v>Name</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><f>1</f></c></row>',
          after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
    });
    const table = readTable(bytes, 'a.xlsx', { headerRow: 1 });
    expect(table.headers.map((h) => h.name)).toEqual(['Name', 'Column 2']);
    expect(table.notes.join()).toMatch(/merged ranges.*formulas without a stored result/s);
  });

  it.each<[string, Uint8Array, object, RegExp]>([
    ['an empty file', new Uint8Array(), { code: 'empty_file' }, /^list\.csv: the file is empty/],
    [
      'a picture under another name',
      PNG,
      { code: 'not_a_spreadsheet' },
      /^list\.csv: this is a PNG picture, not a spreadsheet/,
    ],
    ['a NUL', encode('a,b\n1,2\0\n'), { code: 'nul_in_text' }, /^list\.csv, row 2, column 2: .*NUL/],
    [
      '10,000 columns',
      encode(`a,b\n1,2\n${'x,'.repeat(10_000)}\n`),
      { code: 'too_many_columns' },
      /^list\.csv, row 3, column 513: .*512/,
    ],
    [
      'an unclosed quote',
      encode('a,b\n"1,2\n3,4\n'),
      { code: 'unclosed_quote' },
      /^list\.csv, row 2, column 1: /,
    ],
    [
      'a workbook cut off',
      encode('PK\x03\x04 and no more'),
      { code: 'workbook_truncated' },
      /^list\.csv: the workbook is cut off/,
    ],
    ['only blank rows', encode(' ,\n,\n'), { code: 'no_rows' }, /^list\.csv: every row is blank/],
    ['only a byte-order mark', Uint8Array.of(0xef, 0xbb, 0xbf), { code: 'no_rows' }, /^list\.csv: /],
  ])('refuses %s by file and place', (_, bytes, error, message) => {
    expect(() => readTable(bytes, 'list.csv')).toThrow(
      expect.objectContaining({ ...error, message: expect.stringMatching(message) }),
    );
  });

  it('refuses a file by its size before looking inside', () => {
    expect(() => readTable(new Uint8Array(101), 'x.csv', { caps: { fileBytes: 100 } })).toThrow(
      expect.objectContaining({ code: 'file_too_large' }),
    );
  });

  it('refuses a header row that the table does not have', () => {
    expect(() => tableOf('a,b\n', { headerRow: 7 })).toThrow(
      expect.objectContaining({ code: 'no_such_header_row' }),
    );
  });

  it('gives back any filled cells of a CSV file', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => `x${text.replaceAll('\0', '').toWellFormed()}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const table = tableOf(csvOf([['Name', 'Stage', 'Note'], ...rows]), { headerRow: 1, delimiter: ',' });
        expect(table.rows.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('throws nothing but typed errors on random bytes', () => {
    const start = fc.constantFrom('', 'PK\x03\x04', 'a,b\n', '\u00ff\u00fe', 'sep=;\n', '"');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        const bytes = Uint8Array.of(...[...head].map((c) => c.charCodeAt(0)), ...tail);
        try {
          readTable(bytes, 'x');
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
