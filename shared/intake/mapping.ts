import { GAPS, type Gap, type Level } from '../domain/gap.ts';
import type { InitiativeFields } from '../domain/initiative.ts';
import type { Stage } from '../domain/stage.ts';
import type { IsoDate } from '../domain/units.ts';
import { type CellReader, cellReader } from './cell-reader.ts';
import type { TargetField } from './fields.ts';
import { type Answered, combineAnswers, type QuestionReader, questionReader } from './gap-answers.ts';
import { rowFingerprint, rowIdentity } from './identity.ts';
import type {
  Correction,
  ImportAssessment,
  ImportMapping,
  ImportProblem,
  ImportRecord,
  ImportResult,
  ProblemCode,
  UnmappedValue,
} from './mapping-types.ts';
import type { SourceTable } from './source-table.ts';
import { singleLine } from './text-key.ts';

export interface BuildOptions {
  readonly corrections?: readonly Correction[];
  /** Rows that repeat an earlier one and should come in all the same. */
  readonly includeRows?: readonly number[];
}

/** Collects what a person should see about one row. */
interface RowReport {
  readonly row: number;
  readonly problems: ImportProblem[];
}

interface Blocked {
  readonly severity: 'blocked' | 'duplicate';
  readonly code: ProblemCode;
  readonly message: string;
  readonly column?: number;
}

/**
 * Turns the rows of a table into records. Every data row gives exactly one record or exactly one problem of
 * severity `blocked` or `duplicate`; warnings come on top and leave a single field blank. Pure and order-keeping.
 */
