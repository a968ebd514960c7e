import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldText, readField } from '#renderer/features/initiative/details/field-value.ts';
import { FIELD_GROUPS } from '#renderer/features/initiative/details/initiative-fields.ts';
import { initiativeFields } from '#shared/api/schemas/initiative.ts';

const WHOLE = { type: 'whole', min: 1, max: 120, isRequired: false } as const;

describe('readField()', () => {
  test.each([
    [{ type: 'text', maxLength: 10 }, ' a ', 'a'],
    [{ type: 'text', maxLength: 10 }, '', ''],
    [{ type: 'choice', options: [] }, '', null],
    [{ type: 'date' }, '', null],
    [{ type: 'date' }, '2026-02-28', '2026-02-28'],
    [{ type: 'number' }, '', null],
    [{ type: 'number' }, '0', 0],
    [{ type: 'number' }, '1,234.5', 1234.5],
    [{ type: 'percent' }, '93', 0.93],
    [{ type: 'percent' }, '7 %', 0.07],
    [{ type: 'percent' }, '', null],
    [WHOLE, '12', 12],
    [WHOLE, '', null],
  ] as const)('of %j, %j', (kind, text, expected) => {
    expect(readField(kind, 'F', text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    [{ type: 'text', maxLength: 10, isRequired: true }, ' ', 'F cannot be blank.'],
    [{ type: 'date' }, '2026-02-30', 'There is no such day. Write it as 2026-03-31.'],
    [{ type: 'number' }, 'many', '“many” is not a number.'],
    [{ type: 'percent' }, '120', 'Write a percentage from 0 to 100.'],
    [WHOLE, '0', 'Write a whole number from 1 to 120.'],
    [WHOLE, '1.5', 'Write a whole number from 1 to 120.'],
    [{ ...WHOLE, isRequired: true }, '', 'Write a whole number from 1 to 120.'],
  ] as const)('refuses %j, %j', (kind, text, expected) => {
    expect(readField(kind, 'F', text)).toEqual({ ok: false, text: expected });
  });

  test('reads back what fieldText() shows of a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (n) => {
        const kind = { type: 'percent' } as const;
        expect(readField(kind, 'F', fieldText(kind, n / 10_000))).toEqual({ ok: true, value: n / 10_000 });
      }),
    );
  });
});

describe('FIELD_GROUPS', () => {
  test('hold every field of the contract once, save those of the stage', () => {
    const shown = FIELD_GROUPS.flatMap((group) => group.fields.map((field) => field.name));
    const elsewhere = ['stage', 'stageEnteredOn', 'isPaused', 'pausedMonths', 'plannedPilotMonths'];
    expect([...shown, ...elsewhere].sort()).toEqual(Object.keys(initiativeFields.shape).sort());
  });
});
