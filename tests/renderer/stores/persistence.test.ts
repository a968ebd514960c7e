import { describe, expect, it } from 'vitest';
import { type Persistence, restore, toStored } from '#renderer/stores/persistence.ts';
import { PREFERENCES } from '#renderer/stores/preferences.ts';

interface State {
  readonly theme: 'light' | 'dark';
  readonly open: boolean;
}
const RULES: Persistence<State> = {
  theme: {
    keep: 'local',
    initial: 'light',
    isValid: (v): v is State['theme'] => v === 'light' || v === 'dark',
  },
  open: { keep: 'never', initial: false, isValid: (v): v is boolean => typeof v === 'boolean' },
};

describe('restore()', () => {
  it.each([
    [null, 'light'],
    ['nonsense', 'light'],
    [[], 'light'],
    [{ theme: 'dark' }, 'dark'],
    [{ theme: 'purple' }, 'light'],
    [{ theme: { toString: 1 } }, 'light'],
    [Object.create({ theme: 'dark' }), 'light'],
  ])('repairs %j to theme %s', (stored, theme) => {
    expect(restore(RULES, stored)).toEqual({ theme, open: false });
  });

  it('does not bring back what is never kept', () => {
    expect(restore(RULES, { open: true }).open).toBe(false);
  });
});

describe('toStored()', () => {
  it('keeps only what is to be kept, and restore() reads it back', () => {
    const stored = toStored(RULES, { theme: 'dark', open: true });
    expect(stored).toEqual({ theme: 'dark' });
    expect(restore(RULES, JSON.parse(JSON.stringify(stored)))).toEqual({ theme: 'dark', open: false });
  });
});

describe('PREFERENCES', () => {
  it('has a believable initial value for every key', () => {
    for (const rule of Object.values(PREFERENCES)) expect(rule.isValid(rule.initial)).toBe(true);
  });
});
