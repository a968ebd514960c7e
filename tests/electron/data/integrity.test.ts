import { describe, expect, it } from 'vitest';
import { createInitiative } from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readAuditHead } from '#db/read/history.ts';
import { runVerify, type VerifyJob } from '#electron/compute/file-jobs/verify.ts';
import type { DataContext } from '#electron/data/context.ts';
import { integrityHandlers } from '#electron/data/handlers/integrity.ts';
import { distinctHeads, heldHeads } from '#electron/data/held-heads.ts';
import { noticeList } from '#electron/data/notices.ts';
import { dataContract } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { HeldHead } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const NOW = '2026-11-22T12:00:00.000Z' as Instant;

/** An open portfolio of four entries with what the service has around it; the check runs on a snapshot, at once. */
function opened(around: { noted?: HeldHead[]; backups?: HeldHead[] } = {}) {
  const portfolio = newTestPortfolio({ isFast: true });
  for (const name of ['A', 'B', 'C'])
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
  const said: {
    verifiedAt?: Instant;
    failed: number;
    resumed: number;
    stopped: string[];
    logged: string[];
  } = {
    failed: 0,
    resumed: 0,
    stopped: [],
    logged: [],
  };
  const notices = noticeList([], () => undefined);
  const context = {
    file: portfolio.file(),
    notices,
    fileThread: { run: async (job: VerifyJob) => structuredClone(runVerify(job)) },
    memory: {
      noted: () => around.noted ?? [],
      verified: (at: Instant) => {
        said.verifiedAt = at;
      },
      failedCheck: () => {
        said.failed += 1;
      },
    },
    backups: {
      heads: () => {
        if (!around.backups) throw new AppError('folder_read_only', 'The folder is gone.');
        return around.backups;
      },
      stop: (why: string) => said.stopped.push(why),
      resume: () => {
        said.resumed += 1;
      },
    },
    options: { now: () => NOW, log: (message: string) => said.logged.push(message) },
  } as unknown as DataContext;
  const verify = async (held: HeldHead[] = []) => {
    const report = await integrityHandlers.verifyFile(context, { held });
    return dataContract.verifyFile.output.parse(report);
  };
  return { portfolio, context, said, notices, verify, head: () => readAuditHead(portfolio.db()) };
}

const OTHER: HeldHead = { seq: 2, hash: 'abcdef0123456789' };

describe('verifyFile', () => {
  it('reports head, digest and number of entries of a sound file, and remembers when', async () => {
    const { portfolio, said, notices, verify, head } = opened({ backups: [] });
    expect(await verify()).toEqual({
      isGood: true,
      checkedAt: NOW,
      entries: 4,
      head: head(),
      digest: contentDigest(portfolio.db()),
      faults: [],
      heldHeads: 0,
    });
    expect(said).toMatchObject({ verifiedAt: NOW, stopped: [] });
    expect(notices.list()).toEqual([]);
  });

  it('stops the backups of a damaged file and leaves a notice, until a check finds nothing', async () => {
    const { portfolio, said, notices, verify } = opened({ backups: [] });
    portfolio.db().exec("UPDATE initiative SET name = 'X' WHERE name = 'A'");
    const report = await verify();
    expect(report).toMatchObject({ isGood: false, faults: [{ kind: 'content', seq: 2 }] });
    expect(said).toMatchObject({ failed: 1, stopped: ['the file failed a check'], resumed: 0 });
    expect(said.verifiedAt).toBeUndefined();
    expect(notices.list()).toMatchObject([{ kind: 'check_failed' }]);
    expect(notices.list()[0]?.text).toContain(report.faults[0]?.text);

    portfolio.db().exec("UPDATE initiative SET name = 'A' WHERE name = 'X'");
    expect((await verify()).isGood).toBe(true);
    expect(notices.list()).toEqual([]);
    expect(said).toMatchObject({ verifiedAt: NOW, resumed: 1 });
  });

  it('compares heads noted on this machine, in the names of backups, and typed in', async () => {
    const { portfolio, verify, head } = opened({ backups: [] });
    const printed = { seq: head().seq, hash: head().hash.slice(0, 16) };
    expect(await verify([printed])).toMatchObject({ isGood: true, heldHeads: 1 });
    expect(await verify([printed, head()])).toMatchObject({ isGood: true, heldHeads: 1 });
    portfolio.run('createInitiative', (tx) =>
      createInitiative(tx, { name: 'D', stage: 'idea' }, portfolio.newId),
    );
    expect(await verify([printed])).toMatchObject({ isGood: true, entries: 5 });
  });

  it.each([
    ['noted on this machine', { noted: [OTHER], backups: [] }],
    ['in the name of a backup', { backups: [OTHER] }],
  ])(
    'tells of a history that is not the one %s, and goes on backing the sound file up',
    async (_where, around) => {
      const { said, notices, verify } = opened(around);
      const report = await verify();
      expect(report).toMatchObject({ isGood: false, faults: [{ kind: 'head', seq: 1 }], heldHeads: 1 });
      expect(notices.list()).toEqual([{ kind: 'changed_elsewhere', text: report.faults[0]?.text }]);
      expect(said).toMatchObject({ failed: 0, stopped: [], verifiedAt: NOW });
    },
  );

  it('reports a typed head that does not fit, and leaves it at that', async () => {
    const { said, notices, verify } = opened({ backups: [] });
    expect(await verify([OTHER])).toMatchObject({ isGood: false, faults: [{ kind: 'head', seq: 1 }] });
    expect(said).toMatchObject({ failed: 0, stopped: [], verifiedAt: NOW });
    expect(notices.list()).toEqual([]);
  });
});

describe('heldHeads()', () => {
  it('takes each head once and passes over names that hold none', () => {
    const third = { seq: 3, hash: '0123456789abcdef' };
    const { context } = opened({
      noted: [OTHER],
      backups: [OTHER, third, { seq: 4, hash: 'short' }, { seq: 0, hash: OTHER.hash }],
    });
    expect(heldHeads(context)).toEqual([OTHER, third]);
  });

  it('does without the backups when their folder cannot be read', () => {
    const { context, said } = opened({ noted: [OTHER] });
    expect(heldHeads(context)).toEqual([OTHER]);
    expect(said.logged).toEqual(['the heads in the names of the backups could not be read']);
  });
});

describe('distinctHeads()', () => {
  it('keeps heads of one entry that differ', () => {
    expect(distinctHeads([OTHER, OTHER, { ...OTHER, hash: 'f'.repeat(16) }])).toHaveLength(2);
  });

  it('takes the longest form of a hash for its shorter ones', () => {
    const longer = { ...OTHER, hash: `${OTHER.hash}ff` };
    const longest = { ...OTHER, hash: `${longer.hash}00` };
    const elsewhere = { ...OTHER, seq: 3 };
    expect(distinctHeads([OTHER, longest, longer, elsewhere])).toEqual([longest, elsewhere]);
  });
});
