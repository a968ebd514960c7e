import { describe, expect, test } from 'vitest';
import { tabForKey, tabOf } from '#renderer/features/initiative/initiative-tabs.ts';
import { stageAge } from '#renderer/features/initiative/stage-age.ts';

describe('tabOf()', () => {
  test.each([
    [undefined, 'summary'],
    ['value', 'value'],
    ['Value', 'summary'],
    ['constructor', 'summary'],
  ])('of %j is %s', (route, expected) => {
    expect(tabOf(route)).toBe(expected);
  });
});

describe('tabOf() with a place', () => {
  test.each([
    ['details', 'tripwire:t1', 'tripwires'],
    ['details', 'incident:i1', 'risk'],
    ['details', 'field:riskClass', 'risk'],
    ['details', 'field:businessOwner', 'details'],
    ['details', 'condition:c1', 'details'],
    ['gaps', 'tripwire:t1', 'gaps'],
    ['details', null, 'details'],
  ])('leads an old address %s with %j to %s', (route, place, expected) => {
    expect(tabOf(route, place)).toBe(expected);
  });
});

describe('tabForKey()', () => {
  test.each([
    ['summary', 'ArrowRight', 'gaps'],
    ['activity', 'ArrowRight', 'summary'],
    ['summary', 'ArrowLeft', 'activity'],
    ['value', 'Home', 'summary'],
    ['value', 'End', 'activity'],
    ['value', 'x', undefined],
  ] as const)('from %s with %s goes to %j', (tab, key, expected) => {
    expect(tabForKey(tab, key)).toBe(expected);
  });
});

describe('stageAge()', () => {
  test.each([
    [{ stage: 'pilot', monthsInStage: 4, timeBoxMonths: 9 }, 'month 5, time-box 9'],
    [{ stage: 'limited', monthsInStage: 0, timeBoxMonths: null }, 'month 1'],
    [{ stage: 'pilot', monthsInStage: null, timeBoxMonths: 9 }, ''],
    [{ stage: 'retired', monthsInStage: 4, timeBoxMonths: null }, ''],
  ] as const)('of %j is %j', (decision, expected) => {
    expect(stageAge(decision)).toBe(expected);
  });
});
