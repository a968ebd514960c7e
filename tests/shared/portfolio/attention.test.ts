import { describe, expect, it } from 'vitest';
import type { AttentionEntry } from '#shared/api/schemas/portfolio.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { attentionKinds, type EvaluatedInitiative, needsAttention } from '#shared/portfolio/attention.ts';
import type { OverdueCondition } from '#shared/portfolio/attention-kinds.ts';
import { openMonths } from '#shared/portfolio/attention-kinds.ts';
import {
  AS_OF,
  assessment,
  costLine,
  date,
  decided,
  lastMonths,
  month,
  soundFacts,
  tripwire,
} from '#tests/shared/decision/example-facts.ts';

function evaluated(facts: InitiativeFacts, id = 'a', lastChangedOn: IsoDate = AS_OF): EvaluatedInitiative {
  const own = { ...facts, initiative: { ...facts.initiative, id } };
  return { facts: own, result: decided(own), lastChangedOn };
}

const NOTHING_OWED: ReadonlyMap<string, OverdueCondition> = new Map();
const kinds = (facts: InitiativeFacts, lastChangedOn?: IsoDate) =>
  attentionKinds(evaluated(facts, 'a', lastChangedOn), AS_OF, NOTHING_OWED);
const entries = (
  all: readonly EvaluatedInitiative[],
  kind: string,
  overdue = NOTHING_OWED,
): readonly AttentionEntry[] =>
  needsAttention(all, AS_OF, overdue).find((item) => item.kind === kind)?.first ?? [];

const staleFacts = (): InitiativeFacts => ({
  ...soundFacts(),
  assessments: soundFacts().assessments.map((one) =>
    one.gap === 'evaluation'
      ? { ...one, evidence: one.evidence.map((proof) => ({ ...proof, datedOn: date('2025-01-01') })) }
      : one,
  ),
});

describe('attentionKinds()', () => {
  it('asks for nothing when all is in order', () => {
    expect(kinds(soundFacts())).toEqual([]);
  });
  it('names a missing owner, and forgives an idea its technical one', () => {
    expect(kinds(soundFacts('limited', { technicalOwner: ' ' }))).toEqual(['no_owner']);
    expect(kinds(soundFacts('idea', { technicalOwner: '' }))).toEqual([]);
  });
  it.each([
    ['30 days ahead', '2026-10-30', null, ['tripwire_due']],
    ['31 days ahead', '2026-10-31', null, []],
    ['past', '2026-09-29', null, ['tripwire_due']],
    ['measured', '2026-10-30', 2, []],
  ] as const)('of a tripwire %s', (_when, dueOn, measuredValue, expected) => {
    const facts = { ...soundFacts(), tripwires: [tripwire({ dueOn: date(dueOn), measuredValue })] };
    expect(kinds(facts).filter((kind) => kind === 'tripwire_due')).toEqual(expected);
  });
  it('names a month that is not closed, once a line is under way', () => {
    const open = { ...soundFacts(), closedMonths: lastMonths(6).slice(0, 4) };
    expect(kinds(open)).toContain('missing_month');
    const later = { ...open, lines: [costLine('c1', { startsOn: month('2026-12') })] };
    expect(kinds(later)).not.toContain('missing_month');
  });
  it('names stale evidence, missing levels, raters apart and silence', () => {
    expect(kinds(staleFacts())).toContain('stale_evidence');
    expect(kinds({ ...soundFacts(), assessments: [] })).toContain('no_levels');
    const second = assessment('data', 1, { id: 'a2', rater: 'Bob' });
    expect(kinds({ ...soundFacts(), assessments: [...soundFacts().assessments, second] })).toContain(
      'raters_apart',
    );
    expect(kinds(soundFacts(), date('2026-08-30'))).toEqual(['silent']);
    expect(kinds(soundFacts(), date('2026-08-31'))).toEqual([]);
  });
  it('names a production-ready row beside a gate that does not pass', () => {
    const claim = {
      dimension: 'ownership',
      state: 'production_ready',
      proof: { kind: 'document', datedOn: date('2026-09-01'), link: '', note: '' },
    } as const;
    const facts = { ...soundFacts('limited', { technicalOwner: '' }), checklist: [claim] };
    expect(kinds(facts)).toContain('checklist_at_odds');
    expect(entries([evaluated(facts)], 'checklist_at_odds')).toMatchObject([
      { tab: 'checklist', focus: 'checklist:ownership', detail: expect.stringContaining('G1 does not pass') },
    ]);
  });
  it('asks nothing of a retired initiative', () => {
    expect(kinds({ ...soundFacts('retired'), assessments: [] }, date('2020-01-01'))).toEqual([]);
  });
});

