import { describe, expect, test } from 'vitest';
import {
  amountAtP50,
  productFactors,
  totalsAtP50,
  unitsText,
} from '#renderer/features/initiative/forward/line-amount.ts';
import { byId, driver, known, scope, scopeLine } from './drivers.ts';

// The limited scope of the worked example (methodology 2.7) at P50.
const DRIVERS = byId([
  known('tasks', 5000, { name: 'Tasks' }),
  known('success', 0.84),
  known('value', 5.4),
  known('inference', 0.18),
  known('share', 0.2, { name: 'Review share' }),
  known('minutes', 2.6, { name: 'Minutes' }),
  known('rate', 48, { name: 'Rate' }),
  known('errors', 0.09),
  known('platform', 4000),
  known('team', 0.5),
  driver('blank'),
]);
const LIMITED = scope('limited', {
  lines: [
    scopeLine('b', { constant: 0.8, driverIds: ['tasks', 'success', 'value'] }),
    scopeLine('i', { kind: 'variable', driverIds: ['tasks', 'inference'] }),
    scopeLine('o', { kind: 'variable', constant: 1 / 60, driverIds: ['tasks', 'share', 'minutes', 'rate'] }),
    scopeLine('e', { kind: 'variable', driverIds: ['tasks', 'errors'] }),
    scopeLine('p', { kind: 'fixed', driverIds: ['platform'] }),
    scopeLine('t', { kind: 'fixed', constant: 9000, driverIds: ['team'], role: 'Engineer' }),
  ],
});

describe('totalsAtP50()', () => {
  test('are b 18,144, v 3,430 and f 8,500 of the worked example', () => {
    const totals = totalsAtP50(LIMITED, DRIVERS);
    expect(totals.map((total) => total.kind)).toEqual(['benefit', 'variable', 'fixed']);
    expect(totals.map((total) => Math.round((total.amount ?? 0) * 1e6) / 1e6)).toEqual([18_144, 3430, 8500]);
  });

  test('are unknown for a kind with a blank driver, never less', () => {
    const lines = [...LIMITED.lines, scopeLine('x', { kind: 'fixed', driverIds: ['blank'] })];
    expect(totalsAtP50({ ...LIMITED, lines }, DRIVERS).map((total) => total.amount === null)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('amountAtP50()', () => {
  test('squares a driver named twice', () => {
    expect(amountAtP50(scopeLine('l', { driverIds: ['platform', 'platform'] }), DRIVERS)).toBe(16_000_000);
  });

  test('is unknown while a driver is blank or gone', () => {
    expect(amountAtP50(scopeLine('l', { driverIds: ['tasks', 'blank'] }), DRIVERS)).toBeNull();
    expect(amountAtP50(scopeLine('l', { driverIds: ['gone'] }), DRIVERS)).toBeNull();
  });
});

describe('productFactors()', () => {
  test.each([
    [{ driverIds: ['tasks'] }, 'Tasks'],
    [
      { constant: 1 / 60, driverIds: ['tasks', 'share', 'minutes', 'rate'] },
      '1/60 × Tasks × Review share × Minutes × Rate',
    ],
    [{ constant: 9000, driverIds: ['tasks'], role: 'Engineer' }, '(9,000 + price of Engineer) × Tasks'],
    [{ constant: 1, driverIds: ['tasks'], role: 'Engineer' }, '(1 + price of Engineer) × Tasks'],
    [{ driverIds: ['gone'] }, 'a removed driver'],
  ])('of %j is %s', (change, expected) => {
    expect(productFactors(scopeLine('l', change), DRIVERS).join(' × ')).toBe(expected);
  });
});

test.each([
  [18_144.4, '18,144'],
  [99.999, '100'],
  [0.184, '0.18'],
  [-250.5, '−250'],
])('unitsText() of %d is %s', (amount, expected) => {
  expect(unitsText(amount)).toBe(expected);
});
