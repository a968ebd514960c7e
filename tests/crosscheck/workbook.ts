import type { RandomInitiative } from './random-initiatives.ts';

/** Columns of the results sheet, in order; the first guess of IRR is the program's own (10 %). */
export const RESULT_COLUMNS = [
  'npv',
  'irr',
  'irrLow',
  'irrNegative',
  'irrHigh',
  'irrNear',
  'mirr',
  'roi',
  'paybackFirst',
  'paybackSustained',
  'discountedFirst',
  'discountedSustained',
] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

const NAMESPACES = ['office', 'style', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** Seventeen digits in every result cell: what is exported is what the cell shows. */
const FULL_PRECISION =
  '<office:automatic-styles><number:number-style style:name="N1"><number:scientific-number' +
  ' number:decimal-places="16" number:min-integer-digits="1" number:min-exponent-digits="2"/>' +
  '</number:number-style><style:style style:name="c" style:family="table-cell" style:data-style-name="N1"/>' +
  '</office:automatic-styles>';

/** Rows of an initiative on the flows sheet. */
const ROWS = [
  'benefit',
  'cost',
  'net',
  'sum',
  'crossing',
  'discounted',
  'discountedSum',
  'discountedCrossing',
] as const;
type Row = (typeof ROWS)[number];

/** One line of an initiative in a workbook that starts from lines: what it counts for, and its months. */
export interface WorkbookLine {
  readonly kind: 'cost' | 'benefit';
  /** Factor on every amount: realisation x attribution for a benefit, 1 for a cost. */
  readonly share: number;
  readonly amounts: readonly number[];
}

/**
 * A flat OpenDocument workbook with the months of every initiative and live formulas, without any stored result:
 * whoever opens it has to calculate. `guesses` is one more starting point of IRR per initiative.
 * Sheet 1 one row of results per initiative, sheet 2 their flows; with `lines`, as many for each initiative, sheet 3
 * holds them and the flows add them up.
 */
export function workbookXml(
  initiatives: readonly RandomInitiative[],
  monthlyRate: number,
  guesses: readonly number[],
  lines: readonly (readonly WorkbookLine[])[] = [],
): string {
  const results = initiatives.map((initiative, i) =>
    resultRow(i, initiative.nets.length, monthlyRate, guesses[i] ?? 0.1),
  );
  const flows = initiatives.flatMap((initiative, i) => flowRows(i, initiative, monthlyRate, lines[i]));
  const lineRows = lines.flatMap((own) => own.map(({ amounts }) => row(amounts.map(valueCell))));
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES}` +
    ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"' +
    ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">' +
    `${FULL_PRECISION}<office:body><office:spreadsheet>` +
    `<table:table table:name="Results">${results.join('')}</table:table>` +
    `<table:table table:name="Flows">${flows.join('')}</table:table>` +
    (lineRows.length === 0 ? '' : `<table:table table:name="Lines">${lineRows.join('')}</table:table>`) +
    '</office:spreadsheet></office:body></office:document>'
  );
}

function resultRow(index: number, months: number, rate: number, guess: number): string {
  const range = (row: Row, from = 0) => `[Flows.${cell(index, row, from)}:.${cell(index, row, months - 1)}]`;
  const at = (row: Row, t: number) => `[Flows.${cell(index, row, t)}]`;
  const net = range('net');
  // A row without crossings has no smallest one; a series that ends below zero never comes back for good.
  const first = (sum: Row, crossing: Row) =>
    `IF(${at(sum, 0)}>=0;0;IF(COUNT(${range(crossing)})=0;"never";MIN(${range(crossing)})))`;
  const sustained = (sum: Row, crossing: Row) =>
    `IF(${at(sum, months - 1)}<0;"never";IF(COUNT(${range(crossing)})=0;0;MAX(${range(crossing)})))`;
  const formulas: Readonly<Record<ResultColumn, string>> = {
    npv: `${at('net', 0)}+NPV(${rate};${range('net', 1)})`,
    irr: `IRR(${net})`,
    irrLow: `IRR(${net};0.005)`,
    irrNegative: `IRR(${net};-0.05)`,
    irrHigh: `IRR(${net};0.5)`,
    irrNear: `IRR(${net};${guess})`,
    mirr: `MIRR(${net};${rate};${rate})`,
    roi: `(SUM(${range('benefit')})-SUM(${range('cost')}))/SUM(${range('cost')})`,
    paybackFirst: first('sum', 'crossing'),
    paybackSustained: sustained('sum', 'crossing'),
    discountedFirst: first('discountedSum', 'discountedCrossing'),
    discountedSustained: sustained('discountedSum', 'discountedCrossing'),
  };
  return row(RESULT_COLUMNS.map((column) => formulaCell(formulas[column], ' table:style-name="c"')));
}

function flowRows(
  index: number,
  initiative: RandomInitiative,
  rate: number,
  lines: readonly WorkbookLine[] = [],
): string[] {
  const months = initiative.nets.map((_, t) => t);
  const at = (name: Row, t: number) => `[.${cell(index, name, t)}]`;
  const sums = (of: Row, name: Row) =>
    months.map((t) => formulaCell(t === 0 ? at(of, 0) : `${at(name, t - 1)}+${at(of, t)}`));
  const crossings = (of: Row, sum: Row) =>
    months.map((t) =>
      t === 0
        ? '<table:table-cell/>'
        : formulaCell(
            `IF(AND(${at(sum, t - 1)}<0;${at(sum, t)}>=0);${t - 1}-${at(sum, t - 1)}/${at(of, t)};"")`,
          ),
    );
  const added = (kind: WorkbookLine['kind'], amounts: readonly number[]) => {
    if (lines.length === 0) return amounts.map(valueCell);
    return months.map((t) =>
      formulaCell(
        lines
          .flatMap((line, place) =>
            line.kind === kind
              ? [`[Lines.${columnName(t)}${index * lines.length + place + 1}]*${line.share}`]
              : [],
          )
          .join('+'),
      ),
    );
  };
  const cells: Readonly<Record<Row, string[]>> = {
    benefit: added('benefit', initiative.benefits),
    cost: added('cost', initiative.costs),
    net: months.map((t) => formulaCell(`${at('benefit', t)}-${at('cost', t)}`)),
    sum: sums('net', 'sum'),
    crossing: crossings('net', 'sum'),
    discounted: months.map((t) => formulaCell(`${at('net', t)}/(1+${rate})^${t}`)),
    discountedSum: sums('discounted', 'discountedSum'),
    discountedCrossing: crossings('discounted', 'discountedSum'),
  };
  return ROWS.map((name) => row(cells[name]));
}

function cell(index: number, name: Row, t: number): string {
  return `${columnName(t)}${index * ROWS.length + ROWS.indexOf(name) + 1}`;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : String.fromCharCode(64 + Math.floor(index / 26)) + letter;
}

function row(cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`;
}

function valueCell(value: number): string {
  return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
}

function formulaCell(formula: string, attributes = ''): string {
  const escaped = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<table:table-cell${attributes} table:formula="of:=${escaped}"/>`;
}