describe('needsAttention()', () => {
  it('leads to the place of the fix', () => {
    expect(entries([evaluated(staleFacts())], 'stale_evidence')).toEqual([
      {
        id: 'a',
        name: 'Claims triage',
        detail: 'Evaluation, last evidence 1 Jan 2025',
        tab: 'gaps',
        focus: 'evidence:evaluation',
      },
    ]);
    const ownerless = evaluated(soundFacts('limited', { businessOwner: '', technicalOwner: '' }));
    expect(entries([ownerless], 'no_owner')).toMatchObject([
      { detail: 'neither named', tab: 'details', focus: 'field:businessOwner' },
    ]);
  });

  it('puts the longest overdue first, and names the condition that is', () => {
    const due = (id: string, dueOn: string) =>
      evaluated({ ...soundFacts(), tripwires: [tripwire({ id: `t-${id}`, dueOn: date(dueOn) })] }, id);
    const all = [due('late', '2026-10-20'), due('past', '2026-08-01'), due('soon', '2026-10-01')];
    expect(entries(all, 'tripwire_due').map((one) => [one.id, one.focus])).toEqual([
      ['past', 'tripwire:t-past'],
      ['soon', 'tripwire:t-soon'],
      ['late', 'tripwire:t-late'],
    ]);
    const owed = new Map([['soon', { id: 'c9', owner: 'Head of claims', dueOn: date('2026-07-31') }]]);
    expect(entries(all, 'condition_overdue', owed)).toMatchObject([
      { id: 'soon', detail: 'Head of claims, since 31 Jul 2026', focus: 'condition:c9' },
    ]);
  });

  it('counts all, names the first eight, and puts kinds in the order of urgency', () => {
    const all = Array.from({ length: 30 }, (_, index) =>
      evaluated({ ...soundFacts('limited', { businessOwner: '' }), closedMonths: [] }, `i${index}`),
    );
    const items = needsAttention(all, AS_OF, NOTHING_OWED);
    expect(items.map(({ kind, count, first }) => [kind, count, first.length])).toEqual([
      ['missing_month', 30, 8],
      ['no_owner', 30, 8],
    ]);
  });
});

describe('openMonths()', () => {
  const names = (facts: Parameters<typeof openMonths>[0]) => openMonths(facts, AS_OF);
  it('runs from the first closed month to the last that is over', () => {
    const closedMonths = [month('2026-05'), month('2026-07')];
    expect(names({ lines: [costLine('c')], closedMonths })).toEqual([month('2026-06'), month('2026-08')]);
  });
  it('runs from the first month a line states, 12 months back at most', () => {
    const lines = [costLine('c', { startsOn: month('2020-01') })];
    expect(names({ lines, closedMonths: [] })).toHaveLength(12);
    const recent = [costLine('c', { startsOn: month('2026-07') })];
    expect(names({ lines: recent, closedMonths: [] })).toEqual([month('2026-07'), month('2026-08')]);
  });
  it('looks at the last month only where nothing says when it began, and at none without a line', () => {
    expect(names({ lines: [costLine('c')], closedMonths: [] })).toEqual([month('2026-08')]);
    expect(names({ lines: [], closedMonths: [] })).toEqual([]);
  });
});
