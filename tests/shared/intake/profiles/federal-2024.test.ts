import { describe, expect, it } from 'vitest';
import { GAP_NAMES } from '#shared/domain/gap.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { STAGE_NAMES, type Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { answerKey } from '#shared/intake/gap-answers.ts';
import { nameHeaders } from '#shared/intake/headers.ts';
import { buildRecords } from '#shared/intake/mapping.ts';
import { FEDERAL_2024, FEDERAL_2024_STAGES } from '#shared/intake/profiles/federal-2024.ts';
import { FEDERAL_2024_QUESTIONS } from '#shared/intake/profiles/federal-2024-questions.ts';
import { mappingFor } from '#shared/intake/profiles/profile.ts';
import { scoreProfiles } from '#shared/intake/profiles/profiles.ts';
import { readDoc, tablesOf } from '../../../fixtures/intake/doc-tables.ts';
import { csvOf, tableOf } from '../../../fixtures/intake/tables.ts';

const TODAY = '2026-11-01' as IsoDate;

/** The form in small: the fields and every question used, under headers as agencies write them. */
const HEADERS = [
  'Use Case Name',
  'Agency Abbreviation',
  'Bureau',
  'What is the intended purpose and expected benefits of the AI?',
  'Stage of Development',
  'Date Initiated',
  'Date when Acquisition and/or Development began',
  'Date Implemented',
  'Date Retired',
  'Is the AI use case rights-impacting, safety-impacting, both, or neither?',
  'Does this AI use case have an associated Authority to Operate (ATO) for an AI system?',
  'Has the AI use case been tested in operational or real-world environments to\r\nunderstand the performance?',
  'Is there available documentation for the model training and evaluation data that demonstrates ...?',
  'What steps has the agency taken to consult and incorporate feedback from groups affected by this AI use case?',
];
const DATES = ['1/2/2021', '3/4/2022', '5/6/2023', '7/8/2024'];

function recordOf(stage: string, answers: readonly string[] = []) {
  const cells = ['Triage', 'HHS', 'NIH', 'Helps.', stage, ...DATES, ...answers];
  while (cells.length < HEADERS.length) cells.push('');
  const table = tableOf(csvOf([HEADERS, cells]), { headerRow: 1, delimiter: ',' });
  return buildRecords(table, mappingFor(FEDERAL_2024, table.headers, TODAY));
}

describe('the federal profile', () => {
  it('is recognised by the headers of the form, and not by another list', () => {
    const full = [...HEADERS, ...FEDERAL_2024_QUESTIONS.map((q) => `Text before ${q.header} and after`)];
    expect(scoreProfiles(nameHeaders(full))[0]?.profile.id).toBe('federal-2024');
    expect(
      scoreProfiles(nameHeaders(['Use Case Name', 'Bureau', 'Stage of Development']))[0]?.profile.id,
    ).toBe('generic');
  });

  it('takes unit, purpose and stage, and no cost or value', () => {
    const [record] = recordOf('Operation and Maintenance').records;
    expect(record?.fields).toMatchObject({
      name: 'Triage',
      unit: 'HHS / NIH',
      purpose: 'Helps.',
      stage: 'scaled',
      baselineValue: null,
      riskClass: null,
    });
    expect(record?.assessments).toEqual([]);
  });

  it.each([
    ['Initiated', 'idea', '2021-01-02'],
    ['Acquisition and/or Development', 'pilot', '2022-03-04'],
    ['Implementation and Assessment', 'limited', '2023-05-06'],
    ['Operation and Maintenance', 'scaled', '2023-05-06'],
    ['Research or  Administrative Action Complete', 'retired', '2024-07-08'],
  ])('reads %s as %s, entered on its own date', (text, stage, date) => {
    expect(recordOf(text).records[0]?.fields).toMatchObject({ stage, stageEnteredOn: date });
  });

  it('turns answers into levels with evidence, question and date, and leaves unanswered gaps unknown', () => {
    const [record] = recordOf('Initiated', [
      'Neither',
      'Yes',
      'No testing: No testing of the model has been conducted thus far.',
      'Documentation is complete: Documentation exists.',
      '["Other"]',
    ]).records;
    expect(record?.assessments.map((a) => [a.gap, a.level])).toEqual([
      ['data', 2],
      ['evaluation', 0],
      ['governance', 2],
    ]);
    expect(record?.assessments[0]?.evidence).toEqual([
      {
        kind: 'document',
        datedOn: '2024-12-16',
        link: FEDERAL_2024.evidenceLink,
        note: 'Documentation is complete: Documentation exists.',
        sourceQuestion: HEADERS[12],
      },
    ]);
  });

  it('lists an answer it does not know instead of reading it', () => {
    const result = recordOf('Initiated', ['', 'Something new']);
    expect(result.unmapped).toMatchObject([{ text: 'Something new', count: 1, columnIndex: 10 }]);
    expect(result.records[0]?.assessments).toEqual([]);
  });
});

describe('the rules of the federal questions', () => {
  const rules = FEDERAL_2024_QUESTIONS.flatMap((q) => q.answers.map((answer) => ({ q, answer })));

  it('never show more than level 2, nor more than their evidence can support', () => {
    for (const { q, answer } of rules) {
      const most = Math.min(2, DEFAULT_POLICY.evidenceLimit[answer.kind]);
      expect([q.topic, answer.answer, (answer.shows ?? 0) <= most]).toEqual([q.topic, answer.answer, true]);
    }
  });

  it('never show more than they allow themselves', () => {
    for (const { answer } of rules) {
      if (answer.shows !== null && answer.limitsTo !== null)
        expect(answer.shows).toBeLessThanOrEqual(answer.limitsTo);
    }
  });

  it('have no answer twice in a question', () => {
    for (const { topic, answers } of FEDERAL_2024_QUESTIONS) {
      expect([topic, new Set(answers.map((a) => answerKey(a.answer))).size]).toEqual([topic, answers.length]);
    }
  });

  it('call their evidence test only where the answer says what was tested', () => {
    const tested = rules.filter(({ answer }) => answer.kind === 'test').map(({ q }) => q.topic);
    expect(new Set(tested)).toEqual(new Set(['Operational testing']));
    expect(rules.some(({ answer }) => answer.kind === 'telemetry' || answer.kind === 'audit')).toBe(false);
  });
});

describe('docs/federal-inventory-2024.md', () => {
  const tables = tablesOf(readDoc('federal-inventory-2024.md'));

  it('prints every stage as the code maps it', () => {
    expect(tables.get('Answer|Stage|Why')?.map(([answer, stage]) => [answer, stage])).toEqual(
      FEDERAL_2024_STAGES.map(({ text, value }) => [text, STAGE_NAMES[value as Stage]]),
    );
  });

  it('prints every answer as the code maps it', () => {
    const level = (value: number | null) => (value === null ? 'none' : String(value));
    expect(tables.get('Question|Answer|Shows level|Limits to|Evidence|Why')).toEqual(
      FEDERAL_2024_QUESTIONS.flatMap((q) =>
        q.answers.map((a) => [q.topic, a.answer, level(a.shows), level(a.limitsTo), a.kind, a.why]),
      ),
    );
  });

  it('prints every question as the code finds it', () => {
    expect(tables.get('Topic|Gap|Header contains|Several answers')).toEqual(
      FEDERAL_2024_QUESTIONS.map((q) => [q.topic, GAP_NAMES[q.gap], q.header, q.isMultiple ? 'yes' : 'no']),
    );
  });
});
