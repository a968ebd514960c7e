import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forkNodeChild } from '#electron/compute/fork-node-child.ts';
import {
  type IntakeChild,
  type IntakeJob,
  type IntakeReply,
  runIntakeJob,
} from '#electron/compute/intake-job.ts';
import { bombWorkbook, inlineRows, workbookOf } from '../../fixtures/intake/workbook.ts';

const JOB: IntakeJob = { path: '/data/list.csv', fileName: 'list.csv', options: {} };
const REPLY: IntakeReply = { ok: false, error: { code: 'empty_file', message: 'x', details: {} } };

/** A child driven by the test. */
function fakeChild(
  onSend: (child: { say: (message: unknown) => void; exit: (reason: string) => void }) => void,
) {
  let say: (message: unknown) => void = () => undefined;
  let exit: (reason: string) => void = () => undefined;
  let kills = 0;
  const child: IntakeChild = {
    send: () => onSend({ say, exit }),
    onMessage: (listener) => {
      say = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => kills++,
  };
  return { start: () => child, kills: () => kills };
}

describe('runIntakeJob()', () => {
  it('answers with the reply, passes progress on, and kills the child', async () => {
    const fake = fakeChild(({ say }) => {
      say({ type: 'progress', phase: 'reading', share: 0.5 });
      say({ type: 'reply', reply: REPLY });
    });
    const progress: unknown[] = [];
    const onProgress = (...step: unknown[]) => progress.push(step);
    expect(await runIntakeJob(fake.start, JOB, { onProgress })).toBe(REPLY);
    expect(progress).toEqual([['reading', 0.5]]);
    expect(fake.kills()).toBe(1);
  });

  it('does not believe a message of another shape', async () => {
    const fake = fakeChild(({ say, exit }) => {
      for (const message of [null, 'reply', {}, { type: 'reply' }, { type: 'reply', reply: { ok: true } }])
        say(message);
      exit('exit code 0');
    });
    expect(await runIntakeJob(fake.start, JOB)).toMatchObject({
      ok: false,
      error: { code: 'child_crashed' },
    });
  });

  it('turns an exit without a reply into a clear error that names the file', async () => {
    const fake = fakeChild(({ exit }) => exit('signal SIGABRT'));
    const reply = await runIntakeJob(fake.start, JOB);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'child_crashed',
        message: expect.stringMatching(/^list\.csv: .*SIGABRT.*Nothing was imported/),
      },
    });
  });

  it('kills a child that takes too long', async () => {
    const fake = fakeChild(() => undefined);
    const reply = await runIntakeJob(fake.start, JOB, { timeoutMs: 1 });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'child_timeout', details: { file: 'list.csv' } },
    });
    expect(fake.kills()).toBe(1);
  });

  it('kills the child when the job is cancelled, and does not start one when it was before', async () => {
    const controller = new AbortController();
    const fake = fakeChild(() => controller.abort());
    expect(await runIntakeJob(fake.start, JOB, { signal: controller.signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(fake.kills()).toBe(1);
    let isStarted = false;
    const start = () => {
      isStarted = true;
      return fake.start();
    };
    await runIntakeJob(start, JOB, { signal: controller.signal });
    expect(isStarted).toBe(false);
  });

  it('reports a child that cannot be started', async () => {
    const reply = await runIntakeJob(() => {
      throw new Error('no memory left');
    }, JOB);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'child_crashed', message: expect.stringContaining('no memory') },
    });
  });
});

