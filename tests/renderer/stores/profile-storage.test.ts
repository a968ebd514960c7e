import { afterEach, describe, expect, it, vi } from 'vitest';
import { readProfile, writeProfile } from '#renderer/stores/profile-storage.ts';

/** A browser's storage and cookies, as much of them as is used. */
function browser(stored: Record<string, string>, cookies: Map<string, string>) {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
  });
  vi.stubGlobal('location', { protocol: 'http:' });
  vi.stubGlobal('document', {
    get cookie() {
      return [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    },
    set cookie(text: string) {
      const [key = '', value = ''] = (text.split(';')[0] ?? '').split('=');
      cookies.set(key, value);
    },
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('readProfile()', () => {
  it('finds on another port what was kept on the last one', () => {
    const cookies = new Map<string, string>();
    browser({}, cookies);
    writeProfile('a', { isDiscreet: true, text: 'x; y' });
    browser({}, cookies);
    expect(readProfile('a')).toEqual({ isDiscreet: true, text: 'x; y' });
  });

  it('keeps what is too large for a cookie in this page’s storage alone', () => {
    const cookies = new Map<string, string>();
    const stored: Record<string, string> = {};
    browser(stored, cookies);
    writeProfile('a', 'x'.repeat(4000));
    expect(cookies.size).toBe(0);
    expect(readProfile('a')).toBe('x'.repeat(4000));
  });

  it('knows nothing where storage is damaged or missing', () => {
    browser({ a: '{' }, new Map([['a', '%']]));
    expect(readProfile('a')).toBeNull();
    vi.unstubAllGlobals();
    expect(readProfile('a')).toBeNull();
    expect(() => writeProfile('a', 1)).not.toThrow();
  });
});
