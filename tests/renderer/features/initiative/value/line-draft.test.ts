import { describe, expect, test } from 'vitest';
import {
  draftProblems,
  emptyLineDraft,
  lineDraftOf,
  lineFromDraft,
} from '#renderer/features/initiative/value/line-draft.ts';
import { newLine } from '#shared/api/schemas/initiative.ts';
import { costLine, month, outcomeLine } from './lines.ts';

describe('lineFromDraft()', () => {
  test.each([
    costLine('c', { startsOn: month(0), endsOn: month(5) }),
    costLine('once', { category: 'platform', isOnce: true }),
    outcomeLine('o', { method: 'holdout', isCashReleasing: true }),
    outcomeLine('t', {
      terms: {
        unit: 'contacts',
        valuePerUnit: 5.4,
        agreedBy: 'Controller',
        baselineValue: null,
        baselineOn: null,
        attribution: 1,
        realisation: null,
      },
    }),
  ])('gives back the line its form was made of: %j', (line) => {
    const made = lineFromDraft(lineDraftOf(line));
    const { id: _, initiativeId: __, sortOrder: ___, ...expected } = line;
    expect(made).toEqual(expected);
    expect(newLine.safeParse(made).success).toBe(true);
  });

  test('gives nothing while the form has a problem', () => {
    expect(lineFromDraft(emptyLineDraft('cost'))).toBeNull();
    const draft = { ...emptyLineDraft('outcome'), name: 'x' };
    expect(lineFromDraft({ ...draft, terms: { ...draft.terms, attribution: '101' } })).toBeNull();
  });
});

describe('draftProblems()', () => {
  const draft = { ...emptyLineDraft('cost'), name: 'x' };
  test.each([
    [{ name: '  ' }, 'name'],
    [{ startsOn: '2026-13' }, 'startsOn'],
    [{ endsOn: 'soon' }, 'endsOn'],
    [{ startsOn: '2026-05', endsOn: '2026-04' }, 'endsOn'],
  ] as const)('of %j is at %s', (change, field) => {
    expect(Object.keys(draftProblems({ ...draft, ...change }))).toEqual([field]);
  });

  test('is empty for one month from start to end', () => {
    expect(draftProblems({ ...draft, startsOn: '2026-05', endsOn: '2026-05' })).toEqual({});
  });
});
