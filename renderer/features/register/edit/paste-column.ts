import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { Block } from '#shared/clipboard/block.ts';
import { EDIT_LENGTHS, EDIT_NAMES, type EditColumn } from './edit-columns.ts';

/** The columns a block is pasted into. */
export const PASTE_COLUMNS = [
  'businessOwner',
  'technicalOwner',
  'unit',
  'name',
] as const satisfies EditColumn[];
export type PasteColumn = (typeof PASTE_COLUMNS)[number];

export interface PasteLine {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export type PastePlan =
  | { readonly ok: true; readonly lines: readonly PasteLine[]; readonly changes: readonly PasteLine[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Lays a block of one column over the register from `start` down, as the rows are shown. All or nothing: when there are
 * too few rows, or a cell does not suit the column, each such cell is named and nothing is planned.
 */
export function planPaste(
  block: Block,
  rows: readonly RegisterRow[],
  start: number,
  column: PasteColumn,
): PastePlan {
  const height = block.rows.length;
  const width = block.rows[0]?.length ?? 0;
  if (height === 0 || width === 0) return { ok: false, problems: ['The clipboard holds no cells.'] };
  if (width > 1) {
    return {
      ok: false,
      problems: [`The block has ${width} columns; copy one column of ${plural(column)} and paste again.`],
    };
  }
  const room = rows.length - start;
  if (height > room) {
    const first = rows[start]?.name ?? '';
    return {
      ok: false,
      problems: [
        `The block has ${height} cells; from “${first}” down ${room === 1 ? 'there is 1 row' : `there are ${room} rows`}. Copy fewer cells or start further up.`,
      ],
    };
  }
  const problems: string[] = [];
  const lines = block.rows.map((cells, i): PasteLine => {
    const row = rows[start + i] as RegisterRow;
    const to = (cells[0] ?? '').replace(/\s+/g, ' ').trim();
    const why = whyNot(to, column);
    if (why !== null) problems.push(`Cell ${i + 1}, for “${row.name}”: ${why}`);
    return { id: row.id, name: row.name, from: row[column], to };
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, lines, changes: lines.filter((line) => line.from !== line.to) };
}

function whyNot(text: string, column: PasteColumn): string | null {
  if (column === 'name' && text === '') return 'an initiative needs a name.';
  if (text.length > EDIT_LENGTHS[column])
    return `${text.length} characters; ${EDIT_NAMES[column].toLowerCase()} has at most ${EDIT_LENGTHS[column]}.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  if (/[\u0000-\u001f\u007f]/.test(text)) return 'it contains control characters.';
  return null;
}

const plural = (column: PasteColumn) => `${EDIT_NAMES[column].toLowerCase()}s`;
