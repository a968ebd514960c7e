import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectPortfolio } from '#db/inspect.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { crashInChange } from '#tests/support/crashed-portfolio.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

function closed(): string {
  const portfolio = newTestPortfolio();
  portfolio.file().close();
  return portfolio.path;
}

describe('inspectPortfolio()', () => {
  it('tells version, last entry and number of initiatives, and changes nothing', () => {
    const path = closed();
    const before = readFileSync(path);
    expect(inspectPortfolio(path)).toMatchObject({
      version: SCHEMA_VERSION,
      head: { seq: 1 },
      initiatives: 0,
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('looks at a file of an older version as well', () => {
    expect(inspectPortfolio(oldPortfolio())).toMatchObject({ version: 1, head: { seq: 3 } });
  });

  it('plays a journal in only into a private copy', () => {
    const path = closed();
    crashInChange(path);
    const before = readFileSync(path);
    expect(() => inspectPortfolio(path)).toThrow();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(inspectPortfolio(path, { isPrivateCopy: true })).toMatchObject({ head: { seq: 1 } });
  });

  it.each<[string, string, (path: string) => void]>([
    ['cut short', 'file_damaged', (path) => truncateSync(path, 8192)],
    ['of another kind', 'file_not_pilotage', (path) => writeFileSync(path, 'x'.repeat(500))],
  ])('refuses a file %s', (_what, code, change) => {
    const path = closed();
    change(path);
    expect(() => inspectPortfolio(path)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a file larger than it may be, in megabytes', () => {
    expect(() => inspectPortfolio(closed(), { mostBytes: 1024 * 1024 - 1 })).not.toThrow();
    expect(() => inspectPortfolio(closed(), { mostBytes: 1000 })).toThrow(
      expect.objectContaining({
        code: 'too_large',
        message: expect.stringMatching(/is 1 MB; .* up to 1 MB/),
      }),
    );
  });
});
