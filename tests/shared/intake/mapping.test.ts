import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initiativeFields } from '#shared/api/schemas/initiative.ts';
import { buildRecords } from '#shared/intake/mapping.ts';
import type { ImportMapping } from '#shared/intake/mapping-types.ts';
import { HAND_MAPPING } from '../../fixtures/intake/mappings.ts';
import { csvOf, tableOf } from '../../fixtures/intake/tables.ts';

const HEADER = ['Name', 'Stage', 'Unit', 'Since', 'Score'];
const table = (...rows: string[][]) => tableOf(csvOf([HEADER, ...rows]), { headerRow: 1, delimiter: ',' });
const build = (rows: string[][], change: Partial<ImportMapping> = {}, options = {}) =>
  buildRecords(table(...rows), { ...HAND_MAPPING, ...change }, options);

describe('buildRecords()', () => {
  it('makes a record of a row and leaves everything unsaid unmeasured', () => {
    const { records, problems } = build([[' Claims\ntriage ', 'Pilot', 'N/A', '2026-03-01', '']]);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        row: 2,
        fields: {
          name: 'Claims triage',
          stage: 'pilot',
          unit: '',
          stageEnteredOn: '2026-03-01',
          baselineValue: null,
        },
        assessments: [],
        sameNameAs: [],
      },
    ]);
    expect(initiativeFields.safeParse(records[0]?.fields).success).toBe(true);
  });

  it.each<[string, string[], string, object]>([
    ['no name', ['None', 'Pilot', '', '', ''], 'name_missing', { columnIndex: 0 }],
    ['a name too long', ['x'.repeat(501), 'Pilot', '', '', ''], 'text_too_long', { columnIndex: 0 }],
    ['no stage', ['a', ' ', '', '', ''], 'stage_missing', { columnIndex: 1, column: 'Stage' }],
    ['a stage nobody mapped', ['a', 'Somewhere', '', '', ''], 'stage_unknown', { cell: 'Somewhere' }],
    ['more cells than the header', ['a', 'Pilot', '', '', '', '!'], 'row_too_wide', { columnIndex: null }],
  ])('blocks a row with %s and says where', (_, cells, code, place) => {
    const { records, problems } = build([cells]);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'blocked', code, row: 2, ...place }]);
  });

  it.each<[string, string, Partial<ImportMapping>, string]>([
    ['an open date', '1/2/2026', {}, 'date_ambiguous'],
    ['a year in a date cell', '7/16/1905', { dateOrder: 'mdy' }, 'date_year_only'],
    ['an impossible year', '1/1/1920', { dateOrder: 'mdy' }, 'date_implausible'],
    ['a remark', 'Ongoing', {}, 'date_unreadable'],
    ['a day after the data', '2026-10-02', {}, 'date_in_future'],
  ])('keeps a row with %s, leaves the date blank and warns by row and cell', (_, cell, change, code) => {
    const { records, problems } = build([['a', 'Pilot', '', cell, '']], change);
    expect(records[0]?.fields.stageEnteredOn).toBeNull();
    expect(problems).toMatchObject([
      { severity: 'warning', code, row: 2, column: 'Since', columnIndex: 3, cell },
    ]);
  });

  it('reads open dates by the order another date of the column proves, or as told', () => {
    const rows = [
      ['a', 'Pilot', '', '1/2/2026', ''],
      ['b', 'Pilot', '', '25/2/2026', ''],
    ];
    const proven = build(rows);
    expect(proven.records[0]?.fields.stageEnteredOn).toBe('2026-02-01');
    expect(proven.dateColumns).toEqual([
      { columnIndex: 3, column: 'Since', evidence: 'proven', order: 'dmy' },
    ]);
    expect(build([rows[0] as string[]]).dateColumns).toMatchObject([{ evidence: 'ambiguous', order: null }]);
    expect(build([rows[0] as string[]], { dateOrder: 'mdy' }).records[0]?.fields.stageEnteredOn).toBe(
      '2026-01-02',
    );
  });

  it('keeps the first of two identical rows, reports the second, and takes it in when asked', () => {
    const rows = [
      ['a', 'Pilot', 'u', '', 'x '],
      ['b', 'Pilot', 'u', '', ''],
      ['a', 'Pilot', 'u', '', 'x'],
    ];
    const result = build(rows);
    expect(result.records.map((r) => r.row)).toEqual([2, 3]);
    expect(result.problems).toMatchObject([
      { severity: 'duplicate', code: 'duplicate_row', row: 4, message: expect.stringContaining('row 2') },
    ]);
    expect(build(rows, {}, { includeRows: [4] }).records.map((r) => r.row)).toEqual([2, 3, 4]);
  });

  it('keeps rows of one name and unit apart when they differ, and marks them', () => {
    const { records } = build([
      ['Chatbot', 'Pilot', 'HR', '', '1'],
      ['chatbot ', 'Idea', 'HR', '', '2'],
      ['Chatbot', 'Pilot', 'IT', '', '3'],
    ]);
    expect(records.map((r) => r.sameNameAs)).toEqual([[3], [2], []]);
  });

  it('applies corrections before anything else but fingerprints the row as it stands in the file', () => {
    const rows = [['a', '', '', '', '']];
    const corrections = [
      { row: 2, column: 1, value: 'Scaled' },
      { row: 2, column: 99, value: 'nowhere' },
      { row: 9, column: 0, value: 'nobody' },
    ];
    const { records } = build(rows, {}, { corrections });
    expect(records[0]?.fields.stage).toBe('scaled');
    const plain = build([['a', '', '', '', '']], { values: { stage: [{ text: '', value: 'idea' }] } });
    expect(records[0]?.fingerprint).toBe(plain.records[0]?.fingerprint);
  });

  it('lets the user say what a blank or unknown stage means, and ignores a meaning that is no stage', () => {
    const values = {
      stage: [
        { text: '', value: 'idea' },
        { text: 'Somewhere', value: 'pilot' },
        { text: 'X', value: 'nonsense' },
      ],
    };
    const { records, problems } = build(
      [
        ['a', '', '', '', ''],
        ['b', 'somewhere', '', '', ''],
        ['c', 'X', '', '', ''],
      ],
      { values },
    );
    expect(records.map((r) => r.fields.stage)).toEqual(['idea', 'pilot']);
    expect(problems).toMatchObject([{ code: 'stage_unknown', row: 4 }]);
  });

  it('joins columns without blank parts and chooses a date by stage', () => {
    const { records } = build(
      [
        ['a', 'Pilot', 'HR', '2026-01-01', '2025-01-01'],
        ['b', 'Scaled', 'N/A', '2026-01-01', '2025-01-01'],
        ['c', 'Idea', 'HR', '2026-01-01', '2025-01-01'],
      ],
      {
        fields: {
          ...HAND_MAPPING.fields,
          unit: { kind: 'join', columns: [2, 1], separator: ' / ' },
          stageEnteredOn: { kind: 'byStage', columns: { pilot: 3, scaled: 4 } },
        },
      },
    );
    expect(records.map((r) => [r.fields.unit, r.fields.stageEnteredOn])).toEqual([
      ['HR / Pilot', '2026-01-01'],
      ['Scaled', '2025-01-01'],
      ['HR / Idea', null],
    ]);
  });

  it('reads a level from a column of its own as an opinion of the day of the data', () => {
    const fields = { ...HAND_MAPPING.fields, dataLevel: { kind: 'column', column: 4 } as const };
    const { records, problems } = build(
      [
        ['a', 'Pilot', '', '', '2'],
        ['b', 'Pilot', '', '', 'in place and tested'],
        ['c', 'Pilot', '', '', '7'],
        ['d', 'Pilot', '', '', ''],
      ],
      { fields },
    );
    expect(records.map((r) => r.assessments.map((a) => a.level))).toEqual([[2], [3], [], []]);
    expect(records[0]?.assessments[0]).toMatchObject({
      gap: 'data',
      ratedOn: '2026-10-01',
      evidence: [{ kind: 'opinion', sourceQuestion: 'Score', note: '2', datedOn: '2026-10-01' }],
    });
    expect(problems).toMatchObject([{ code: 'value_unknown', row: 4, cell: '7' }]);
  });

  it.each<[string, object]>([
    ['12', { value: 12 }],
    ['1.234', { code: 'number_ambiguous' }],
    ['many', { code: 'number_unreadable' }],
  ])('reads %s as a number or says why not', (cell, expected) => {
    const { records, problems } = build([['a', 'Pilot', '', '', cell]], {
      fields: { ...HAND_MAPPING.fields, baselineValue: { kind: 'column', column: 4 } },
    });
    expect({ value: records[0]?.fields.baselineValue, code: problems[0]?.code }).toMatchObject(expected);
  });

  it('keeps shares and counts inside their range', () => {
    const fields = {
      ...HAND_MAPPING.fields,
      evaluationPassRate: { kind: 'column', column: 4 } as const,
      isPaused: { kind: 'column', column: 2 } as const,
    };
    const { records, problems } = build(
      [
        ['a', 'Pilot', 'TRUE', '', '85 %'],
        ['b', 'Pilot', 'no', '', '85'],
      ],
      { fields },
    );
    expect(records.map((r) => [r.fields.evaluationPassRate, r.fields.isPaused])).toEqual([
      [0.85, true],
      [null, false],
    ]);
    expect(problems).toMatchObject([{ code: 'number_out_of_range', row: 3 }]);
  });

  it('warns when a row has fewer cells than the header', () => {
    const short = tableOf('Name,Stage,Unit\na,Pilot\n', { headerRow: 1 });
    const { records, problems } = buildRecords(short, HAND_MAPPING);
    expect(records).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'row_too_short', row: 2 }]);
  });

  it('gives every row exactly one record or one blocking problem, whatever the cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'N/A', 'Pilot', 'Scaled', 'odd', '1/2/2026', '2026-01-01', '=x', '7', '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 20 }), (rows) => {
        const filled = rows.map((cells) => cells.map((c) => c.replaceAll('\0', '')));
        const source = table(...filled);
        const { records, problems } = buildRecords(source, HAND_MAPPING);
        const outcomes = [
          ...records.map((r) => r.row),
          ...problems.filter((p) => p.severity !== 'warning').map((p) => p.row),
        ].sort((a, b) => a - b);
        expect(outcomes).toEqual(source.rows.map((row) => row.number));
        for (const record of records) expect(initiativeFields.safeParse(record.fields).error).toBeUndefined();
      }),
    );
  });
});
