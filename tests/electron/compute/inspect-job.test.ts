import { readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forkNodeChild } from '#electron/compute/fork-node-child.ts';
import { type InspectJob, type InspectReply, runInspectJob } from '#electron/compute/inspect-job.ts';
import type { IntakeChild } from '#electron/compute/intake-job.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const JOB: InspectJob = {
  kind: 'inspect',
  path: '/a.pilotage',
  fileName: 'a.pilotage',
  isPrivateCopy: false,
};
const REPLY: InspectReply = { ok: false, error: { code: 'file_newer', message: 'x' } };

/** A child driven by the test. */
function fakeChild(onSend: (say: (message: unknown) => void, exit: (reason: string) => void) => void) {
  let say: (message: unknown) => void = () => undefined;
  let exit: (reason: string) => void = () => undefined;
  let kills = 0;
  const child: IntakeChild = {
    send: () => onSend(say, exit),
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

const inChild = (path: string): Promise<InspectReply> =>
  runInspectJob(
    () => forkNodeChild(join(import.meta.dirname, '../../../electron/compute/intake-child.ts'), 'inspect'),
    { ...JOB, path },
  );

describe('runInspectJob()', () => {
  it('answers with the reply and kills the child', async () => {
    const fake = fakeChild((say) => say({ type: 'inspected', reply: REPLY }));
    expect(await runInspectJob(fake.start, JOB)).toBe(REPLY);
    expect(fake.kills()).toBe(1);
  });

  it('does not believe a message of another shape', async () => {
    const fake = fakeChild((say, exit) => {
      const shapes = [null, 'x', {}, { type: 'inspected' }, { type: 'inspected', reply: { ok: true } }];
      const errors = [
        { ok: false },
        { ok: false, error: {} },
        { ok: false, error: { code: 1, message: 'x' } },
      ];
      for (const message of [...shapes, ...errors.map((reply) => ({ type: 'inspected', reply }))])
        say(message);
      say({ type: 'reply', reply: REPLY });
      exit('exit code 0');
    });
    expect(await runInspectJob(fake.start, JOB)).toMatchObject({
      ok: false,
      error: { code: 'file_damaged' },
    });
  });

  it('refuses a file over which the child died', async () => {
    const fake = fakeChild((_say, exit) => exit('signal SIGSEGV'));
    expect(await runInspectJob(fake.start, JOB)).toMatchObject({
      ok: false,
      error: {
        code: 'file_damaged',
        message: expect.stringMatching(
          /^“a\.pilotage” could not be looked through safely: .*SIGSEGV.*Nothing was changed/,
        ),
      },
    });
  });

  it('kills a child that does not come to an end', async () => {
    const fake = fakeChild(() => undefined);
    expect(await runInspectJob(fake.start, JOB, 1)).toMatchObject({
      ok: false,
      error: { code: 'file_damaged' },
    });
    expect(fake.kills()).toBe(1);
  });

  it('does not blame the file when no child can be started', async () => {
    const start = (): IntakeChild => {
      throw new Error('EAGAIN');
    };
    expect(await runInspectJob(start, JOB)).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('EAGAIN') },
    });
  });

  it('looks through a real file in a real child, which leaves it untouched', async () => {
    const portfolio = newTestPortfolio();
    portfolio.file().close();
    const before = readFileSync(portfolio.path);
    expect(await inChild(portfolio.path)).toMatchObject({ ok: true, found: { head: { seq: 1 } } });
    const link = join(portfolio.folder, 'link.pilotage');
    symlinkSync(portfolio.path, link);
    expect(await inChild(link)).toMatchObject({ ok: true });
    expect(readFileSync(portfolio.path).equals(before)).toBe(true);
  });

  it('passes the refusal of a real child on', async () => {
    const portfolio = newTestPortfolio();
    portfolio.file().close();
    truncateSync(portfolio.path, 8192);
    expect(await inChild(portfolio.path)).toMatchObject({ ok: false, error: { code: 'file_damaged' } });
  });
});
