import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NONCE_PLACEHOLDER, readBundle } from '#electron/platform/bundle.ts';
import { contentSecurityPolicy, newNonce } from '#electron/platform/page-policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotage-bundle-test-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    `<script nonce="${NONCE_PLACEHOLDER}"></script><meta nonce="${NONCE_PLACEHOLDER}">`,
  );
  writeFileSync(join(folder, 'assets/index-1a.js'), 'void 0');
  writeFileSync(join(folder, 'assets/index-1a.js.map'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readBundle()', () => {
  it('holds the built files under their paths and nothing else', () => {
    const bundle = readBundle(folder);
    expect(bundle.get('/assets/index-1a.js')).toEqual({
      type: 'text/javascript; charset=utf-8',
      body: Buffer.from('void 0'),
    });
    for (const path of [
      '/assets',
      '/assets/',
      '/assets/index-1a.js.map',
      '/index.html',
      'assets/index-1a.js',
      '/constructor',
    ]) {
      expect(bundle.get(path)).toBeUndefined();
    }
  });

  it('answers from memory: a file that changes on disk is not served', () => {
    const bundle = readBundle(folder);
    writeFileSync(join(folder, 'assets/index-1a.js'), 'alert(1)');
    writeFileSync(join(folder, 'assets/late.js'), 'alert(1)');
    expect(bundle.get('/assets/index-1a.js')?.body.toString()).toBe('void 0');
    expect(bundle.get('/assets/late.js')).toBeUndefined();
  });

  it('puts the nonce of the load everywhere the build left room for it', () => {
    const page = readBundle(folder).index('abc').body.toString();
    expect(page).toBe('<script nonce="abc"></script><meta nonce="abc">');
  });

  it('says what to do when there is no built page', () => {
    rmSync(join(folder, 'index.html'));
    expect(() => readBundle(folder)).toThrow('npm run build');
  });
});

describe('contentSecurityPolicy()', () => {
  it('starts from nothing and allows the bundle and the nonce', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc';/);
    for (const part of [
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "connect-src 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });

  it('gets a nonce of 128 random bits each time', () => {
    const nonces = new Set(Array.from({ length: 100 }, newNonce));
    expect(nonces.size).toBe(100);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });
});
