import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../build/steps/arguments.mjs';
import { findChromium } from '../../build/steps/chromium.mjs';
import { findElectron, whyNoDesktop } from '../../build/steps/electron-binary.mjs';
import { findNode } from '../../build/steps/node.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pilotage-steps-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text = '') => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
  return join(root, path);
};

describe('readArguments()', () => {
  const nothing = { isBrowser: false, isSample: false, isCopy: false, isHelp: false, file: undefined };
  it.each([
    [[], nothing],
    [['--browser', '--sample'], { ...nothing, isBrowser: true, isSample: true }],
    [['a/b.pilotage'], { ...nothing, file: '/home/ada/a/b.pilotage' }],
    [['/c.pilotage', '--browser'], { ...nothing, isBrowser: true, file: '/c.pilotage' }],
    [['-h'], { ...nothing, isHelp: true }],
    [
      ['--browser', '--copy', 'a.pilotage'],
      { ...nothing, isBrowser: true, isCopy: true, file: '/home/ada/a.pilotage' },
    ],
  ])('reads %j', (argv, expected) => {
    expect(readArguments(argv, '/home/ada')).toEqual(expected);
  });

  it.each([
    [['--brwser'], 'There is no option --brwser'],
    [['list.csv'], '"list.csv" does not end in .pilotage'],
    [['a.pilotage', 'b.pilotage'], 'Name one file at a time'],
    [['--sample', 'a.pilotage'], 'Choose either the sample or a file'],
    [['--copy', 'a.pilotage'], '--copy goes with --browser'],
    [['--browser', '--sample', '--copy'], '--copy goes with --browser and a file'],
  ])('says what is wrong with %j', (argv, message) => {
    expect(() => readArguments(argv, '/')).toThrow(message);
  });
});

describe('findNode()', () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = `node_modules/node-${platform}-${process.arch}/bin/node`;

  it('takes the installed Node when this one is too old', () => {
    const installed = put(binary);
    expect(findNode(root, { version: 'v20.20.2', execPath: '/usr/bin/node', probe: () => 'v24.21.0' })).toBe(
      installed,
    );
  });

  it('takes this Node when none is installed and it is new enough', () => {
    expect(findNode(root, { version: 'v24.1.0', execPath: '/opt/node' })).toBe('/opt/node');
  });

  it('takes this Node when the installed one does not run', () => {
    put(binary);
    expect(findNode(root, { version: 'v26.0.0', execPath: '/opt/node', probe: () => '' })).toBe('/opt/node');
  });

  it.each(['v20.20.2', 'v22.14.0', 'v23.9.0', 'nonsense'])(
    'says what to do when only %s is there',
    (version) => {
      expect(() => findNode(root, { version })).toThrow('Pilotage needs Node 24 or later');
    },
  );
});

describe('findElectron()', () => {
  it('finds the binary that the package has noted', () => {
    put('node_modules/electron/path.txt', 'electron\n');
    const binary = put('node_modules/electron/dist/electron');
    expect(findElectron(root)).toBe(binary);
  });

  it('finds nothing without a note, or when the noted binary is gone', () => {
    expect(findElectron(root)).toBeUndefined();
    put('node_modules/electron/path.txt', 'electron');
    expect(findElectron(root)).toBeUndefined();
  });
});

describe('whyNoDesktop()', () => {
  it.each([
    [{ platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000 }, undefined],
    [{ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, uid: 1000 }, undefined],
    [{ platform: 'linux', env: {}, uid: 1000 }, 'there is no display'],
    [{ platform: 'linux', env: { DISPLAY: ':0' }, uid: 0 }, 'Electron does not start as root'],
    [{ platform: 'darwin', env: {}, uid: 501 }, undefined],
    [{ platform: 'win32', env: {}, uid: undefined }, undefined],
  ] as const)('on %j is %s', (machine, reason) => {
    expect(whyNoDesktop(machine as unknown as Parameters<typeof whyNoDesktop>[0])).toBe(reason);
  });
});

describe('findChromium()', () => {
  it('takes the named one before any on the path', () => {
    const named = put('own/chrome');
    put('bin/chromium');
    expect(findChromium(root, { PILOTAGE_CHROMIUM: named, PATH: join(root, 'bin') })).toBe(named);
  });

  it('finds none rather than another one when the named one is not there', () => {
    put('bin/chromium');
    expect(findChromium(root, { PILOTAGE_CHROMIUM: '/absent', PATH: join(root, 'bin') })).toBeUndefined();
  });

  it('looks along the path', () => {
    const system = put('bin/google-chrome');
    expect(findChromium(root, { PATH: `/absent:${join(root, 'bin')}` })).toBe(system);
  });
});
