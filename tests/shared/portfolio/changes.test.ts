import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/domain/units.ts';
import type { EvaluatedInitiative } from '#shared/portfolio/attention-kinds.ts';
import { type ChangesInput, changesSince } from '#shared/portfolio/changes.ts';
import type { StageStep } from '#shared/portfolio/review-trail.ts';
import { AS_OF, date, decided, soundFacts } from '#tests/shared/decision/example-facts.ts';

function evaluated(id: string, createdAt = '2026-01-01T00:00:00.000Z'): EvaluatedInitiative {
  const facts = soundFacts();
  const own = {
    ...facts,
    initiative: { ...facts.initiative, id, name: `Agent ${id}`, createdAt: createdAt as Instant },
  };
  return { facts: own, result: decided(own), lastChangedOn: AS_OF };
}

const step = (initiativeId: string, from: StageStep['from'], to: StageStep['to'], on: string): StageStep => ({
  initiativeId,
  from,
  to,
  on: date(on),
});

const changes = (over: Partial<ChangesInput>) =>
  changesSince({
    all: [evaluated('a'), evaluated('b')],
    steps: [],
    after: date('2026-06-30'),
    recommended: null,
    added: null,
    sentence: ({ result }) => `${result.rule} says so`,
    ...over,
  });

describe('changesSince()', () => {
  it('tells verdicts that are not what the review recommended, with rule and reason', () => {
    // Nothing stands against either today: CONTINUE.
    const { verdicts } = changes({
      recommended: new Map([
        ['a', 'K3'],
        ['b', 'C1'],
      ]),
    });
    expect(verdicts).toEqual({
      count: 1,
      first: [
        {
          id: 'a',
          name: 'Agent a',
          from: { verdict: 'kill', rule: 'K3' },
          to: { verdict: 'continue', rule: 'C1' },
          reason: 'C1 says so',
        },
      ],
    });
    expect(changes({ recommended: new Map([['a', null]]) }).verdicts).toEqual({ count: 0, first: [] });
    expect(changes({}).verdicts).toBeNull();
  });

  it('tells what was added after the day, not on it', () => {
    const all = [evaluated('old', '2026-06-30T23:00:00.000Z'), evaluated('new', '2026-07-01T08:00:00.000Z')];
    expect(changes({ all }).fresh).toMatchObject({ count: 1, first: [{ id: 'new', on: '2026-07-01' }] });
  });

  it('joins the steps of one initiative, keeps retirements apart, and drops a way there and back', () => {
    const { moves, retired } = changes({
      steps: [
        step('a', 'idea', 'pilot', '2026-07-02'),
        step('b', 'pilot', 'retired', '2026-07-03'),
        step('a', 'pilot', 'limited', '2026-08-02'),
        step('gone', 'idea', 'pilot', '2026-08-03'),
      ],
    });
    expect(moves.first).toEqual([
      { id: 'a', name: 'Agent a', from: 'idea', to: 'limited', on: '2026-08-02' },
    ]);
    expect(retired.first).toMatchObject([{ id: 'b', from: 'pilot' }]);
    const back = [step('a', 'pilot', 'limited', '2026-07-02'), step('a', 'limited', 'pilot', '2026-07-09')];
    expect(changes({ steps: back }).moves.count).toBe(0);
  });

  it('sums what was added, most first, without what is no longer there', () => {
    const { months, evidence } = changes({
      added: {
        months: [
          { id: 'a', count: 1 },
          { id: 'b', count: 3 },
          { id: 'gone', count: 9 },
        ],
        evidence: [],
      },
    });
    expect(months).toMatchObject({ total: 4, count: 2, first: [{ id: 'b' }, { id: 'a' }] });
    expect(evidence).toEqual({ total: 0, count: 0, first: [] });
    expect(changes({}).months).toBeNull();
  });
});
