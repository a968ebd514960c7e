import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileState, recordOpenFile } from '#electron/platform/open-files.ts';
import type { Result } from '#shared/api/errors.ts';

const root = resolve(import.meta.dirname, '../../..');
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/#code=([A-Za-z0-9_-]{43})/;

let folder: string;
let profile: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotage-start-test-'));
  profile = join(folder, 'home/profile');
  children = [];
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), '<html></html>');
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number | null>;
  /** The port and code of the address it printed; rejects when it ends without one. */
  readonly address: Promise<{ port: number; code: string }>;
}

function start(...args: string[]): Started {
  const temp = join(folder, 'temp');
  mkdirSync(temp, { recursive: true });
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'start-fixture.ts'), join(folder, 'page'), ...args],
    {
      cwd: root,
      env: { ...process.env, PILOTAGE_HOME: join(folder, 'home'), TMPDIR: temp },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  let text = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const address = new Promise<{ port: number; code: string }>((done, fail) => {
    const read = (part: Buffer) => {
      text += part.toString('utf8');
      const found = ADDRESS.exec(text);
      if (found) done({ port: Number(found[1]), code: found[2] ?? '' });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => fail(new Error(`ended without an address:\n${text}`)));
  });
  // A start that is meant to fail prints none.
  address.catch(() => undefined);
  return { child, text: () => text, ended, address };
}

async function signIn({ port, code }: { port: number; code: string }): Promise<Result<{ bearer: string }>> {
  const origin = `http://127.0.0.1:${port}`;
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return (await response.json()) as Result<{ bearer: string }>;
}

const statesIn = (path: string) => (existsSync(join(path, 'open')) ? readdirSync(join(path, 'open')) : []);

describe('startBrowserMode()', () => {
  it('makes the default portfolio on the first run and serves it to the printed code', async () => {
    const started = start();
    const address = await started.address;
    expect(existsSync(join(folder, 'home/portfolios/My portfolio.pilotage'))).toBe(true);
    expect(await signIn(address)).toMatchObject({ ok: true });
    expect(await signIn(address)).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
  });

  it('keeps its state readable by this user alone', async () => {
    await start().address;
    const [state] = statesIn(profile);
    expect(statSync(join(profile, 'open', state ?? '')).mode & 0o777).toBe(0o600);
    expect(statSync(join(profile, 'open')).mode & 0o777).toBe(0o700);
  });

  it('ends on the first signal with exit code 0, the file alone and no state or temporary file left', async () => {
    const started = start();
    await started.address;
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(readdirSync(join(folder, 'home/portfolios'))).toEqual(['My portfolio.pilotage']);
    expect(statesIn(profile)).toEqual([]);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  it('prints a fresh, working address of the first start on a second one', async () => {
    const first = start();
    const { port, code } = await first.address;
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.text()).toContain('already open');
    const fresh = await second.address;
    expect(fresh.port).toBe(port);
    expect(fresh.code).not.toBe(code);
    expect(await signIn(fresh)).toMatchObject({ ok: true });
  });

  it('ignores the state of a process that is gone', async () => {
    const crashed = start();
    await crashed.address;
    crashed.child.kill('SIGKILL');
    await crashed.ended;
    expect(statesIn(profile)).toHaveLength(1);
    const again = start();
    await again.address;
    expect(again.text()).not.toContain('already open');
  });

  it('ignores a state whose process number now belongs to another program', async () => {
    const file = join(folder, 'home/portfolios/My portfolio.pilotage');
    recordOpenFile(profile, file, {
      pid: process.pid,
      host: 'browser',
      since: '2026-01-01T00:00:00.000Z',
      port: 1,
      control: 'x',
    });
    const started = start();
    await started.address;
    expect(JSON.parse(readFileSync(openFileState(profile, file), 'utf8'))).toMatchObject({
      pid: started.child.pid,
    });
  });

  it('says who holds a file that another kind of Pilotage has open, and leaves it alone', async () => {
    const first = start();
    await first.address;
    const file = join(folder, 'home/portfolios/My portfolio.pilotage');
    // As the desktop app would have written it: nobody to ask for an address.
    const holder = { pid: first.child.pid ?? 0, host: 'desktop' as const, since: '2026-11-22T09:14:00.000Z' };
    recordOpenFile(profile, file, holder);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain(`the Pilotage app (process ${holder.pid}, since 22 Nov 2026, 09:14 UTC)`);
    expect(second.text()).toContain(`npm start -- --browser --copy "${file}"`);
    expect(JSON.parse(readFileSync(openFileState(profile, file), 'utf8'))).toMatchObject(holder);
  });

  it('serves a copy to read of a file that another process has, beside it', async () => {
    const first = start();
    await first.address;
    const file = join(folder, 'home/portfolios/My portfolio.pilotage');
    const states = statesIn(profile);
    const copy = start('--copy', file);
    expect(await signIn(await copy.address)).toMatchObject({ ok: true });
    copy.child.kill('SIGINT');
    expect(await copy.ended).toBe(0);
    expect(statesIn(profile)).toEqual(states);
    expect(first.child.exitCode).toBeNull();
  });

  it('names a file that is not there and ends with exit code 1', async () => {
    const started = start(join(folder, 'absent.pilotage'));
    expect(await started.ended).toBe(1);
    expect(started.text()).toContain('absent.pilotage');
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  it('opens the sample as a throw-away copy', async () => {
    const started = start('--sample');
    await started.address;
    expect(existsSync(join(folder, 'home/portfolios'))).toBe(false);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });
});
