import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createInitiative } from '#db/commands/index.ts';
import { createPortfolioFile } from '#db/create.ts';
import { contentDigest } from '#db/digest.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { verifyFile } from '#db/verify.ts';
import { runCommand } from '#db/write.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION } from '#tests/support/portfolio.ts';
import { smallDisk, whyNoSmallDisk } from '#tests/support/small-disk.ts';

describe.skipIf(whyNoSmallDisk !== undefined)('on a full disk', () => {
  it('a command is refused whole, the file stays sound, and goes on once there is room', () => {
    const folder = smallDisk(1024);
    const path = join(folder, 'small.pilotage');
    const [newId, now] = [fixedIds(), fixedClock()];
    createPortfolioFile(path, { name: 'Small', currency: 'EUR', at: now(), newId, appVersion: TEST_VERSION });
    const file = openPortfolioFile(path);
    onTestFinished(() => file.close());
    const add = (size: number) => {
      const meta = {
        name: 'createInitiative',
        label: 'Add',
        actor: 'T',
        at: now(),
        appVersion: TEST_VERSION,
      };
      const input = { name: 'Big', stage: 'idea', purpose: 'x'.repeat(size) } as const;
      return runCommand(file.db, meta, (tx) => createInitiative(tx, input, newId));
    };
    add(10);
    const before = [contentDigest(file.db), readAuditHead(file.db)];
    expect(() => add(800_000)).toThrow(
      expect.objectContaining({
        code: 'disk_full',
        message: expect.stringMatching(/“small\.pilotage” is full.*Free some space/),
      }),
    );
    expect([contentDigest(file.db), readAuditHead(file.db)]).toEqual(before);
    add(10);
    expect(verifyFile(file.db)).toMatchObject({ isGood: true, chain: { entries: 3 } });
  });

  it('a new portfolio is not made, and nothing is left behind', () => {
    const folder = smallDisk(1024);
    writeFileSync(join(folder, 'filler'), Buffer.alloc(900 * 1024));
    const options = {
      name: 'N',
      currency: 'EUR',
      at: fixedClock()(),
      newId: fixedIds(),
      appVersion: TEST_VERSION,
    };
    expect(() => createPortfolioFile(join(folder, 'new.pilotage'), options)).toThrow(
      expect.objectContaining({ code: 'disk_full' }),
    );
    expect(readdirSync(folder)).toEqual(['filler']);
    rmSync(join(folder, 'filler'));
    createPortfolioFile(join(folder, 'new.pilotage'), options);
    expect(readdirSync(folder)).toEqual(['new.pilotage']);
  });
});
