import type { RegisterRow } from '../api/schemas/views.ts';
import type { GapScore } from '../decision/result.ts';
import { GAPS, type Gap } from '../domain/gap.ts';
import type { Initiative } from '../domain/initiative.ts';
import type { MinorUnits } from '../domain/units.ts';
import type { TargetField } from '../intake/fields.ts';
import { REGISTER_COLUMNS } from '../intake/profiles/register-columns.ts';
import { escapeCell } from '../intake/safe-cell.ts';
import { amountText } from './parse-amount.ts';

export interface RegisterLine {
  readonly initiative: Initiative;
  readonly gaps: readonly GapScore[];
  readonly row: RegisterRow;
}

/** Figures the engine made: written for reading, left alone by the import. */
const FIGURES: readonly {
  readonly header: string;
  readonly cell: (line: RegisterLine, currency: string) => string;
}[] = [
  { header: 'Verdict', cell: ({ row }) => (row.verdict === null ? '' : text(row.verdict)) },
  { header: 'Rule', cell: ({ row }) => (row.rule === null ? '' : text(row.rule)) },
  { header: 'Reason', cell: ({ row }) => text(row.reason) },
  { header: 'Readiness', cell: ({ row }) => (row.readiness === null ? '' : String(row.readiness)) },
  {
    header: 'Expected value E, forecast PV against stopping',
    cell: ({ row }, currency) => money(rounded(row.value), currency),
  },
  { header: 'Cost, last 3 months', cell: ({ row }, currency) => money(row.cost3, currency) },
  { header: 'Net value, last 3 months', cell: ({ row }, currency) => money(row.net3, currency) },
  { header: 'Complete months', cell: ({ row }) => String(row.closedMonths) },
];

const LEVEL_FIELDS = new Map<TargetField, { gap: Gap; part: 'level' | 'kind' | 'date' }>(
  GAPS.flatMap((gap) => [
    [`${gap}Level` as TargetField, { gap, part: 'level' }],
    [`${gap}EvidenceKind` as TargetField, { gap, part: 'kind' }],
    [`${gap}EvidenceDate` as TargetField, { gap, part: 'date' }],
  ]),
);

/**
 * The register as CSV: UTF-8 with byte-order mark, comma, CRLF, every text quoted. What a person entered comes back
 * unchanged through the import's own profile; a text a spreadsheet program might run gets an apostrophe in front.
 * Unmeasured is blank. Money is in currency units with a point; the figures behind the entered columns are for reading.
 */
export function registerCsv(lines: readonly RegisterLine[], currency: string): Uint8Array<ArrayBuffer> {
  const header = [
    ...REGISTER_COLUMNS.map((column) => column.header),
    ...FIGURES.map((figure) => figure.header),
  ];
  const out = [header.map(text).join(',')];
  for (const line of lines) {
    const entered = REGISTER_COLUMNS.map(({ field }) => enteredCell(line, field));
    out.push([...entered, ...FIGURES.map((figure) => figure.cell(line, currency))].join(','));
  }
  return new TextEncoder().encode(`\ufeff${out.join('\r\n')}\r\n`);
}

function enteredCell({ initiative, gaps }: RegisterLine, field: TargetField): string {
  const ofGap = LEVEL_FIELDS.get(field);
  if (ofGap) {
    const score = gaps.find((one) => one.gap === ofGap.gap);
    if (!score || score.level === null) return '';
    if (ofGap.part === 'level') return String(score.level);
    if (!score.evidence) return '';
    return text(ofGap.part === 'kind' ? score.evidence.kind : score.evidence.datedOn);
  }
  const value = initiative[field as keyof Initiative];
  if (value === null) return '';
  if (typeof value === 'boolean') return text(value ? 'yes' : 'no');
  return typeof value === 'number' ? String(value) : text(value);
}

/** A mean of draws, to the minor unit. */
function rounded(amount: number | null): MinorUnits | null {
  return amount === null ? null : (Math.round(amount) as MinorUnits);
}

function money(amount: MinorUnits | null, currency: string): string {
  return amount === null ? '' : amountText(amount, currency);
}

function text(value: string): string {
  return value === '' ? '' : `"${escapeCell(value).replaceAll('"', '""')}"`;
}
