import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, BlockCell } from '#shared/clipboard/block.ts';
import { readHtmlTable } from '#shared/clipboard/html-table.ts';
import { readBlock } from '#shared/clipboard/read-block.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import { CALC_DE, EXCEL_US, SHEETS } from './fixtures.ts';

const table = (body: string) => readHtmlTable(`<table>${body}</table>`)?.rows;

describe('readBlock()', () => {
  test('reads what Excel copies, text and HTML alike', () => {
    const rows = [
      ['Costs 2026', ''],
      ['Inference\n(cloud)', '$1,234.50'],
      ['Review', '(310.00)'],
      ['Licences', '12%'],
      ['', ''],
    ];
    const trimmed = (block: Block) =>
      block.rows.map((row) => row.map((cell) => cell.replace('\r\n', '\n').trim()));
    expect(trimmed(readBlock({ html: EXCEL_US.html }))).toEqual(rows);
    const both = readBlock(EXCEL_US);
    expect(trimmed(both)).toEqual(rows);
    expect(both.numbers.flat().every((number) => number === null)).toBe(true);
  });

  test('takes the numbers behind the cells from LibreOffice', () => {
    const block = readBlock(CALC_DE);
    expect(block.rows[0]).toEqual(['Inferenz', '1.234,50']);
    expect(block.rows[1]?.[0]).toBe('Prüfung');
    expect(block.numbers).toEqual([
      [null, '1234.4999'],
      [null, '1500'],
      [null, '-12'],
      [null, '46082'],
    ]);
  });

  test('takes the numbers behind the cells from Google Sheets, and its bare quotes as they are', () => {
    const block = readBlock(SHEETS);
    expect(block.rows).toEqual([
      ['"4" pipe', '1.234'],
      ['two\nlines', '$12'],
      ['', '12.5%'],
    ]);
    expect(block.numbers.map((row) => row[1])).toEqual(['1234', '12', '0.125']);
  });

  test('knows one blank cell from an empty clipboard', () => {
    expect(readBlock({ text: '', html: '<table><tr><td></td></tr></table>' }).rows).toEqual([['']]);
    expect(readBlock({ text: '\r\n' }).rows).toEqual([['']]);
    expect(readBlock({}).rows).toEqual([]);
  });

  test('prefers the side with more cells, the text when equal', () => {
    const html = '<table><tr><td>1</td><td>2</td></tr></table>';
    expect(readBlock({ text: '1 2', html }).rows).toEqual([['1', '2']]);
    expect(readBlock({ text: '1\n2', html }).rows).toEqual([['1'], ['2']]);
    expect(readBlock({ text: 'a\tb\n', html: '<p>a b</p>' }).rows).toEqual([['a', 'b']]);
  });

  test('does not believe a number behind a cell that the text shows otherwise', () => {
    const html = '<table><tr><td sdval="99">9</td></tr></table>';
    expect(readBlock({ text: '8', html }).numbers).toEqual([[null]]);
  });

  test('fills short rows up with blanks', () => {
    expect(readBlock({ text: '1\t2\n3' }).rows).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
  });
});

describe('readHtmlTable()', () => {
  test('gives merged cells their room', () => {
    const rows = table(
      '<tr><td rowspan=2>a<td colspan=2>b<td>c</tr><tr><td>d<td>e<td rowspan="2">f</tr><tr><td>g<td>h<td>i',
    );
    expect(rows).toEqual([
      ['a', 'b', '', 'c'],
      ['', 'd', 'e', 'f'],
      ['g', 'h', 'i', ''],
    ]);
  });

  test.each([
    ['<td>a<br>b<br/>c</td>', 'a\nb\nc'],
    ['<td><p>a</p><p>b</p></td>', 'a\nb'],
    ['<td> a \n  b </td>', 'a b'],
    ['<td>&amp;lt; &#x20AC;&#8364;&euro; &nope; &#0;</td>', '&lt; €€€ &nope; \ufffd'],
    ['<td><script>alert("<td>")</script>x<style>td{}</style><!-- <td>no</td> -->y</td>', 'xy'],
    ['<td title="a>b" onclick=\'x()\'>1 < 2</td>', '1 < 2'],
    ['<th>head</th>', 'head'],
  ])('reads %j', (cell, text) => {
    expect(table(`<tr>${cell}</tr>`)).toEqual([[text]]);
  });

  test('keeps a table within a cell as text', () => {
    expect(table('<tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr>')).toEqual([
      ['a b c', 'd'],
    ]);
  });

  test('stops after the first table that has cells', () => {
    expect(readHtmlTable('<table></table><table><tr><td>1</table><table><tr><td>2</table>')?.rows).toEqual([
      ['1'],
    ]);
  });

  test.each(['', 'plain', '<p>1</p>', '<td>1</td>', '<table></table>'])('finds no table in %j', (html) => {
    expect(readHtmlTable(html)).toBeNull();
  });

  test('refuses spans beyond every measure', () => {
    expect(readHtmlTable('<table><tr><td colspan=99999999>1</table>')).toBeNull();
    expect(readHtmlTable('<table><tr><td colspan=9999 rowspan=9999>1</table>')).toBeNull();
  });

  test('reads any text without failing', () => {
    const html = fc.string({
      unit: fc.constantFrom(...['<td', '<tr>', '<table>', '</table>', '>', '"', '=', '<!--', ' ', 'a']),
    });
    fc.assert(
      fc.property(html, (text) => {
        const block = readHtmlTable(`<table>${text}`);
        const widths = new Set(block?.rows.map((row) => row.length));
        expect(widths.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('writeBlock()', () => {
  const text = fc.string({ unit: fc.constantFrom(...'=+-@"\'\t\n\r <>&1a,.'), maxLength: 6 });
  const number = fc.integer({ min: -1e9, max: 1e9 }).map((n) => ({ number: (n / 100).toFixed(2) }));
  const blocks = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(fc.oneof(text, number), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 4,
    }),
  );
  const shown = (cell: BlockCell) => (typeof cell === 'string' ? cell : cell.number);

  test('is read back as it was, from the text and from both', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const written = writeBlock(block);
        const expected = block.map((row) => row.map(shown));
        expect(readBlock({ text: written.text }).rows).toEqual(expected);
        expect(readBlock(written).rows).toEqual(expected);
      }),
    );
  });

  test('gives numbers as numbers in every program, and text that looks like a formula as text', () => {
    const written = writeBlock([['=1+1', { number: '-1234.50' }]]);
    expect(written.text).toBe("'=1+1\t-1234.50");
    expect(written.html).toContain('x:num="-1234.50" sdval="-1234.50"');
    const block = readBlock({ html: written.html });
    expect(block.rows).toEqual([['=1+1', '-1234.50']]);
    expect(block.numbers).toEqual([[null, '-1234.5']]);
  });
});
