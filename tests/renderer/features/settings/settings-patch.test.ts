import { describe, expect, it } from 'vitest';
import { settingsPatch } from '#renderer/features/settings/settings-patch.ts';

const STORED = { name: 'Halden Mutual', currency: 'EUR', fiscalYearStart: 1, reviewer: 'Program lead' };

describe('settingsPatch()', () => {
  it('is empty when only spaces differ', () => {
    expect(settingsPatch(STORED, { ...STORED, name: ' Halden Mutual ' })).toEqual({});
  });

  it('holds what was changed and nothing else', () => {
    expect(settingsPatch(STORED, { ...STORED, currency: 'USD', reviewer: '' })).toEqual({
      currency: 'USD',
      reviewer: '',
    });
    expect(settingsPatch(STORED, { ...STORED, name: 'Other', fiscalYearStart: 4, reviewer: 'CFO' })).toEqual({
      name: 'Other',
      fiscalYearStart: 4,
      reviewer: 'CFO',
    });
  });
});
