import { describe, expect, test } from 'vitest';
import { filterRegister } from '#renderer/features/register/filter-register.ts';
import {
  activeChips,
  facetChoices,
  ownerChoices,
  rangeWords,
  toggleFacet,
} from '#renderer/features/register/register-facets.ts';
import { EMPTY_QUERY, parseRegisterQuery } from '#renderer/features/register/register-query.ts';
import { registerRow } from './rows.ts';

const ROWS = [
  registerRow({ id: 'a', unit: 'Claims', stage: 'pilot' }),
  registerRow({ id: 'b', unit: 'Claims', stage: 'idea' }),
  registerRow({ id: 'c', unit: '', stage: 'retired', verdict: null, rule: null }),
];

const money = (minor: number) => `<${minor}>`;

describe('facetChoices()', () => {
  test('counts under the other filters, not under its own', () => {
    const query = { ...EMPTY_QUERY, stages: ['pilot'], units: ['Claims'] } as const;
    const stages = facetChoices(ROWS, query, 'stages').map((choice) => [
      choice.value,
      choice.count,
      choice.isChosen,
    ]);
    expect(stages).toEqual([
      ['idea', 1, false],
      ['pilot', 1, true],
      ['limited', 0, false],
      ['scaled', 0, false],
      ['retired', 0, false],
    ]);
  });

  test('lists units by frequency after the chosen, even one that has gone', () => {
    const query = { ...EMPTY_QUERY, units: ['Gone'] };
    expect(facetChoices(ROWS, query, 'units').map((choice) => [choice.name, choice.count])).toEqual([
      ['Gone', 0],
      ['Claims', 2],
      ['No unit', 1],
    ]);
  });

  test('counts what has no verdict', () => {
    expect(facetChoices(ROWS, EMPTY_QUERY, 'verdicts').find((choice) => choice.value === 'none')?.count).toBe(
      1,
    );
  });
});

describe('the filter for what still computes', () => {
  const waiting = registerRow({ id: 'w', verdict: null, rule: null, isComputing: true });
  const choices = (rows: typeof ROWS) =>
    facetChoices(rows, EMPTY_QUERY, 'verdicts').map((choice) => choice.value);

  test('shows only when it would find something, and is not counted as retired', () => {
    expect(choices(ROWS)).not.toContain('computing');
    expect(choices([...ROWS, waiting])).toContain('computing');
    const counts = facetChoices([...ROWS, waiting], EMPTY_QUERY, 'verdicts');
    expect(counts.find((choice) => choice.value === 'none')?.count).toBe(1);
  });

  test('finds exactly those', () => {
    const query = parseRegisterQuery('verdict=computing');
    expect(filterRegister([...ROWS, waiting], query)).toEqual([waiting]);
    expect(activeChips(query, money).map((chip) => chip.label)).toEqual(['Verdict: Computing']);
  });
});

describe('ownerChoices()', () => {
  test('counts a person once a row, the chosen first', () => {
    const rows = [
      registerRow({ id: '1', businessOwner: 'Ada', technicalOwner: ' Ada ' }),
      registerRow({ id: '2', businessOwner: 'Bo', technicalOwner: 'Ada' }),
      registerRow({ id: '3', businessOwner: 'Cy' }),
    ];
    const named = (search: string) =>
      ownerChoices(rows, parseRegisterQuery(search)).map((one) => `${one.name} ${one.count}`);
    expect(named('')).toEqual(['Ada 2', 'Bo 1', 'Cy 1']);
    expect(named('owned=Cy')).toEqual(['Cy 1', 'Ada 2', 'Bo 1']);
    expect(named('owned=Gone')).toEqual(['Gone 0', 'Ada 2', 'Bo 1', 'Cy 1']);
  });
});

describe('rangeWords()', () => {
  test.each([
    [{ min: 1, max: 2 }, 'Cost 3 m <1> to <2>'],
    [{ min: null, max: 0 }, 'Cost 3 m at most <0>'],
    [{ min: 0, max: null }, 'Cost 3 m at least <0>'],
  ])('of %j', (range, expected) => {
    expect(rangeWords('cost', range, money)).toBe(expected);
  });
});

describe('toggleFacet()', () => {
  test('adds and takes away', () => {
    const once = toggleFacet(EMPTY_QUERY, 'units', 'A');
    expect(once.units).toEqual(['A']);
    expect(toggleFacet(once, 'units', 'A').units).toEqual([]);
  });
});

describe('activeChips()', () => {
  test('names every filter in force and takes exactly it away', () => {
    const query = parseRegisterQuery(
      'stage=pilot&verdict=kill&rule=K1&unit=&owner=missing&gap=data:3&ids=a&owned=Ada&cost=1..2&value=3..',
    );
    const chips = activeChips(query, money);
    expect(chips.map((chip) => chip.label)).toEqual([
      'A list of 1 initiative',
      'Stage: Pilot',
      'Verdict: KILL',
      'Rule: K1 Hard gate failure',
      'Unit: No unit',
      'Either owner missing',
      'Owner: Ada',
      'Cost 3 m <1> to <2>',
      'E at least <3>',
      'Data readiness below 3',
    ]);
    for (const chip of chips) expect(activeChips(chip.without, money)).toHaveLength(chips.length - 1);
  });
});
