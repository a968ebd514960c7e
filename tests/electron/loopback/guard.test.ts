import { describe, expect, it } from 'vitest';
import {
  CALL_BODY_LIMIT,
  judgeRequest,
  type RequestHead,
  UPLOAD_BODY_LIMIT,
} from '#electron/loopback/guard.ts';

const PORT = 40123;
const HOST = `127.0.0.1:${PORT}`;
const BEARER = 'B'.repeat(43);
const CONTROL = 'C'.repeat(43);
const context = {
  port: PORT,
  isBearer: (token: string) => token === BEARER,
  isControl: (token: string) => token === CONTROL,
};

type Overrides = Readonly<Record<string, string | undefined>>;

function head(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  change: Overrides = {},
): RequestHead {
  const all: Record<string, string | undefined> = { ...headers, ...change };
  return {
    method,
    url,
    rawHeaders: Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
  };
}

const own = {
  Host: HOST,
  Origin: `http://${HOST}`,
  'Sec-Fetch-Site': 'same-origin',
  Authorization: `Bearer ${BEARER}`,
  'Content-Type': 'application/json',
  'Content-Length': '2',
};
const call = (change: Overrides = {}, url = '/api/getPortfolio', method = 'POST') =>
  head(method, url, own, change);
const upload = (change: Overrides = {}) =>
  head(
    'POST',
    '/upload',
    { ...own, 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.csv' },
    change,
  );
const control = (change: Overrides = {}) =>
  head(
    'POST',
    '/control',
    {
      Host: HOST,
      Authorization: `Bearer ${CONTROL}`,
      'Content-Type': 'application/json',
      'Content-Length': '2',
    },
    change,
  );

describe('judgeRequest()', () => {
  it.each([
    ['the page', head('GET', '/', { Host: HOST, 'Sec-Fetch-Site': 'none' }), { kind: 'page', pathname: '/' }],
    [
      'a file of the page',
      head('GET', '/assets/index-1a.js', { Host: HOST }),
      { kind: 'page', pathname: '/assets/index-1a.js' },
    ],
    [
      'a link to the page elsewhere',
      head('GET', '/', {
        Host: HOST,
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'document',
      }),
      { kind: 'page', pathname: '/' },
    ],
    ['the exchange of a code', call({ Authorization: undefined }, '/session'), { kind: 'session' }],
    ['a call', call(), { kind: 'call', name: 'getPortfolio' }],
    [
      'a call from a browser without Sec-Fetch-Site',
      call({ 'Sec-Fetch-Site': undefined }),
      { kind: 'call', name: 'getPortfolio' },
    ],
    ['the event stream', call({}, '/events'), { kind: 'events' }],
    [
      'an upload',
      upload({ 'X-File-Name': '%C3%A4.csv', 'Content-Length': '7' }),
      { kind: 'upload', fileName: 'ä.csv', size: 7 },
    ],
    ['a second start', control(), { kind: 'control' }],
  ])('lets %s through', (_what, request, verdict) => {
    expect(judgeRequest(request, context)).toEqual(verdict);
  });

  it.each<[string, RequestHead, number]>([
    ['a missing Host', call({ Host: undefined }), 403],
    ['an empty Host', call({ Host: '' }), 403],
    ['a rebound name', call({ Host: `attacker.example:${PORT}` }), 403],
    ['localhost', call({ Host: `localhost:${PORT}` }), 403],
    ['the IPv6 loopback', call({ Host: `[::1]:${PORT}` }), 403],
    ['another loopback address', call({ Host: `127.0.0.2:${PORT}` }), 403],
    ['another port', call({ Host: '127.0.0.1:1' }), 403],
    ['no port', call({ Host: '127.0.0.1' }), 403],
    ['a trailing dot', call({ Host: `127.0.0.1.:${PORT}` }), 403],
    ['a rebound name on the page itself', head('GET', '/', { Host: `attacker.example:${PORT}` }), 403],
    ['a second Host', { ...call(), rawHeaders: [...call().rawHeaders, 'host', HOST] }, 400],
    ['a missing Origin', call({ Origin: undefined }), 403],
    ['the null Origin of a sandboxed frame', call({ Origin: 'null' }), 403],
    ['a foreign Origin', call({ Origin: 'https://attacker.example' }), 403],
    ['an Origin on another port', call({ Origin: 'http://127.0.0.1:1' }), 403],
    ['an https Origin', call({ Origin: `https://${HOST}` }), 403],
    ['an Origin that begins like ours', call({ Origin: `http://${HOST}.attacker.example` }), 403],
    ['a second Origin', { ...call(), rawHeaders: [...call().rawHeaders, 'Origin', 'null'] }, 400],
    ['a foreign Origin on the exchange', call({ Origin: 'https://attacker.example' }, '/session'), 403],
    ['Sec-Fetch-Site cross-site', call({ 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['Sec-Fetch-Site same-site', call({ 'Sec-Fetch-Site': 'same-site' }), 403],
    ['Sec-Fetch-Site none', call({ 'Sec-Fetch-Site': 'none' }), 403],
    [
      'a script tag on another page',
      head('GET', '/assets/a.js', {
        Host: HOST,
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'no-cors',
        'Sec-Fetch-Dest': 'script',
      }),
      403,
    ],
    [
      'a frame on another page',
      head('GET', '/', {
        Host: HOST,
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'iframe',
      }),
      403,
    ],
    ['no bearer', call({ Authorization: undefined }), 401],
    ['a wrong bearer', call({ Authorization: `Bearer ${'X'.repeat(43)}` }), 401],
    ['a short bearer', call({ Authorization: 'Bearer B' }), 401],
    ['an empty bearer', call({ Authorization: 'Bearer ' }), 401],
    ['another scheme', call({ Authorization: `Basic ${BEARER}` }), 401],
    [
      'two bearers',
      { ...call(), rawHeaders: [...call().rawHeaders, 'authorization', `Bearer ${BEARER}`] },
      400,
    ],
    ['the control secret as a bearer', call({ Authorization: `Bearer ${CONTROL}` }), 401],
    ['no bearer on the event stream', call({ Authorization: undefined }, '/events'), 401],
    ['no bearer on an upload', upload({ Authorization: undefined }), 401],
    ['a preflight', call({}, '/api/getPortfolio', 'OPTIONS'), 403],
    ['PUT', call({}, '/api/getPortfolio', 'PUT'), 405],
    ['DELETE', call({}, '/api/getPortfolio', 'DELETE'), 405],
    ['TRACE', call({}, '/', 'TRACE'), 405],
    ['HEAD', call({}, '/', 'HEAD'), 405],
    ['an unknown call', call({}, '/api/dropTables'), 404],
    ['a call named like a property of every object', call({}, '/api/constructor'), 404],
    ['a call below a call', call({}, '/api/getPortfolio/x'), 404],
    ['a path out of the folder', head('GET', '/../package.json', { Host: HOST }), 400],
    ['an encoded path out of the folder', head('GET', '/%2e%2e/package.json', { Host: HOST }), 400],
    ['a backslash', head('GET', '/..\\package.json', { Host: HOST }), 400],
    ['a NUL', head('GET', '/%00', { Host: HOST }), 400],
    ['a query', head('GET', '/?code=x', { Host: HOST }), 400],
    ['an absolute address', head('GET', 'http://attacker.example/', { Host: HOST }), 400],
    ['a call too large', call({ 'Content-Length': String(CALL_BODY_LIMIT + 1) }), 413],
    ['an upload too large', upload({ 'Content-Length': String(UPLOAD_BODY_LIMIT + 1) }), 413],
    ['an exchange too large', call({ 'Content-Length': '1025' }, '/session'), 413],
    ['no length', call({ 'Content-Length': undefined }), 411],
    ['a negative length', call({ 'Content-Length': '-1' }), 411],
    ['two lengths', { ...call(), rawHeaders: [...call().rawHeaders, 'Content-Length', '99'] }, 400],
    ['a chunked body', call({ 'Transfer-Encoding': 'chunked' }), 411],
    ['a compressed body', call({ 'Content-Encoding': 'gzip' }), 415],
    ['what a form can send', call({ 'Content-Type': 'text/plain' }), 415],
    ['JSON with a parameter', call({ 'Content-Type': 'application/json; charset=utf-7' }), 415],
    ['no content type', call({ 'Content-Type': undefined }), 415],
    ['JSON on the upload route', upload({ 'Content-Type': 'application/json' }), 415],
    ['an upload without a name', upload({ 'X-File-Name': undefined }), 400],
    ['an upload with a broken name', upload({ 'X-File-Name': '%E4' }), 400],
    ['an upload with an endless name', upload({ 'X-File-Name': 'a'.repeat(401) }), 400],
    ['an upgrade', call({ Upgrade: 'websocket' }), 400],
    ['control from a page', control({ Origin: `http://${HOST}` }), 403],
    ['control from any browser', control({ 'Sec-Fetch-Site': 'none' }), 403],
    ['control with the bearer of a page', control({ Authorization: `Bearer ${BEARER}` }), 401],
    ['control without a secret', control({ Authorization: undefined }), 401],
  ])('refuses %s', (_what, request, status) => {
    expect(judgeRequest(request, context)).toEqual({ kind: 'refused', status, reason: expect.any(String) });
  });
});
