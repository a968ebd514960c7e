import { describe, expect, it } from 'vitest';
import type { FileThread } from '#electron/compute/file-thread.ts';
import { checkInBackground } from '#electron/data/background-check.ts';
import type { DataContext } from '#electron/data/context.ts';
import { IDLE_MS, idleWait } from '#electron/data/idle-wait.ts';
import { noticeList } from '#electron/data/notices.ts';
import { fileMemory } from '#electron/platform/file-memory.ts';
import { AppError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
import { manualTimers } from '#tests/support/manual-timers.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const NOW = '2026-11-22T09:00:00.000Z' as Instant;

/** The parts of a context that the check touches; `run` stands for the thread. */
function contextWith(run: (signal: AbortSignal | undefined) => Promise<unknown>) {
  const file = newTestPortfolio().file();
  const memory = fileMemory(null, file.path, () => undefined);
  memory.opened('file-1', { seq: 1, hash: 'a'.repeat(64) });
  const stops: string[] = [];
  const logged: string[] = [];
  const context = {
    file,
    memory,
    notices: noticeList([], () => undefined),
    backups: { stop: (why: string) => stops.push(why), resume: () => undefined },
    fileThread: { run: (_job: unknown, signal?: AbortSignal) => run(signal) } as unknown as FileThread,
    options: { now: () => NOW, log: (message: string) => logged.push(message) },
  } as unknown as DataContext;
  return { context, memory, stops, logged };
}

/** The check, with the quiet moment it waits for come at once. */
function checkedQuietly(context: DataContext) {
  const timers = manualTimers();
  const check = checkInBackground(context, idleWait(timers));
  timers.pass(IDLE_MS);
  return check;
}

describe('checkInBackground()', () => {
  it('waits until nobody has asked anything for a while', async () => {
    let runs = 0;
    const { context } = contextWith(() => {
      runs += 1;
      return Promise.resolve({ faults: [] });
    });
    const timers = manualTimers();
    const idle = idleWait(timers);
    const check = checkInBackground(context, idle);
    timers.pass(IDLE_MS - 1);
    idle.noteCall();
    timers.pass(IDLE_MS - 1);
    expect(runs).toBe(0);
    timers.pass(1);
    await check.done;
    expect(runs).toBe(1);
  });

  it('is made after a minute though somebody is always asking', async () => {
    const { context, memory } = contextWith(() => Promise.resolve({ faults: [] }));
    const timers = manualTimers();
    const idle = idleWait(timers);
    const check = checkInBackground(context, idle);
    for (let second = 0; second < 60; second += 1) {
      idle.noteCall();
      timers.pass(1_000);
    }
    await check.done;
    expect(memory.verifiedAt()).toBe(NOW);
  });

  it('is not made when the file is closed before it began', async () => {
    const { context, memory } = contextWith(() => Promise.resolve({ faults: [] }));
    const timers = manualTimers();
    const check = checkInBackground(context, idleWait(timers));
    check.stop();
    timers.pass(10 * IDLE_MS);
    await check.done;
    expect(memory.verifiedAt()).toBeNull();
  });

  it('remembers a check that found nothing', async () => {
    const { context, memory, stops } = contextWith(() => Promise.resolve({ faults: [] }));
    await checkedQuietly(context).done;
    expect([memory.verifiedAt(), context.notices.list(), stops]).toEqual([NOW, [], []]);
  });

  it('names the first fault, says what to do and stops the backups', async () => {
    const faults = [
      { kind: 'content', text: 'The name of “A” is not what was entered.', seq: null },
      { kind: 'pages', text: 'Page 3 is damaged.', seq: null },
    ];
    const { context, memory, stops } = contextWith(() => Promise.resolve({ faults }));
    memory.verified(NOW);
    await checkedQuietly(context).done;
    expect(context.notices.list()).toEqual([
      {
        kind: 'check_failed',
        text: expect.stringMatching(
          /The name of “A” is not what was entered\. There is 1 more fault\..*Choose Verify file in the settings: /,
        ),
      },
    ]);
    expect([stops.length, memory.verifiedAt()]).toEqual([1, null]);
  });

  it('says nothing of a check that was given up', async () => {
    const { context, memory, logged } = contextWith(
      (signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'given up')));
        }),
    );
    const check = checkedQuietly(context);
    check.stop();
    await check.done;
    expect([memory.verifiedAt(), context.notices.list(), logged]).toEqual([null, [], []]);
  });

  it('tells the log when the check itself failed, and takes the file for not checked', async () => {
    const { context, memory, logged } = contextWith(() => Promise.reject(new Error('out of memory')));
    await checkedQuietly(context).done;
    expect([memory.verifiedAt(), context.notices.list(), logged.length]).toEqual([null, [], 1]);
  });
});
