import { describe, expect, it } from 'vitest';
import { rowFingerprint, rowIdentity } from '#shared/intake/identity.ts';

describe('rowIdentity()', () => {
  it('compares name and unit loosely and keeps them apart', () => {
    expect(rowIdentity({ name: ' Claims  Triage', unit: 'HR' })).toBe(
      rowIdentity({ name: 'claims triage', unit: 'hr ' }),
    );
    expect(rowIdentity({ name: 'a', unit: 'b c' })).not.toBe(rowIdentity({ name: 'a b', unit: 'c' }));
  });
});

describe('rowFingerprint()', () => {
  it('is the same for cells that say the same', () => {
    expect(rowFingerprint(['a ', 'x\r\ny', '', ' '])).toBe(rowFingerprint(['a', 'x\ny']));
  });

  it('differs when a cell differs or stands elsewhere', () => {
    const prints = [['a', 'b'], ['b', 'a'], ['a', '', 'b'], ['', 'a', 'b'], ['a","b'], ['A', 'b']].map(
      rowFingerprint,
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
});
