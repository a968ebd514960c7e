import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { initiativeFields } from '#shared/api/schemas/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { fieldDefinition } from '#shared/intake/fields.ts';
import { buildRecords } from '#shared/intake/mapping.ts';
import { mappingFor } from '#shared/intake/profiles/profile.ts';
import { type ProfileScore, scoreProfiles } from '#shared/intake/profiles/profiles.ts';
import { readTable } from '#shared/intake/read-table.ts';
import { type RealFile, realFile } from '../../fixtures/intake/real-data.ts';

const TODAY = '2026-11-01' as IsoDate;

function importOf({ bytes = new Uint8Array() }: RealFile, name: string) {
  const table = readTable(bytes, name);
  const { profile } = scoreProfiles(table.headers)[0] as ProfileScore;
  return { table, profile, result: buildRecords(table, mappingFor(profile, table.headers, TODAY)) };
}

type Imported = ReturnType<typeof importOf>;

const federal = realFile('federal-ai-use-cases-2024.csv');

describe('the 2024 federal inventory', () => {
  let table: Imported['table'];
  let profile: Imported['profile'];
  let result: Imported['result'];
  beforeAll(() => {
    if (federal.bytes) ({ table, profile, result } = importOf(federal, 'federal.csv'));
  });
  beforeEach((context) => context.skip(federal.bytes === undefined, federal.absence));
  const count = (code: string) => result.problems.filter((problem) => problem.code === code).length;

  it('is read whole: 62 columns, 2,133 rows, Windows-1252, and recognised', () => {
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ',', headerRow: 1, blankRows: [] });
    expect([table.headers.length, table.rows.length, profile.id]).toEqual([62, 2133, 'federal-2024']);
    expect(
      table.headers.filter((h) => h.name.startsWith('If Other, please explain.')).map((h) => h.index),
    ).toEqual([25, 29, 37, 39, 41, 51, 53, 57, 61]);
  });

  it('loses and invents no row: each is a record or on the problem list with its reason', () => {
    const out = result.problems.filter((problem) => problem.severity !== 'warning');
    const rows = [...result.records, ...out].map((entry) => entry.row).sort((a, b) => a - b);
    expect(rows).toEqual(table.rows.map((row) => row.number));
    expect(out.every((problem) => problem.message.length > 20)).toBe(true);
  });

  it('leaves out exactly the rows that repeat another, name no stage, or have a name too long to keep', () => {
    const type = fieldDefinition('name')?.type;
    const max = type?.kind === 'text' ? type.max : 0;
    const long = table.rows.filter((row) => (row.cells[0] ?? '').trim().length > max).length;
    expect([count('duplicate_row'), count('stage_missing'), count('text_too_long')]).toEqual([3, 4, long]);
    expect(result.records).toHaveLength(2133 - 3 - 4 - long);
  });

  it('makes records that the contract accepts', () => {
    for (const { fields } of result.records) expect(initiativeFields.safeParse(fields).error).toBeUndefined();
  });

  it('believes no year typed into a date cell', () => {
    const years = result.problems.filter((problem) => problem.code === 'date_year_only');
    expect(years.length).toBeGreaterThan(0);
    expect(years.every((problem) => /^7\/\d+\/1905$/.test(problem.cell))).toBe(true);
    expect(result.records.every(({ fields }) => (fields.stageEnteredOn ?? '2000') > '1950')).toBe(true);
  });

  it('knows nearly every answer: what it does not know is listed, and read by nobody', () => {
    const unknown = result.unmapped.reduce((sum, value) => sum + value.count, 0);
    const answers = result.records.flatMap((record) => record.assessments.flatMap((a) => a.evidence)).length;
    expect(unknown).toBeGreaterThan(0);
    expect(unknown / answers).toBeLessThan(0.01);
  });

  it('gives no level above 2 and leaves the unanswered unknown', () => {
    const levels = result.records.flatMap((record) => record.assessments.map((a) => a.level));
    expect(Math.max(...levels)).toBe(2);
    expect(result.records.some((record) => record.assessments.length === 0)).toBe(true);
  });

  it('finds every row again when it is read a second time', () => {
    const again = importOf(federal, 'other-name.csv').result.records;
    expect(again.map((record) => record.fingerprint)).toEqual(
      result.records.map((record) => record.fingerprint),
    );
    expect(new Set(again.map((record) => record.fingerprint)).size).toBe(again.length);
  });
});

const treasury = realFile('treasury-ai-use-cases-2025.csv');

describe('a 2025 agency inventory', () => {
  let table: Imported['table'];
  let profile: Imported['profile'];
  let result: Imported['result'];
  beforeAll(() => {
    if (treasury.bytes) ({ table, profile, result } = importOf(treasury, 'treasury.csv'));
  });
  beforeEach((context) => context.skip(treasury.bytes === undefined, treasury.absence));

  it('is read below its section row, with every row in', () => {
    expect(table).toMatchObject({ encoding: 'utf-8', encodingBasis: 'certain', headerRow: 2 });
    expect([profile.id, table.rows.length, result.records.length]).toEqual(['generic', 129, 129]);
    expect(result.problems).toEqual([]);
  });

  it('has name, purpose, unit and stage of each, and dates where there are any', () => {
    for (const { fields } of result.records) {
      expect([fields.name, fields.unit, fields.stage].every((value) => value !== '')).toBe(true);
    }
    expect(result.records.filter(({ fields }) => fields.purpose !== '').length).toBe(118);
    expect(result.records.filter(({ fields }) => fields.stageEnteredOn !== null).length).toBe(52);
  });
});
