import { describe, expect, test } from 'vitest';
import {
  type DriverDraft,
  driverDraftOf,
  driverFromDraft,
  driverProblems,
  driverWith,
  emptyDriver,
} from '#renderer/features/initiative/forward/driver-draft.ts';
import { newDriver } from '#shared/api/schemas/forward-model.ts';
import type { Driver } from '#shared/domain/forward-model.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { driver, known } from './drivers.ts';

const AS_OF = '2026-09-30' as IsoDate;
const FULL: Driver = driver('t', {
  name: 'Tasks',
  unit: 'per month',
  p10: 14_000,
  p50: 18_000,
  p90: 22_000,
  datedOn: '2026-09-01' as IsoDate,
  grade: 'telemetry',
  isVolume: true,
  loadings: [{ factor: 'asset-1', loading: 0.5 }],
  measureCost: 300_000 as MinorUnits,
  measureDays: 2,
});

describe('driverFromDraft()', () => {
  test.each([FULL, known('k', 48), driver('blank')])(
    'gives back the driver its form was made of: %j',
    (one) => {
      const { id: _, initiativeId: __, sortOrder: ___, ...expected } = one;
      const made = driverFromDraft(driverDraftOf(one, 'EUR'), AS_OF, 'EUR');
      expect(made).toEqual(expected);
      expect(newDriver.safeParse(made).success).toBe(true);
    },
  );

  test('stores a known number three times', () => {
    const draft: DriverDraft = { ...emptyDriver(AS_OF), name: 'Rate', isKnown: true, p50: '48' };
    expect(driverFromDraft(draft, AS_OF, 'EUR')).toMatchObject({ p10: 48, p50: 48, p90: 48 });
  });
});

describe('driverProblems()', () => {
  const draft = driverDraftOf(FULL, 'EUR');
  const loading = (factor: string, text: string, key = 0) => ({ key, factor, loading: text });
  test.each([
    [{ name: ' ' }, 'name'],
    [{ p50: '9' }, 'p10'],
    [{ p50: '14001' }, 'p50'],
    [{ isKnown: true, p50: '-1' }, 'p50'],
    [{ datedOn: '2026-10-01' }, 'datedOn'],
    [{ datedOn: 'soon' }, 'datedOn'],
    [{ measureCost: '-5' }, 'measureCost'],
    [{ measureDays: '1.5' }, 'measureDays'],
    [{ loadings: [loading('', '.5')] }, 'loadings'],
    [{ loadings: [loading('a', '1.2')] }, 'loadings'],
    [{ loadings: [loading('a', '')] }, 'loadings'],
    [{ loadings: [loading('a', '.1'), loading('a', '.1', 1)] }, 'loadings'],
    // .7^2 + .7^2 = .98 > .95.
    [{ loadings: [loading('a', '.7'), loading('b', '-.7', 1)] }, 'loadings'],
  ] as const)('of %j is at %s', (change, field) => {
    expect(Object.keys(driverProblems({ ...draft, ...change }, AS_OF, 'EUR'))).toEqual([field]);
    expect(driverFromDraft({ ...draft, ...change }, AS_OF, 'EUR')).toBeNull();
  });

  test('lets loadings share up to .95 of the driver', () => {
    const loadings = [loading('a', '.6'), loading('b', '.7', 1)];
    expect(driverProblems({ ...draft, loadings }, AS_OF, 'EUR')).toEqual({});
  });
});

describe('driverWith()', () => {
  test('is what a command takes, with the change', () => {
    const made = driverWith(FULL, { p10: 13_000 });
    expect(newDriver.safeParse(made).success).toBe(true);
    expect(made).toMatchObject({ name: 'Tasks', p10: 13_000, p50: 18_000 });
  });
});
