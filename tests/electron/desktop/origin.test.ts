import { describe, expect, it } from 'vitest';
import { pageOrigins } from '#electron/desktop/origin.ts';
import { mayLoad, mayUse } from '#electron/desktop/page-rights.ts';

const DEV = 'http://localhost:5173';
const shipped = pageOrigins(true, DEV);
const developed = pageOrigins(false, DEV);

const FOREIGN = [
  'https://bundle/index.html',
  'http://bundle/',
  'app://bundle.attacker.example/',
  'app://attacker@bundle/',
  'app://bundle:8080/',
  'app:bundle',
  'app:///bundle/index.html',
  'file:///index.html',
  'file://bundle/index.html',
  'javascript:alert(1)',
  'data:text/html,app://bundle',
  'blob:app://bundle/1',
  'about:blank',
  'https://attacker.example/?app://bundle/',
  'not an address',
  '',
];

describe('pageOrigins()', () => {
  it.each(['app://bundle/index.html', 'app://bundle/index.html#/register', 'app://bundle'])(
    'knows %s as its own',
    (url) => {
      expect(shipped.isOwn(url)).toBe(true);
    },
  );

  it.each(FOREIGN)('knows %j as foreign', (url) => {
    expect(shipped.isOwn(url)).toBe(false);
    expect(developed.isOwn(url)).toBe(false);
  });

  it('listens to the address of a development server only when it is not packaged', () => {
    expect([shipped.isOwn(`${DEV}/index.html`), shipped.start]).toEqual([false, 'app://bundle/index.html']);
    expect([developed.isOwn(`${DEV}/index.html`), developed.start]).toEqual([true, DEV]);
    expect(developed.isOwn('http://localhost:5174/')).toBe(false);
  });
});

describe('mayLoad()', () => {
  it.each(['app://bundle/assets/a.js', 'data:image/png;base64,AA==', 'blob:app://bundle/1'])(
    'allows %s',
    (url) => {
      expect(mayLoad(url, shipped)).toBe(true);
    },
  );

  it.each([
    'https://example.com/',
    'http://127.0.0.1:80/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'ftp://a/',
    'devtools://devtools/x',
    DEV,
  ])('cancels %s in a shipped app', (url) => {
    expect(mayLoad(url, shipped)).toBe(false);
  });

  it('allows the live reload of the development server it was given', () => {
    expect([mayLoad('ws://localhost:5173/', developed), mayLoad('ws://localhost:9/', developed)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('mayUse()', () => {
  it.each([
    'geolocation',
    'media',
    'notifications',
    'clipboard-read',
    'midi',
    'openExternal',
    'fileSystem',
    'hid',
    'usb',
  ])('denies %s', (permission) => {
    expect(mayUse(permission, 'app://bundle/index.html', shipped)).toBe(false);
  });

  it('lets its own page, and no other, copy text', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://bundle/index.html', shipped)).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'https://attacker.example/', shipped)).toBe(false);
  });
});
