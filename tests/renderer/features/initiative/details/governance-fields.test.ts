import { describe, expect, test } from 'vitest';
import { GOVERNANCE_FIELDS, NO_GOVERNANCE } from '#renderer/features/initiative/details/governance-fields.ts';
import { governance } from '#shared/api/schemas/trace.ts';

function fieldOf(key: string) {
  const found = GOVERNANCE_FIELDS.find((field) => field.key === key);
  if (!found) throw new Error(`there is no field ${key}`);
  return found;
}

describe('GOVERNANCE_FIELDS', () => {
  test('cover every fact on record', () => {
    const keys = new Set(GOVERNANCE_FIELDS.map(({ key }) => key));
    const plain = Object.keys(NO_GOVERNANCE).filter((key) => key !== 'framework');
    expect(plain.filter((key) => !keys.has(key))).toEqual([]);
    expect([...keys].filter((key) => key.endsWith('-status'))).toHaveLength(4);
  });

  test.each(GOVERNANCE_FIELDS.map((field) => [field.key, field] as const))(
    '%s changes itself alone and gives back what was written',
    (_key, field) => {
      const value =
        field.kind.type === 'date'
          ? '2026-03-31'
          : field.kind.type === 'choice'
            ? (field.kind.options.at(-1)?.value ?? '')
            : 'text';
      const written = field.write(NO_GOVERNANCE, value);
      expect(field.read(written)).toBe(value);
      expect(governance.safeParse(written).success).toBe(true);
      const others = GOVERNANCE_FIELDS.filter((other) => other.key.split('-')[0] !== field.key.split('-')[0]);
      for (const other of others) expect(other.read(written)).toBe(other.read(NO_GOVERNANCE));
    },
  );

  test('a status keeps its link, and taking the status back takes the row away', () => {
    const linked = fieldOf('map-link').write(fieldOf('map-status').write(NO_GOVERNANCE, '3'), 'wiki/map');
    expect(linked.framework).toEqual([{ function: 'map', status: 3, link: 'wiki/map' }]);
    expect(fieldOf('map-status').write(linked, '4').framework).toEqual([
      { function: 'map', status: 4, link: 'wiki/map' },
    ]);
    expect(fieldOf('map-status').write(linked, null).framework).toEqual([]);
  });
});
