import { describe, expect, it } from 'vitest';
import { initiativeFields } from '#shared/api/schemas/initiative.ts';
import { FIELD_DEFINITIONS, fieldDefinition } from '#shared/intake/fields.ts';

const SHAPE = initiativeFields.shape as Record<
  string,
  { safeParse: (v: unknown) => { success: boolean } } | undefined
>;

describe('FIELD_DEFINITIONS', () => {
  it('covers every fact of the contract', () => {
    const own = FIELD_DEFINITIONS.map((d) => d.field);
    expect(own).toEqual(expect.arrayContaining(Object.keys(SHAPE)));
    expect(new Set(own).size).toBe(own.length);
  });

  it('has no name twice: headers of our own export must tell columns apart', () => {
    const names = FIELD_DEFINITIONS.map((d) => d.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('allows exactly what the contract allows', () => {
    for (const { field, type } of FIELD_DEFINITIONS) {
      const schema = SHAPE[field];
      if (!schema) continue;
      const accepts = (value: unknown) => schema.safeParse(value).success;
      if (type.kind === 'text') {
        expect([field, accepts('x'.repeat(type.max)), accepts('x'.repeat(type.max + 1))]).toEqual([
          field,
          true,
          false,
        ]);
      } else if (type.kind === 'number') {
        for (const [limit, beyond] of [
          [type.min, -1],
          [type.max, 1],
        ] as const) {
          if (limit !== undefined)
            expect([field, accepts(limit), accepts(limit + beyond)]).toEqual([field, true, false]);
        }
      } else if (type.kind === 'choice' && field !== 'isPaused') {
        for (const { value } of type.choices) expect([field, accepts(value)]).toEqual([field, true]);
      }
    }
  });
});

describe('fieldDefinition()', () => {
  it('knows its own names only', () => {
    expect(fieldDefinition('dataLevel')?.isRequired).toBe(false);
    expect(fieldDefinition('stage')?.isRequired).toBe(true);
    expect(fieldDefinition('constructor')).toBeUndefined();
  });
});
