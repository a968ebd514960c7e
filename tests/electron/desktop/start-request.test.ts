import { describe, expect, it } from 'vitest';
import { asStartRequest, readStartRequest } from '#electron/desktop/start-request.ts';

describe('readStartRequest()', () => {
  it.each([
    [['electron', '/app'], { isSample: false }],
    [['electron', '/app', '--sample'], { isSample: true }],
    [['electron', '/app', 'a.pilotage'], { isSample: false, file: '/home/a.pilotage' }],
    [
      ['electron', '--inspect=0', '--user-data-dir=/x.pilotage', '/app', '/b/c.pilotage'],
      { isSample: false, file: '/b/c.pilotage' },
    ],
    [['/opt/my.pilotage', '/app', 'notes.txt'], { isSample: false }],
  ])('reads %j', (argv, expected) => {
    expect(readStartRequest(argv, '/home')).toEqual(expected);
  });
});

describe('asStartRequest()', () => {
  it.each([
    [
      { file: '/a.pilotage', isSample: false },
      { file: '/a.pilotage', isSample: false },
    ],
    [{ isSample: true }, { isSample: true }],
    [{ file: '/etc/passwd', isSample: 'yes' }, { isSample: false }],
    [{ file: 7 }, { isSample: false }],
    [null, { isSample: false }],
    ['/a.pilotage', { isSample: false }],
  ])('takes %j from a second start as %j', (given, expected) => {
    expect(asStartRequest(given)).toEqual(expected);
  });
});