describe('the reading process', () => {
  const entry = resolve(import.meta.dirname, '../../../electron/compute/intake-child.ts');
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'intake-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (name: string, content: string | Uint8Array, options = {}) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return runIntakeJob(() => forkNodeChild(entry), { path, fileName: name, options }, options);
  };

  it('reads CSV and XLSX into tables', async () => {
    expect(await run('a.csv', 'Name,Stage\nx,Pilot\n')).toMatchObject({
      ok: true,
      table: { kind: 'csv', fileName: 'a.csv', rows: [{ number: 2, cells: ['x', 'Pilot'] }] },
    });
    const workbook = workbookOf({
      sheets: [
        {
          name: 'S',
          data: inlineRows([
            ['Name', 'Stage'],
            ['x', 'Pilot'],
          ]),
        },
      ],
    });
    expect(await run('a.xlsx', workbook, { sheet: 'S' })).toMatchObject({
      ok: true,
      table: { kind: 'xlsx', sheet: 'S', rows: [{ number: 2, cells: ['x', 'Pilot'] }] },
    });
  });

  it.each<[string, string, () => string | Uint8Array, RegExp]>([
    ['an empty file', 'empty_file', () => '', /^bad\.bin: the file is empty/],
    [
      'a PNG under another name',
      'not_a_spreadsheet',
      () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      /PNG picture/,
    ],
    ['a bomb of one gigabyte', 'workbook_too_large', () => bombWorkbook(1024, 1024 ** 3), /1024 MB/],
    ['a NUL', 'nul_in_text', () => 'a,b\n1,\0\n', /row 2, column 2/],
    ['10,000 columns', 'too_many_columns', () => `a,b\n${'x,'.repeat(10_000)}`, /row 2, column 513/],
  ])('refuses %s with a message for people', async (_, code, make, message) => {
    expect(await run('bad.bin', make())).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message), details: { file: 'bad.bin' } },
    });
  });

  it('refuses a line of 200 MB by its size', async () => {
    const path = join(folder, 'long.csv');
    writeFileSync(path, 'Name,');
    truncateSync(path, 200 * 1024 * 1024);
    const reply = await runIntakeJob(() => forkNodeChild(entry), { path, fileName: 'long.csv', options: {} });
    expect(reply).toMatchObject({ ok: false, error: { code: 'file_too_large' } });
  });

  it('refuses a line just under the size limit by its first cell', async () => {
    const line = Buffer.alloc(50 * 1024 * 1024 - 1, 'x');
    expect(await run('line.csv', line)).toMatchObject({
      ok: false,
      error: { code: 'cell_too_long', details: { row: 1, column: 1 } },
    });
  });

  it('answers through the port of an Electron utility process where there is one', async () => {
    const host = join(folder, 'utility.mjs');
    // The port as Electron gives it: messages arrive wrapped, answers leave by postMessage.
    writeFileSync(
      host,
      `const send = process.send.bind(process);
       process.send = () => { throw new Error('not this way'); };
       process.parentPort = {
         on: (_, listener) => process.on('message', (data) => listener({ data })),
         postMessage: (message) => send(message),
       };
       await import(${JSON.stringify(pathToFileURL(entry).href)});`,
    );
    const path = join(folder, 'port.csv');
    writeFileSync(path, 'Name,Stage\nx,Pilot\n');
    const job = { path, fileName: 'port.csv', options: {} };
    expect(await runIntakeJob(() => forkNodeChild(host), job)).toMatchObject({
      ok: true,
      table: { rows: [{ number: 2 }] },
    });
  });

  it('ends in a clear error when its entry does not exist', async () => {
    const reply = await runIntakeJob(() => forkNodeChild(join(folder, 'none.js')), JOB);
    expect(reply).toMatchObject({ ok: false, error: { code: 'child_crashed' } });
  });

  it('may not write files or start processes', async () => {
    const spy = join(folder, 'spy.mjs');
    writeFileSync(
      spy,
      `import { writeFileSync } from 'node:fs'; import { execFileSync } from 'node:child_process';
       const tried = [];
       for (const action of [() => writeFileSync(${JSON.stringify(join(folder, 'w'))}, 'x'), () => execFileSync('true')]) {
         try { action(); tried.push('done'); } catch (error) { tried.push(error.code); }
       }
       process.on('message', () => process.send({ type: 'reply', reply: { ok: false, error: tried } }));`,
    );
    const reply = await runIntakeJob(() => forkNodeChild(spy), JOB);
    expect(reply).toEqual({ ok: false, error: ['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED'] });
  });

  it('that uses more memory than it may becomes a clear error', async () => {
    const greedy = join(folder, 'greedy.mjs');
    writeFileSync(
      greedy,
      `process.on('message', () => { const all = []; for (;;) all.push(new Array(4e6).fill(all.length)); });`,
    );
    const reply = await runIntakeJob(() => forkNodeChild(greedy), JOB);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'child_crashed', message: expect.stringContaining('memory') },
    });
  });
});
