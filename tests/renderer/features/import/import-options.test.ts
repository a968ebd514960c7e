import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOptions,
  choicesLost,
  columnOf,
  examplesOf,
  type ImportChange,
  isFieldShown,
  isTyped,
  meaningOf,
  missingFields,
} from '#renderer/features/import/import-options.ts';
import { type ImportOptions, importOptions } from '#shared/api/schemas/intake.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { draftWith } from './draft-fixture.ts';

const MADE: ImportOptions = {
  sheet: 'Sheet1',
  encoding: 'utf-8',
  delimiter: ';',
  headerRow: 2,
  profileId: 'generic',
  columns: { name: 0, stage: 1 },
  values: { stage: { Live: 'scaled' }, risk: { High: 'high' } },
  dateOrder: 'dmy',
  evidenceDate: '2024-12-16' as IsoDate,
  corrections: [{ row: 4, column: 0, value: 'Named' }],
  includeRows: [9],
};

const anyChange: fc.Arbitrary<ImportChange> = fc.oneof(
  fc.record({ kind: fc.constant('sheet' as const), sheet: fc.constantFrom('A', 'B') }),
  fc.record({ kind: fc.constant('encoding' as const), encoding: fc.constantFrom('utf-8', 'windows-1252') }),
  fc.record({ kind: fc.constant('delimiter' as const), delimiter: fc.constantFrom(',', ';', '\t', '|') }),
  fc.record({ kind: fc.constant('headerRow' as const), row: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({ kind: fc.constant('profile' as const), profileId: fc.constantFrom('generic', 'federal') }),
  fc.record({
    kind: fc.constant('column' as const),
    field: fc.constantFrom('name', 'stage', 'unit'),
    column: fc.oneof(fc.option(fc.nat(60)), fc.constant('detected' as const)),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    field: fc.constantFrom('stage', 'risk'),
    text: fc.constantFrom('Live', 'Pilot', ''),
    becomes: fc.constantFrom('scaled', ''),
  }),
  fc.record({ kind: fc.constant('dateOrder' as const), order: fc.constantFrom('mdy', 'dmy', 'ymd') }),
  fc.record({
    kind: fc.constant('evidenceDate' as const),
    date: fc.constantFrom(null, '2024-01-31' as IsoDate),
  }),
  fc.record({
    kind: fc.constant('correct' as const),
    row: fc.integer({ min: 1, max: 5 }),
    column: fc.nat(3),
    value: fc.constantFrom('', 'x'),
  }),
  fc.record({
    kind: fc.constant('takeBack' as const),
    row: fc.integer({ min: 1, max: 5 }),
    column: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('include' as const), row: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('leaveOut' as const), row: fc.integer({ min: 1, max: 5 }) }),
) as fc.Arbitrary<ImportChange>;

describe('changeOptions()', () => {
  it('keeps only the evidence date when another sheet is chosen', () => {
    expect(changeOptions(MADE, { kind: 'sheet', sheet: 'B' })).toEqual({
      sheet: 'B',
      evidenceDate: '2024-12-16',
    });
  });

  it('drops everything that names a column when the delimiter changes', () => {
    expect(changeOptions(MADE, { kind: 'delimiter', delimiter: '\t' })).toEqual({
      sheet: 'Sheet1',
      encoding: 'utf-8',
      delimiter: '\t',
      dateOrder: 'dmy',
      evidenceDate: '2024-12-16',
    });
  });

  it.each([
    [{ kind: 'headerRow', row: 5 }, { headerRow: 5 }],
    [{ kind: 'profile', profileId: 'federal' }, { profileId: 'federal' }],
  ] as const)('drops the mapping and keeps corrections on %o', (change, part) => {
    const { columns: _columns, values: _values, ...kept } = MADE;
    expect(changeOptions(MADE, change)).toEqual({ ...kept, ...part });
  });

  it('forgets the value map of a field that gets another column, and of no other field', () => {
    const changed = changeOptions(MADE, { kind: 'column', field: 'stage', column: 7 });
    expect(changed.columns).toEqual({ name: 0, stage: 7 });
    expect(changed.values).toEqual({ risk: { High: 'high' } });
  });

  it('says "no column" with null, which is not the same as undecided', () => {
    expect(changeOptions({}, { kind: 'column', field: 'unit', column: null })).toEqual({
      columns: { unit: null },
    });
  });

  it('returns a field to what was detected, and leaves nothing behind', () => {
    const chosen = changeOptions({}, { kind: 'column', field: 'unit', column: 3 });
    expect(changeOptions(chosen, { kind: 'column', field: 'unit', column: 'detected' })).toEqual({});
  });

  it('adds one value to the map and leaves the others', () => {
    const changed = changeOptions(MADE, { kind: 'value', field: 'stage', text: 'Trial', becomes: 'pilot' });
    expect(changed.values).toEqual({ stage: { Live: 'scaled', Trial: 'pilot' }, risk: { High: 'high' } });
  });

  it('replaces an earlier correction of the same cell', () => {
    const changed = changeOptions(MADE, { kind: 'correct', row: 4, column: 0, value: 'Better' });
    expect(changed.corrections).toEqual([{ row: 4, column: 0, value: 'Better' }]);
  });

  it('leaves the part out once its last correction or row is taken back', () => {
    const changed = [
      { kind: 'takeBack', row: 4, column: 0 } as const,
      { kind: 'leaveOut', row: 9 } as const,
    ].reduce<ImportOptions>(changeOptions, MADE);
    expect(Object.keys(changed)).not.toContain('corrections');
    expect(Object.keys(changed)).not.toContain('includeRows');
  });

  it('returns to detection when the evidence date is cleared', () => {
    expect(Object.keys(changeOptions(MADE, { kind: 'evidenceDate', date: null }))).not.toContain(
      'evidenceDate',
    );
  });

  it('always makes options the contract accepts, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 12 }), (changes) => {
        const once = changes.reduce<ImportOptions>(changeOptions, {});
        expect(importOptions.parse(once)).toEqual(once);
        const last = changes.at(-1) as ImportChange;
        expect(changeOptions(once, last)).toEqual(once);
      }),
    );
  });
});

