import type { ImportDraft } from '#shared/api/schemas/intake.ts';
import { GAP_NAMES } from '#shared/domain/gap.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import { FIELD_DEFINITIONS, type FieldDefinition } from '#shared/intake/fields.ts';
import type { FieldSource } from '#shared/intake/mapping-types.ts';
import { scoreProfiles } from '#shared/intake/profiles/profiles.ts';
import { isMissingText, singleLine } from '#shared/intake/text-key.ts';
import { valueLookup } from '#shared/intake/value-map.ts';
import type { ImportSession } from './import-sessions.ts';

const MOST_PROBLEMS = 2000;
const MOST_VALUES = 200;
const PREVIEW_ROWS = 50;
/** Characters of a cell shown in samples; the file keeps the rest. */
const CELL_SHOWN = 300;
/** In problem lists a cell is edited, so nearly all of them are sent whole. */
const CELL_EDITED = 4000;

/** The state of an import as the screen shows it. */
export function importDraft(session: ImportSession): ImportDraft {
  const { table, mapping, result, ready, problems } = session;
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  return {
    importId: session.id,
    fileName: session.fileName,
    kind: table.kind,
    sheets:
      table.kind === 'xlsx' ? table.sheets.map(({ name, rows, isHidden }) => ({ name, rows, isHidden })) : [],
    sheet: table.kind === 'xlsx' ? table.sheet : null,
    encoding: table.kind === 'csv' ? table.encoding : null,
    delimiter: table.kind === 'csv' ? table.delimiter : null,
    headerRow: table.headerRow,
    profileId: mapping.profileId,
    profiles: scoreProfiles(table.headers).map(({ profile, score }) => ({
      id: profile.id,
      name: profile.name,
      score,
    })),
    headers: table.headers.map((header) => header.name),
    notes: session.recalledFrom === null ? [...table.notes] : [session.recalledFrom, ...table.notes],
    sample: table.firstRows.map((row) =>
      row.cells.slice(0, table.headers.length + 1).map((cell) => shown(cell)),
    ),
    targets: FIELD_DEFINITIONS.map((definition) => target(session, definition)),
    dateOrder: mapping.dateOrder,
    isDateOrderAsked:
      mapping.dateOrder === null &&
      result.dateColumns.some(({ evidence }) => evidence === 'ambiguous' || evidence === 'mixed'),
    evidenceDate: mapping.evidenceDate,
    counts: {
      rowsRead: table.rows.length,
      ready: ready.length,
      blocked: count('blocked'),
      duplicates: count('duplicate'),
      warnings: count('warning'),
      sameName: ready.filter((record) => record.sameNameAs.length > 0).length,
    },
    problems: problems
      .slice(0, MOST_PROBLEMS)
      .map((problem) => ({ ...problem, cell: shown(problem.cell, CELL_EDITED) })),
    preview: ready.slice(0, PREVIEW_ROWS).map((record) => ({
      row: record.row,
      name: record.fields.name,
      unit: record.fields.unit,
      stage: STAGE_NAMES[record.fields.stage],
      stageEnteredOn: record.fields.stageEnteredOn ?? '',
      levels: record.assessments.map(({ gap, level }) => `${GAP_NAMES[gap]} ${level}`).join(', '),
    })),
  };
}

function target(session: ImportSession, definition: FieldDefinition): ImportDraft['targets'][number] {
  const source = session.mapping.fields[definition.field];
  return {
    field: definition.field,
    name: definition.name,
    isRequired: definition.isRequired,
    column: source?.kind === 'column' ? source.column : null,
    composite: source
      ? compositeName(
          source,
          session.table.headers.map((header) => header.name),
        )
      : null,
    values:
      definition.type.kind === 'choice' && source?.kind === 'column'
        ? valuesOf(session, definition, source.column)
        : null,
    choices: definition.type.kind === 'choice' ? [...definition.type.choices] : null,
  };
}

function compositeName(source: FieldSource, headers: readonly string[]): string | null {
  if (source.kind === 'join') return source.columns.map((column) => headers[column] ?? '').join(' + ');
  if (source.kind === 'byStage') {
    const names = new Set(Object.values(source.columns).map((column) => headers[column] ?? ''));
    return `by stage: ${[...names].join(', ')}`;
  }
  return null;
}

/** Texts met in a column, most frequent first, with what the mapping makes of each. */
function valuesOf(
  { table, mapping }: ImportSession,
  { field, type }: FieldDefinition,
  column: number,
): ImportDraft['targets'][number]['values'] {
  const counts = new Map<string, number>();
  for (const { cells } of table.rows) {
    const text = singleLine(cells[column] ?? '');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const lookup = valueLookup(mapping.values[field] ?? [], type.kind === 'choice' ? type.choices : []);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_VALUES)
    .map(([text, count]) => ({ text, count, becomes: becomes(lookup(text), text) }));
}

/** '' = left unmeasured, by a rule or because the text says nothing; null = nothing maps the text yet. */
function becomes(value: string | null | undefined, text: string): string | null {
  if (value === undefined) return isMissingText(text) ? '' : null;
  return value ?? '';
}

function shown(cell: string, most = CELL_SHOWN): string {
  return cell.length > most ? `${cell.slice(0, most).toWellFormed()}…` : cell;
}
