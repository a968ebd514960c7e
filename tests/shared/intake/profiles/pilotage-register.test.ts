import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_KINDS, LEVELS } from '#shared/domain/gap.ts';
import { BASELINE_SOURCES } from '#shared/domain/initiative.ts';
import { COMPARATORS, RISK_CLASSES } from '#shared/domain/risk.ts';
import { STAGES } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { TargetField } from '#shared/intake/fields.ts';
import { buildRecords } from '#shared/intake/mapping.ts';
import { PILOTAGE_REGISTER } from '#shared/intake/profiles/pilotage-register.ts';
import { mappingFor } from '#shared/intake/profiles/profile.ts';
import { scoreProfiles } from '#shared/intake/profiles/profiles.ts';
import { REGISTER_COLUMNS } from '#shared/intake/profiles/register-columns.ts';
import { escapeCell } from '#shared/intake/safe-cell.ts';
import { csvOf, tableOf } from '../../../fixtures/intake/tables.ts';

const TODAY = '2026-11-01' as IsoDate;

/** Cells by field, written as the export writes them. */
function importOf(rows: readonly Partial<Record<TargetField, string>>[]) {
  const header = [...REGISTER_COLUMNS.map((c) => c.header), 'Verdict', 'Readiness'];
  const cells = rows.map((row) => [
    ...REGISTER_COLUMNS.map((c) => escapeCell(row[c.field] ?? '')),
    'SCALE',
    '80',
  ]);
  const table = tableOf(csvOf([header, ...cells]));
  expect(scoreProfiles(table.headers)[0]).toMatchObject({ profile: { id: 'pilotage-register' }, score: 1 });
  return buildRecords(table, mappingFor(PILOTAGE_REGISTER, table.headers, TODAY));
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((s) => s.toWellFormed().replace(/\p{Cc}/gu, '-'))
  .filter((s) => s.trim() !== '');
const line = fc.constantFrom(
  '',
  "'=1+1",
  '=cmd',
  ' +1',
  '-5 % cost',
  'N/A',
  'None',
  'a\r\nb',
  '  spaced  ',
  '\uff1dx',
);
const anyText = fc.oneof(line, text);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);

describe('the register profile', () => {
  it('gives back every entered value as it was', () => {
    const row = fc.record({
      name: text,
      stage: fc.constantFrom(...STAGES),
      purpose: anyText,
      unit: anyText,
      businessOwner: anyText,
      oversight: anyText,
      stageEnteredOn: fc.option(day),
      baselineValue: fc.option(number),
      targetComparator: fc.option(fc.constantFrom(...COMPARATORS)),
      baselineSource: fc.option(fc.constantFrom(...BASELINE_SOURCES)),
      riskClass: fc.option(fc.constantFrom(...RISK_CLASSES)),
      lawfulBasis: fc.option(fc.constantFrom('yes', 'no')),
      evaluationPassRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0)),
      plannedPilotMonths: fc.option(fc.integer({ min: 1, max: 120 })),
    });
    fc.assert(
      fc.property(row, (entered) => {
        const cells = Object.fromEntries(
          Object.entries(entered).map(([k, v]) => [k, v === null ? '' : String(v)]),
        );
        const { records, problems } = importOf([cells]);
        expect(problems).toEqual([]);
        expect(records[0]?.fields).toMatchObject(entered);
      }),
    );
  });

  it('brings levels back with their evidence, and without when there was none', () => {
    for (const level of LEVELS) {
      for (const kind of EVIDENCE_KINDS) {
        const { records } = importOf([
          {
            name: 'a',
            stage: 'idea',
            dataLevel: String(level),
            dataEvidenceKind: kind,
            dataEvidenceDate: '2026-09-30',
            changeLevel: String(level),
          },
        ]);
        expect(records[0]?.assessments).toMatchObject([
          { gap: 'data', level, ratedOn: '2026-09-30', evidence: [{ kind, datedOn: '2026-09-30' }] },
          { gap: 'change', level, ratedOn: TODAY, evidence: [] },
        ]);
      }
    }
  });

  it('understands choices by their name as well', () => {
    const { records } = importOf([
      { name: 'a', stage: 'Limited production', isPaused: 'Yes', riskClass: 'Minimal risk' },
    ]);
    expect(records[0]?.fields).toMatchObject({ stage: 'limited', isPaused: true, riskClass: 'minimal' });
  });
});
