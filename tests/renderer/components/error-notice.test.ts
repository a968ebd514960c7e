import { describe, expect, it } from 'vitest';
import { placeOf } from '#renderer/components/error-notice.tsx';

describe('placeOf()', () => {
  it.each([
    [undefined, ''],
    [{}, ''],
    [{ file: 'claims.csv' }, 'claims.csv'],
    [{ file: 'claims.csv', row: 12, column: 'Stage' }, 'claims.csv, row 12, column Stage'],
    [{ field: 'name' }, ''],
    [{ column: '2026-09' }, ''],
  ])('writes %j as %j', (details, expected) => {
    expect(placeOf(details)).toBe(expected);
  });
});
