import type { ImportDraft } from '#shared/api/schemas/intake.ts';

/** A small, valid draft: three columns, two required fields filled, four rows read. */
export function draftWith(over: Partial<ImportDraft> = {}): ImportDraft {
  return {
    importId: 'imp-1',
    fileName: 'agents.csv',
    kind: 'csv',
    sheets: [],
    sheet: null,
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    profileId: 'generic',
    profiles: [{ id: 'generic', name: 'Any spreadsheet', score: 0 }],
    headers: ['Name', 'Stage', 'Unit'],
    notes: [],
    sample: [
      ['Name', 'Stage', 'Unit'],
      ['Claims triage', 'Pilot', 'Claims'],
      ['Voice summary', 'Live', ' '],
      ['Fraud signals', 'Pilot', 'Claims'],
      ['', 'Pilot', 'Sales'],
    ],
    targets: [
      {
        field: 'name',
        name: 'Name',
        isRequired: true,
        column: 0,
        composite: null,
        values: null,
        choices: null,
      },
      {
        field: 'stage',
        name: 'Stage',
        isRequired: true,
        column: 1,
        composite: null,
        values: [
          { text: 'Pilot', count: 3, becomes: 'pilot' },
          { text: 'Live', count: 1, becomes: null },
        ],
        choices: [
          { value: 'pilot', name: 'Pilot' },
          { value: 'scaled', name: 'Scaled' },
        ],
      },
      {
        field: 'unit',
        name: 'Unit',
        isRequired: false,
        column: null,
        composite: null,
        values: null,
        choices: null,
      },
    ],
    dateOrder: null,
    isDateOrderAsked: false,
    evidenceDate: null,
    counts: { rowsRead: 4, ready: 2, blocked: 1, duplicates: 1, warnings: 1, sameName: 0 },
    problems: [],
    preview: [],
    ...over,
  };
}
