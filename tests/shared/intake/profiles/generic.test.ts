import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#shared/domain/units.ts';
import { buildRecords } from '#shared/intake/mapping.ts';
import { GENERIC } from '#shared/intake/profiles/generic.ts';
import { mappingFor } from '#shared/intake/profiles/profile.ts';
import { scoreProfiles } from '#shared/intake/profiles/profiles.ts';
import { csvOf, tableOf } from '../../../fixtures/intake/tables.ts';

const TODAY = '2026-11-01' as IsoDate;

function importOf(rows: readonly (readonly string[])[]) {
  const table = tableOf(csvOf(rows));
  expect(scoreProfiles(table.headers)[0]?.profile.id).toBe('generic');
  return buildRecords(table, mappingFor(GENERIC, table.headers, TODAY));
}

describe('the generic profile', () => {
  it('finds the columns of a company list by the words in use', () => {
    const { records } = importOf([
      ['Project name', 'Status', 'Owner', 'Tech lead', 'Department', 'Team', 'Description', 'Start date'],
      ['Triage', 'PoC', 'Head of claims', 'Platform lead', 'Claims', 'Motor', 'Sorts claims.', '2026-02-01'],
    ]);
    expect(records[0]?.fields).toMatchObject({
      name: 'Triage',
      stage: 'pilot',
      businessOwner: 'Head of claims',
      technicalOwner: 'Platform lead',
      unit: 'Claims / Motor',
      purpose: 'Sorts claims.',
      stageEnteredOn: '2026-02-01',
    });
  });

  it('finds the columns of a 2025 agency inventory below its section row', () => {
    const { records } = importOf([
      ['SECTION 1: Identifiers', '', '', '', 'SECTION 2: Summary', ''],
      [
        'Use Case ID',
        'Use Case Name',
        'Bureau/Component',
        'Stage of Development',
        'What problem is the AI intended to solve?',
        'Date when AI use case became operational or the pilot\u2019s start date',
      ],
      ['1', 'Chat', 'OCC', 'Pre-Deployment - The use case is in development.', 'Slow answers.', 'N/A'],
      ['2', 'Sort', 'OCC', 'Deployed - In use.', 'Backlog.', '7/25/2024'],
    ]);
    expect(
      records.map((r) => [r.row, r.fields.name, r.fields.unit, r.fields.stage, r.fields.stageEnteredOn]),
    ).toEqual([
      [3, 'Chat', 'OCC', 'pilot', null],
      [4, 'Sort', 'OCC', 'limited', '2024-07-25'],
    ]);
  });

  it('reads snake_case headers', () => {
    const { records } = importOf([
      ['use_case_name', 'agency', 'bureau_component', 'stage_of_development'],
      ['a', 'USDA', 'FS', 'Retired'],
    ]);
    expect(records[0]?.fields).toMatchObject({ name: 'a', stage: 'retired', unit: 'USDA / FS' });
  });

  it.each(['Testing', 'In progress', 'On hold', 'Green'])('does not guess the stage %s', (stage) => {
    const { records, problems } = importOf([
      ['Name', 'Stage', 'Note'],
      ['a', stage, 'x'],
    ]);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ code: 'stage_unknown', cell: stage }]);
  });

  it('leaves every row out with its reason when there is no stage column', () => {
    const { records, problems } = importOf([
      ['Name', 'Remark'],
      ['a', 'x'],
      ['b', 'y'],
    ]);
    expect(records).toEqual([]);
    expect(problems.map((p) => p.code)).toEqual(['stage_missing', 'stage_missing']);
  });
});
