import { describe, expect, test } from 'vitest';
import { starterFor } from '#renderer/features/initiative/forward/starter-shape.ts';
import { newDriver, newScope, newScopeLine } from '#shared/api/schemas/forward-model.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { driver, scope, scopeLine } from './drivers.ts';

const NOTHING = { drivers: [], scopes: [] };
const ACTIVE = ['idea', 'pilot', 'limited', 'scaled'] as const satisfies readonly Stage[];

describe('starterFor()', () => {
  // The scopes methodology 2.6 asks for in each stage.
  test.each([
    ['idea', ['pilot', 'limited']],
    ['pilot', ['pilot', 'limited']],
    ['limited', ['limited', 'scaled']],
    ['scaled', ['scaled']],
    ['retired', []],
  ] as const)('of %s makes the scopes %j', (stage, expected) => {
    expect(starterFor(stage, NOTHING, 'EUR').scopes.map((one) => one.stage)).toEqual(expected);
  });

  test.each(ACTIVE)('of %s guesses no number and no month', (stage) => {
    const { drivers, scopes } = starterFor(stage, NOTHING, 'EUR');
    for (const one of drivers) {
      expect([one.p10, one.p50, one.p90, one.datedOn, one.grade]).toEqual([null, null, null, null, null]);
      expect(newDriver.safeParse(one).success).toBe(true);
    }
    for (const one of scopes) {
      expect(newScope.safeParse(one.scope).success).toBe(true);
      expect([one.scope?.decisionMonth, one.scope?.buildMonths, one.scope?.rampMonths]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  test.each(ACTIVE)(
    'of %s makes lines of drivers that exist, each driver once and every one used',
    (stage) => {
      const { drivers, scopes } = starterFor(stage, NOTHING, 'EUR');
      const names = drivers.map((one) => one.name);
      const used = scopes.flatMap((one) => one.lines.flatMap((line) => line.drivers));
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(used)).toEqual(new Set(names));
      for (const line of scopes.flatMap((one) => one.lines)) {
        const { drivers: ids, ...rest } = line;
        const made = { ...rest, role: null, driverIds: ids.map((_, index) => `d${index}`) };
        expect(newScopeLine.safeParse(made).success).toBe(true);
      }
    },
  );

  test('has the typical lines of production, minutes turned into hours, and a one-off only for what comes later', () => {
    const { scopes } = starterFor('limited', NOTHING, 'EUR');
    const shape = scopes.map((one) => one.lines.map((line) => `${line.kind} ${line.name}`));
    expect(shape[0]).toEqual([
      'benefit Value of successful tasks',
      'variable Inference',
      'variable Review by people',
      'variable Errors',
      'fixed Platform',
      'fixed Team',
    ]);
    expect(shape[1]).toEqual([...(shape[0] ?? []), 'once Build']);
    const review = scopes[0]?.lines.find((line) => line.name === 'Review by people');
    expect(review?.constant).toBe(1 / 60);
  });

  test('marks the tasks of each scope as volumes and nothing else', () => {
    const { drivers } = starterFor('limited', NOTHING, 'EUR');
    expect(drivers.filter((one) => one.isVolume).map((one) => one.name)).toEqual([
      'Tasks, limited production',
      'Tasks, scaled',
    ]);
  });

  test('adds only what is not there: a scope somebody began is left alone, drivers are shared by name', () => {
    const existing = {
      drivers: [driver('s', { name: 'Success rate' })],
      scopes: [scope('limited', { lines: [scopeLine('l')] }), scope('scaled')],
    };
    const { drivers, scopes } = starterFor('limited', existing, 'EUR');
    expect(drivers.map((one) => one.name)).not.toContain('Success rate');
    expect(scopes.map((one) => [one.stage, one.scope])).toEqual([['scaled', null]]);
    expect(scopes[0]?.lines).toHaveLength(7);
  });
});
