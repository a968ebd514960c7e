import { describe, expect, it } from 'vitest';
import { hrefTo, parseHash, screenKey } from '#renderer/app/hash-location.ts';

describe('parseHash()', () => {
  it.each([
    ['', '/portfolio', ''],
    ['#', '/portfolio', ''],
    ['#/', '/portfolio', ''],
    ['#code=3fa9', '/portfolio', ''],
    ['#/register', '/register', ''],
    ['#/register/', '/register', ''],
    ['#/register?verdict=kill', '/register', 'verdict=kill'],
    ['#/register?q=what?', '/register', 'q=what?'],
    ['#/initiative/a1/value', '/initiative/a1/value', ''],
  ])('reads %j as path %j and search %j', (hash, path, search) => {
    expect(parseHash(hash)).toEqual({ path, search });
  });
});

describe('screenKey()', () => {
  it('is the same for the tabs of one initiative and another for the next initiative', () => {
    expect(screenKey('/initiative/a1/value')).toBe(screenKey('/initiative/a1/gaps'));
    expect(screenKey('/initiative/a2')).not.toBe(screenKey('/initiative/a1'));
  });
});

describe('hrefTo()', () => {
  it('leaves out empty and undefined values', () => {
    expect(hrefTo('/register', { verdict: 'kill', stage: undefined, q: '' })).toBe('#/register?verdict=kill');
    expect(hrefTo('/register')).toBe('#/register');
  });

  it('keeps commas and colons readable and escapes what would end the value', () => {
    expect(hrefTo('/register', { ids: 'a,b', q: 'R&D #1' })).toBe('#/register?ids=a,b&q=R%26D+%231');
  });

  it('is read back by parseHash()', () => {
    const { path, search } = parseHash(hrefTo('/register', { q: 'a=b&c?d', gap: 'data:2' }));
    expect(path).toBe('/register');
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({ q: 'a=b&c?d', gap: 'data:2' });
  });
});