describe('choicesLost()', () => {
  it.each([
    [{ kind: 'sheet', sheet: 'B' }, 6],
    [{ kind: 'headerRow', row: 3 }, 4],
    [{ kind: 'column', field: 'stage', column: 4 }, 1],
    [{ kind: 'encoding', encoding: 'utf-16le' }, 0],
  ] as const)('counts what %o throws away', (change, lost) => {
    expect(choicesLost(MADE, change)).toBe(lost);
  });
});

describe('isTyped()', () => {
  it('waits for a pause after the header row and the evidence date only', () => {
    expect(isTyped({ kind: 'headerRow', row: 2 })).toBe(true);
    expect(isTyped({ kind: 'evidenceDate', date: null })).toBe(true);
    expect(isTyped({ kind: 'encoding', encoding: 'utf-8' })).toBe(false);
    expect(isTyped({ kind: 'correct', row: 1, column: 1, value: '' })).toBe(false);
  });
});

describe('examplesOf()', () => {
  it('lists different texts below the header row, without blanks', () => {
    expect(examplesOf(draftWith(), 2, 3)).toEqual(['Claims', 'Sales']);
    expect(examplesOf(draftWith(), 0, 2)).toEqual(['Claims triage', 'Voice summary']);
  });

  it('finds nothing in a column the rows do not have', () => {
    expect(examplesOf(draftWith(), 40, 3)).toEqual([]);
  });
});

describe('missingFields()', () => {
  it('names required fields without a column, and no others', () => {
    const draft = draftWith();
    expect(missingFields(draft)).toEqual([]);
    const unmapped = draft.targets.map((t) => ({ ...t, column: null }));
    expect(missingFields({ ...draft, targets: unmapped })).toEqual(['Name', 'Stage']);
    const joined = unmapped.map((t) => ({ ...t, composite: 'Title + Subtitle' }));
    expect(missingFields({ ...draft, targets: joined })).toEqual([]);
  });
});

const [NAME, STAGE, UNIT] = draftWith().targets as [Target, Target, Target];
type Target = ReturnType<typeof draftWith>['targets'][number];

describe('columnOf()', () => {
  it('is the choice made, none included, else what was detected', () => {
    expect(columnOf({}, NAME)).toBe(0);
    expect(columnOf({ columns: { name: 2 } }, NAME)).toBe(2);
    expect(columnOf({ columns: { name: null } }, NAME)).toBeNull();
    expect(columnOf({ columns: { name: 2 } }, UNIT)).toBeNull();
  });
});

describe('meaningOf()', () => {
  const live = { text: 'Live', count: 1, becomes: null };

  it('tells a text nobody has mapped from one left unmeasured on purpose', () => {
    expect(meaningOf({}, 'stage', live)).toBeNull();
    expect(meaningOf({ values: { stage: { Live: '' } } }, 'stage', live)).toBe('');
  });

  it('is the choice made, else what was detected', () => {
    expect(meaningOf({ values: { stage: { Live: 'scaled' } } }, 'stage', live)).toBe('scaled');
    expect(meaningOf({}, 'stage', { ...live, becomes: 'pilot' })).toBe('pilot');
  });
});

describe('isFieldShown()', () => {
  it('shows what is required, filled or decided by hand', () => {
    expect(isFieldShown({}, { ...STAGE, column: null })).toBe(true);
    expect(isFieldShown({}, UNIT)).toBe(false);
    expect(isFieldShown({}, { ...UNIT, column: 2 })).toBe(true);
    expect(isFieldShown({ columns: { unit: null } }, UNIT)).toBe(true);
  });
});
