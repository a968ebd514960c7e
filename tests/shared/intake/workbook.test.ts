import { describe, expect, it } from 'vitest';
import { INTAKE_CAPS, type IntakeCaps } from '#shared/intake/caps.ts';
import { IntakeError } from '#shared/intake/errors.ts';
import { readWorkbook } from '#shared/intake/workbook.ts';
import {
  bombWorkbook,
  inlineRows,
  type WorkbookSpec,
  workbookOf,
  workbookParts,
} from '../../fixtures/intake/workbook.ts';
import { zipOf } from '../../fixtures/intake/zip.ts';

const read = (bytes: Uint8Array, caps: Partial<IntakeCaps> = {}) =>
  readWorkbook(bytes, { ...INTAKE_CAPS, ...caps });
const rowsOf = (spec: Omit<WorkbookSpec, 'sheets'> & { data: string }) => {
  const { data, ...rest } = spec;
  return read(workbookOf({ ...rest, sheets: [{ name: 'List', data }] }))[0]?.rows;
};
const sheet = (data: string): WorkbookSpec => ({ sheets: [{ name: 'List', data }] });

function failure(action: () => unknown): IntakeError {
  try {
    action();
  } catch (error) {
    if (error instanceof IntakeError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('readWorkbook()', () => {
  it('reads shared, rich, inline and formula strings, numbers, booleans and errors', () => {
    expect(
      rowsOf({
        strings:
          '<si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r></si><si><t>\u6f22</t><rPh sb="0" eb="1"><t>kan</t></rPh></si>',
        data: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
          <row r="3"><c r="A3" t="inlineStr"><is><t>in &amp; line_x000D_</t></is></c><c r="B3" t="str"><f>A1</f><v>result</v></c>
          <c r="C3"><v>1.5</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c><c r="G3" t="d"><v>2025-03-01T00:00:00</v></c></row>`,
      }),
    ).toEqual([
      ['plain', 'rich ', '\u6f22'],
      [],
      ['in & line\r', 'result', '1.5', 'TRUE', '#N/A', '', '2025-03-01'],
    ]);
  });

  it('shows dates by the style of the cell, in both date systems', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
    const data =
      '<row r="1"><c r="A1" s="0"><v>45658</v></c><c r="B1" s="1"><v>45658</v></c><c r="C1" s="2"><v>60</v></c></row>';
    expect(rowsOf({ styles, data })).toEqual([['45658', '2025-01-01', '60']]);
    expect(rowsOf({ styles, data, is1904: true })).toEqual([['45658', '2029-01-02', '1904-03-01']]);
  });

  it('counts cells without a reference from the left, and rows from the top', () => {
    expect(
      rowsOf({ data: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="B2"><v>3</v></c></row>' }),
    ).toEqual([
      ['1', '2'],
      ['', '3'],
    ]);
  });

  it('reads prefixed tags as some writers make them', () => {
    const parts = workbookParts(sheet('')).map((part) =>
      part.name.includes('sheet1')
        ? {
            ...part,
            content:
              '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : part,
    );
    expect(read(zipOf(parts))[0]?.rows).toEqual([['7']]);
  });

  it('names sheets, hidden ones too, and counts merges and formulas without a result', () => {
    const sheets = read(
      workbookOf({
        sheets: [
          {
            name: 'A &amp; B',
            data: '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>2</v></c></row>',
            after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
          },
          { name: 'Lists', data: '', state: 'veryHidden' },
        ],
      }),
    );
    expect(sheets.map((s) => s.info)).toEqual([
      { name: 'A & B', isHidden: false, rows: 1, columns: 2, mergedRanges: 1, formulasWithoutResult: 1 },
      { name: 'Lists', isHidden: true, rows: 0, columns: 0, mergedRanges: 0, formulasWithoutResult: 0 },
    ]);
  });

  it('does not mind an empty styled cell far away', () => {
    expect(
      rowsOf({
        data: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row><row r="1048576"><c r="A1048576" s="1"/></row>',
      }),
    ).toEqual([['1']]);
  });

  it.each<[string, string, Partial<IntakeCaps>, object]>([
    [
      'a filled cell far to the right',
      '<row r="1"><c r="XFD1"><v>1</v></c></row>',
      {},
      { code: 'too_many_columns', details: { sheet: 'List', row: 1, column: 16_384 } },
    ],
    [
      'a filled cell far below',
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      {},
      { code: 'too_many_rows', details: { sheet: 'List', row: 1_048_576, column: 1 } },
    ],
    [
      'too many cells',
      inlineRows([['a', 'b'], ['c']]),
      { cells: 2 },
      { code: 'too_many_cells', details: { sheet: 'List', row: 2 } },
    ],
    [
      'too many cells, though empty',
      '<row r="1"><c/><c/><c/></row>',
      { cells: 1 },
      { code: 'too_many_cells', details: { sheet: 'List', row: 1 } },
    ],
    [
      'too much text',
      inlineRows([['aaaa', 'bbbb']]),
      { totalText: 7 },
      { code: 'workbook_too_large', details: { sheet: 'List', row: 1 } },
    ],
    [
      'a cell too long',
      inlineRows([['x'.repeat(40_000)]]),
      {},
      { code: 'cell_too_long', details: { sheet: 'List', row: 1, column: 1 } },
    ],
    [
      'a cell that is not where its row is',
      '<row r="1"><c r="A2"><v>1</v></c></row>',
      {},
      { code: 'workbook_damaged', details: { sheet: 'List', row: 1 } },
    ],
    [
      'a text that is not in the file',
      '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
      {},
      { code: 'workbook_damaged', details: { sheet: 'List', row: 1 } },
    ],
    [
      'a sheet that is not well-formed',
      '<row r="1"><c></row>',
      {},
      { code: 'workbook_damaged', details: { sheet: 'List' } },
    ],
    [
      'an unknown entity',
      '<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>',
      {},
      { code: 'workbook_damaged' },
    ],
  ])('refuses %s by its place', (_, data, caps, error) => {
    expect(failure(() => read(workbookOf(sheet(data)), caps))).toMatchObject(error);
  });

  it('refuses any document type before it can define an entity', () => {
    const prolog = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(failure(() => read(workbookOf({ ...sheet(''), prolog })))).toMatchObject({
      code: 'workbook_doctype',
    });
  });

  it('refuses too many sheets and too many parts', () => {
    const sheets = ['A', 'B', 'C'].map((name) => ({ name, data: '' }));
    expect(failure(() => read(workbookOf({ sheets }), { sheets: 2 }))).toMatchObject({
      code: 'workbook_too_large',
    });
    expect(failure(() => read(workbookOf({ sheets }), { zipEntries: 5 }))).toMatchObject({
      code: 'workbook_too_large',
    });
  });

  it.each<[string, string, RegExp]>([
    ['word/document.xml', 'a Word document', /Word document/],
    ['xl/workbook.bin', 'a binary workbook', /\.xlsb/],
    ['notes.txt', 'an archive', /ZIP archive/],
  ])('refuses a container with %s as %s', (name, _, words) => {
    const error = failure(() => read(zipOf([{ name, content: 'x' }])));
    expect(error.code).toBe('not_a_spreadsheet');
    expect(error.message).toMatch(words);
  });
});

describe('a hostile container', () => {
  const good = workbookParts(sheet(inlineRows([['Name'], ['x']])));
  const change = (name: string, change: object) =>
    zipOf(good.map((part) => (part.name.endsWith(name) ? { ...part, ...change } : part)));

  it('is the same container that can be read when left alone', () => {
    expect(read(zipOf(good))[0]?.rows).toEqual([['Name'], ['x']]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['one gigabyte that says so', () => bombWorkbook(1024, 1024 ** 3), 'workbook_too_large'],
    ['a sheet packed a thousand to one', () => bombWorkbook(16, 17 * 1024 ** 2), 'workbook_too_large'],
    ['one gigabyte that says ten bytes', () => bombWorkbook(1024, 10), 'workbook_damaged'],
    ['a size too large', () => change('sheet1.xml', { declaredSize: 9999 }), 'workbook_damaged'],
    ['a wrong checksum', () => change('sheet1.xml', { crc: 1 }), 'workbook_damaged'],
    ['a password', () => change('sheet1.xml', { flags: 1 }), 'workbook_encrypted'],
    [
      'an unusual packing',
      () => change('sheet1.xml', { method: 12, packed: new Uint8Array(4) }),
      'workbook_unsupported',
    ],
    [
      'a part that cannot be unpacked',
      () => change('sheet1.xml', { packed: Uint8Array.of(0xff, 0xff, 0xff) }),
      'workbook_damaged',
    ],
    [
      'a part that ends early',
      () => change('sheet1.xml', { packed: new Uint8Array() }),
      'workbook_truncated',
    ],
    [
      'two parts of one name',
      () => zipOf([...good, { name: 'XL/WORKBOOK.xml', content: '' }]),
      'workbook_damaged',
    ],
  ])('with %s is refused', (_, make, code) => {
    expect(failure(() => read(make())).code).toBe(code);
  });

  it('with overlapping parts is refused', () => {
    const bytes = zipOf(good);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 6, true);
    const first = 46 + view.getUint16(directory + 28, true);
    // The second entry now points at the first one's bytes.
    view.setUint32(directory + first + 42, view.getUint32(directory + 42, true), true);
    expect(failure(() => read(bytes)).code).toBe('workbook_damaged');
  });

  it('with ZIP64 marks is refused', () => {
    const bytes = zipOf(good);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(bytes.length - 6, 0xffffffff, true);
    expect(failure(() => read(bytes)).code).toBe('workbook_unsupported');
  });

  it('that is cut off anywhere is refused with a typed error', () => {
    const bytes = zipOf(good);
    for (let length = 4; length < bytes.length; length += 7) {
      expect(failure(() => read(bytes.subarray(0, length))).code).toBe('workbook_truncated');
    }
  });

  it('with one byte changed is read the same or refused with a typed error', () => {
    const bytes = zipOf(good);
    for (let at = 0; at < bytes.length; at += 5) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] as number) ^ 0x55;
      try {
        read(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(IntakeError);
      }
    }
  });
});
