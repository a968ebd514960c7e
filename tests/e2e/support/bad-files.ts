import { strToU8, zipSync } from 'fflate';

/** A file nobody should be able to import, and what the message must say. */
export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly content: () => Uint8Array;
  readonly message: RegExp;
}

const WORKBOOK = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
    '</Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>' +
    '</Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<sheets><sheet name="Agents" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>' +
    '</Relationships>',
};

/** A workbook of one sheet called Agents, every cell as text in place. `padding` is put after the last row. */
export function workbook(rows: readonly (readonly string[])[], padding?: Uint8Array): Uint8Array {
  const cells = (row: readonly string[]) =>
    row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const head =
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
    rows.map((row, index) => `<row r="${index + 1}">${cells(row)}</row>`).join('');
  const tail = '</sheetData></worksheet>';
  const sheet = Buffer.concat([strToU8(head), padding ?? new Uint8Array(), strToU8(tail)]);
  const parts = Object.entries(WORKBOOK).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(parts), 'xl/worksheets/sheet1.xml': sheet }, { level: 9 });
}

const ROWS = [
  ['Name', 'Stage'],
  ['Claims triage', 'Pilot'],
];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];

/** Each kind of file that must be refused with its own sentence. */
export const BAD_FILES: readonly BadFile[] = [
  {
    what: 'an empty file',
    name: 'empty.csv',
    content: () => new Uint8Array(),
    message: /^empty\.csv: .*empty/,
  },
  {
    what: 'a picture renamed .csv',
    name: 'picture.csv',
    content: () => Uint8Array.from([...PNG, ...Array(64).fill(7)]),
    message: /^picture\.csv: .*(PNG|picture|image)/i,
  },
  {
    what: 'a CSV with a NUL',
    name: 'nul.csv',
    content: () => strToU8('Name,Stage\r\nClaims triage,Pilot\r\nFraud\u0000signals,Pilot\r\n'),
    message: /^nul\.csv, row 3.*: .*NUL/i,
  },
  {
    what: 'a row with 10,000 columns',
    name: 'wide.csv',
    content: () => strToU8(`Name,Stage\r\nClaims triage,Pilot\r\n${'x,'.repeat(9_999)}x\r\n`),
    message: /^wide\.csv, row 3.*: .*columns/,
  },
  {
    what: 'a truncated workbook',
    name: 'cut.xlsx',
    content: () => {
      const whole = workbook(ROWS);
      return whole.slice(0, Math.floor(whole.length * 0.6));
    },
    message: /^cut\.xlsx: .*cut off/,
  },
  {
    what: 'a workbook that unpacks to far more than it is',
    name: 'bomb.xlsx',
    // 20 MB in 20 kB. What matters is the ratio: the reader stops after the first megabyte, a gigabyte or not.
    content: () => workbook(ROWS, Buffer.alloc(20 * 1024 * 1024, '<x/>')),
    message: /^bomb\.xlsx.*: .*unpacks to more than/,
  },
];
