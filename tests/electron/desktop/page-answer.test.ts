import { describe, expect, it } from 'vitest';
import { answerPageRequest } from '#electron/desktop/page-answer.ts';
import type { Bundle } from '#electron/platform/bundle.ts';

const bundle: Bundle = {
  get: (path) =>
    path === '/assets/index.js' ? { type: 'text/javascript', body: Buffer.from('void 0') } : undefined,
  index: (nonce) => ({ type: 'text/html', body: Buffer.from(`<html nonce="${nonce}">`) }),
};
const get = (url: string, method = 'GET') => answerPageRequest(bundle, method, url);

describe('answerPageRequest()', () => {
  it.each([
    'app://bundle/',
    'app://bundle',
    'app://bundle/index.html',
    'app://bundle/index.html#/register',
    'app://bundle/index.html?x=%2e',
  ])('answers %s with the page', async (url) => {
    const answer = get(url);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect([answer.status, await answer.text()]).toEqual([200, `<html nonce="${nonce}">`]);
  });

  it('answers a built file with its type and the policy', async () => {
    const answer = get('app://bundle/assets/index.js');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/javascript',
      'void 0',
    ]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  });

  it.each<[string, number]>([
    ['app://bundle/../../package.json', 400],
    ['app://bundle/%2e%2e/%2e%2e/package.json', 400],
    ['app://bundle/..\\..\\package.json', 400],
    ['app://bundle/assets/%00index.js', 400],
    ['app://bundle/assets/\u0000index.js', 400],
    ['app://bundle/assets/index.js%2f..', 400],
    ['app://bundle.attacker.example/index.html', 400],
    ['app://user@bundle/index.html', 400],
    ['app://bundle:80/index.html', 400],
    ['app://other/index.html', 400],
    ['https://bundle/index.html', 400],
    ['file:///etc/passwd', 400],
    ['app://bundle//etc/passwd', 404],
    ['app://bundle/etc/passwd', 404],
    ['app://bundle/assets/', 404],
    ['app://bundle/assets/INDEX.JS', 404],
    ['app://bundle/main/main.js', 404],
  ])('refuses %j with %i and no body', async (url, status) => {
    const answer = get(url);
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('refuses %s', (method) => {
    expect(get('app://bundle/index.html', method).status).toBe(405);
  });
});
