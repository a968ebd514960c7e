import { describe, expect, it } from 'vitest';
import type { IntakeJob, IntakeReply } from '#electron/compute/intake-job.ts';
import { createIntakeRelay } from '#electron/desktop/intake-relay.ts';

const job = { path: '/a.csv', fileName: 'a.csv', options: {} } as IntakeJob;
const reply = (message: string) => ({ ok: false, error: { message } }) as unknown as IntakeReply;

function setUp() {
  const done: [number, IntakeReply][] = [];
  const signals: AbortSignal[] = [];
  const relay = createIntakeRelay(
    (_job, signal) =>
      new Promise((resolve) => {
        signals.push(signal);
        signal.addEventListener('abort', () => resolve(reply('cancelled')));
      }),
    (id, answer) => done.push([id, answer]),
  );
  return { relay, done, signals };
}

describe('createIntakeRelay()', () => {
  it('stops the job that was given up and no other', async () => {
    const { relay, done, signals } = setUp();
    relay.start(1, job);
    relay.start(2, job);
    relay.cancel(2);
    await expect.poll(() => done).toEqual([[2, reply('cancelled')]]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  it('stops every job when the data process is gone', async () => {
    const { relay, done } = setUp();
    relay.start(1, job);
    relay.start(2, job);
    relay.cancelAll();
    await expect.poll(() => done.map(([id]) => id)).toEqual([1, 2]);
  });

  it('ignores the end of a job nobody started', () => {
    expect(() => setUp().relay.cancel(7)).not.toThrow();
  });
});
