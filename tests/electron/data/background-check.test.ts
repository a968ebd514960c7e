import { describe, expect, it } from 'vitest';
import type { FileThread } from '#electron/compute/file-thread.ts';
import { checkInBackground } from '#electron/data/background-check.ts';
import type { DataContext } from '#electron/data/context.ts';
import { noticeList } from '#electron/data/notices.ts';
import { fileMemory } from '#electron/platform/file-memory.ts';
import { AppError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
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

describe('checkInBackground()', () => {
  it('remembers a check that found nothing', async () => {
    const { context, memory, stops } = contextWith(() => Promise.resolve({ faults: [] }));
    await checkInBackground(context).done;
    expect([memory.verifiedAt(), context.notices.list(), stops]).toEqual([NOW, [], []]);
  });

  it('names the first fault, says what to do and stops the backups', async () => {
    const faults = [
      { kind: 'content', text: 'The name of “A” is not what was entered.', seq: null },
      { kind: 'pages', text: 'Page 3 is damaged.', seq: null },
    ];
    const { context, memory, stops } = contextWith(() => Promise.resolve({ faults }));
    memory.verified(NOW);
    await checkInBackground(context).done;
    expect(context.notices.list()).toEqual([
      {
        kind: 'check_failed',
        text: expect.stringMatching(
          /The name of “A” is not what was entered\. There is 1 more fault\..*Restore/,
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
    const check = checkInBackground(context);
    check.stop();
    await check.done;
    expect([memory.verifiedAt(), context.notices.list(), logged]).toEqual([null, [], []]);
  });

  it('tells the log when the check itself failed, and takes the file for not checked', async () => {
    const { context, memory, logged } = contextWith(() => Promise.reject(new Error('out of memory')));
    await checkInBackground(context).done;
    expect([memory.verifiedAt(), context.notices.list(), logged.length]).toEqual([null, [], 1]);
  });
});
