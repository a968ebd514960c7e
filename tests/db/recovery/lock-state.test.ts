import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockState } from '#db/recovery/lock-state.ts';
import { crashInChange } from '#tests/support/crashed-portfolio.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';
import { newTestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

function closed(): string {
  const portfolio = newTestPortfolio();
  portfolio.file().close();
  return portfolio.path;
}

describe('lockState()', () => {
  it('says that nobody has a file', () => {
    expect(lockState(closed())).toBe('free');
  });

  it('says that another process has it, also in the middle of a change', async () => {
    const path = closed();
    await holdElsewhere(path, 'changes');
    expect(lockState(path)).toBe('held');
  });

  it('does not play a leftover journal in', () => {
    const path = closed();
    crashInChange(path);
    const before = readFileSync(path);
    expect(lockState(path)).toBe('free');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-journal`)).toBe(true);
  });

  it('does not know for a file that is no database', () => {
    const path = join(temporaryFolder(), 'a.pilotage');
    writeFileSync(path, Buffer.alloc(4096, 0x41));
    expect(lockState(path)).toBe('unknown');
  });
});