export function buildRecords(
  table: SourceTable,
  mapping: ImportMapping,
  options: BuildOptions = {},
): ImportResult {
  const steps = buildingRecords(table, mapping, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * {@link buildRecords} in steps of one row, for a caller that must not block: it yields the share done and may
 * pause, or stop, after any row.
 */
export function* buildingRecords(
  table: SourceTable,
  mapping: ImportMapping,
  options: BuildOptions = {},
): Generator<number, ImportResult, void> {
  const corrected = correctedRows(table, options.corrections ?? []);
  const reader = cellReader(table, mapping, corrected);
  const questions = mapping.questions.map(({ column, question }) => ({
    column,
    reader: questionReader(question),
  }));
  const included = new Set(options.includeRows ?? []);
  const firstRowWith = new Map<string, number>();
  const unmapped = new Map<string, UnmappedValue>();
  const problems: ImportProblem[] = [];
  const records: ImportRecord[] = [];

  for (const [index, cells] of corrected.entries()) {
    yield index / corrected.length;
    const source = table.rows[index] as SourceTable['rows'][number];
    const report: RowReport = { row: source.number, problems: [] };
    const content = rowFingerprint(cells);
    const earlier = firstRowWith.get(content);
    if (earlier === undefined) firstRowWith.set(content, source.number);
    const isRepeat = earlier !== undefined && !included.has(source.number);
    const outcome =
      refuseRow(table, cells, isRepeat ? earlier : undefined) ?? readFields(cells, reader, report);
    if ('severity' in outcome) {
      // Its warnings would only repeat what has to be looked at anyway.
      problems.push(blockedProblem(table, source.number, cells, outcome));
      continue;
    }
    if (table.kind === 'csv' && cells.length < table.headers.length) {
      report.problems.push({
        severity: 'warning',
        code: 'row_too_short',
        row: source.number,
        column: null,
        columnIndex: null,
        cell: '',
        message: `The row has ${cells.length} cells, the header ${table.headers.length}; the missing ones count as blank. Check that no cell is shifted.`,
      });
    }
    const assessments = readAssessments(cells, table, mapping, questions, reader, report, unmapped);
    records.push({
      row: source.number,
      fields: outcome,
      assessments,
      identity: rowIdentity(outcome),
      fingerprint: cells === source.cells ? content : rowFingerprint(source.cells),
      sameNameAs: [],
    });
    problems.push(...report.problems);
  }

  return {
    records: withSameNames(records),
    problems,
    unmapped: [...unmapped.values()].sort((a, b) => b.count - a.count),
    dateColumns: reader.dateColumns,
  };
}

function correctedRows(
  table: SourceTable,
  corrections: readonly Correction[],
): readonly (readonly string[])[] {
  if (corrections.length === 0) return table.rows.map((row) => row.cells);
  const byRow = new Map<number, Correction[]>();
  for (const correction of corrections) {
    if (correction.column < 0 || correction.column >= table.headers.length) continue;
    const list = byRow.get(correction.row);
    if (list) list.push(correction);
    else byRow.set(correction.row, [correction]);
  }
  return table.rows.map((row) => {
    const own = byRow.get(row.number);
    if (!own) return row.cells;
    const cells = [...row.cells];
    for (const { column, value } of own) {
      while (cells.length <= column) cells.push('');
      cells[column] = value;
    }
    return cells;
  });
}

function refuseRow(
  table: SourceTable,
  cells: readonly string[],
  repeats: number | undefined,
): Blocked | undefined {
  if (repeats !== undefined) {
    return {
      severity: 'duplicate',
      code: 'duplicate_row',
      message: `Every cell equals row ${repeats}. The row stays out; include it if it means another initiative.`,
    };
  }
  const width = table.headers.length;
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    return {
      severity: 'blocked',
      code: 'row_too_wide',
      message: `The row has ${cells.length} cells, the header only ${width}: most likely an unquoted delimiter has shifted them. Correct the row in the file.`,
    };
  }
  return undefined;
}

function blockedProblem(
  table: SourceTable,
  row: number,
  cells: readonly string[],
  blocked: Blocked,
): ImportProblem {
  const { severity, code, message, column } = blocked;
  return {
    severity,
    code,
    row,
    column: column === undefined ? null : (table.headers[column]?.name ?? null),
    columnIndex: column ?? null,
    cell: column === undefined ? '' : (cells[column] ?? ''),
    message,
  };
}

/** The facts of one row, or why it cannot come in. */
function readFields(
  cells: readonly string[],
  reader: CellReader,
  report: RowReport,
): InitiativeFields | Blocked {
  const stage = reader.read('stage', cells, undefined);
  const value = (field: TargetField): string | number | undefined => {
    const found = reader.read(field, cells, stage.value as Stage | undefined);
    if (found.problem) report.problems.push({ ...found.problem, row: report.row });
    return found.value;
  };
  const text = (field: TargetField) => (value(field) ?? '') as string;
  const optional = <T>(field: TargetField) => (value(field) ?? null) as T | null;

  const name = reader.read('name', cells, undefined);
  if (name.value === undefined) {
    const tooLong = name.problem?.code === 'text_too_long';
    return {
      severity: 'blocked',
      code: tooLong ? 'text_too_long' : 'name_missing',
      message: tooLong
        ? (name.problem?.message ?? '')
        : 'The row has no name. Type one, or choose another column for Name.',
      ...(name.column === undefined ? {} : { column: name.column }),
    };
  }
  if (stage.value === undefined) {
    const place = stage.column === undefined ? {} : { column: stage.column };
    return stage.problem
      ? {
          severity: 'blocked',
          code: 'stage_unknown',
          message: `Nothing says which stage "${singleLine(stage.problem.cell)}" is. Map the value to a stage.`,
          ...place,
        }
      : {
          severity: 'blocked',
          code: 'stage_missing',
          message: 'The row names no stage. Type one, or say what a blank stage means.',
          ...place,
        };
  }
  return {
    name: name.value as string,
    purpose: text('purpose'),
    unit: text('unit'),
    businessOwner: text('businessOwner'),
    technicalOwner: text('technicalOwner'),
    financeValidator: text('financeValidator'),
    stage: stage.value as Stage,
    stageEnteredOn: optional<IsoDate>('stageEnteredOn'),
    isPaused: value('isPaused') === 'yes',
    pausedMonths: (value('pausedMonths') ?? 0) as number,
    plannedPilotMonths: optional('plannedPilotMonths'),
    metricName: text('metricName'),
    metricUnit: text('metricUnit'),
    baselineValue: optional('baselineValue'),
    baselineDataEnd: optional<IsoDate>('baselineDataEnd'),
    baselineSource: optional<NonNullable<InitiativeFields['baselineSource']>>('baselineSource'),
    targetComparator: optional<NonNullable<InitiativeFields['targetComparator']>>('targetComparator'),
    targetValue: optional('targetValue'),
    targetDate: optional<IsoDate>('targetDate'),
    lawfulBasis: optional<NonNullable<InitiativeFields['lawfulBasis']>>('lawfulBasis'),
    riskClass: optional<NonNullable<InitiativeFields['riskClass']>>('riskClass'),
    oversight: text('oversight'),
    evaluationRanOn: optional<IsoDate>('evaluationRanOn'),
    evaluationPassRate: optional('evaluationPassRate'),
    evaluationPassMark: optional('evaluationPassMark'),
  };
}

function readAssessments(
  cells: readonly string[],
  table: SourceTable,
  mapping: ImportMapping,
  questions: readonly { readonly column: number; readonly reader: QuestionReader }[],
  reader: CellReader,
  report: RowReport,
  unmapped: Map<string, UnmappedValue>,
): readonly ImportAssessment[] {
  const answers = new Map<Gap, Answered[]>();
  for (const { column, reader: question } of questions) {
    const cell = cells[column] ?? '';
    const rules = question.read(cell);
    if (rules === null) continue;
    const header = table.headers[column]?.name ?? '';
    if (rules.length === 0) {
      countUnmapped(unmapped, column, header, cell);
      continue;
    }
    const { gap } = question.question;
    const list = answers.get(gap);
    if (list) list.push({ header, cell, rules });
    else answers.set(gap, [{ header, cell, rules }]);
  }
  const assessments: ImportAssessment[] = [];
  for (const gap of GAPS) {
    const stated = readStatedLevel(gap, cells, mapping, reader, report);
    const assessment = stated ?? combineAnswers(gap, answers.get(gap) ?? [], mapping);
    if (assessment) assessments.push(assessment);
  }
  return assessments;
}

/** A level written as such in a column of its own. */
function readStatedLevel(
  gap: Gap,
  cells: readonly string[],
  mapping: ImportMapping,
  reader: CellReader,
  report: RowReport,
): ImportAssessment | undefined {
  const read = (field: TargetField) => {
    const found = reader.read(field, cells, undefined);
    if (found.problem) report.problems.push({ ...found.problem, row: report.row });
    return found;
  };
  const level = read(`${gap}Level`);
  const kind = read(`${gap}EvidenceKind`);
  const date = read(`${gap}EvidenceDate`);
  if (level.value === undefined) return undefined;
  const datedOn = (date.value ?? mapping.evidenceDate) as IsoDate;
  const source = kind.column === undefined ? level : kind;
  // A level in somebody's spreadsheet is an opinion until a column says what it rests on.
  const evidenceKind = kind.column === undefined ? 'opinion' : kind.value;
  return {
    gap,
    level: Number(level.value) as Level,
    rater: mapping.rater,
    ratedOn: datedOn,
    note: '',
    evidence:
      evidenceKind === undefined
        ? []
        : [
            {
              kind: evidenceKind as ImportAssessment['evidence'][number]['kind'],
              datedOn,
              link: mapping.evidenceLink,
              note: level.column === undefined ? '' : singleLine(cells[level.column] ?? ''),
              sourceQuestion: source.header,
            },
          ],
  };
}

function countUnmapped(
  unmapped: Map<string, UnmappedValue>,
  columnIndex: number,
  column: string,
  cell: string,
): void {
  const text = singleLine(cell);
  const key = `${columnIndex}\u001f${text}`;
  unmapped.set(key, { columnIndex, column, text, count: (unmapped.get(key)?.count ?? 0) + 1 });
}

function withSameNames(records: readonly ImportRecord[]): readonly ImportRecord[] {
  const rows = new Map<string, number[]>();
  for (const { identity, row } of records) {
    const list = rows.get(identity);
    if (list) list.push(row);
    else rows.set(identity, [row]);
  }
  return records.map((record) => {
    const same = rows.get(record.identity) as number[];
    return same.length === 1 ? record : { ...record, sameNameAs: same.filter((row) => row !== record.row) };
  });
}
