import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSqlite } from '#db/sqlite.ts';
import { newTestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';
import { figures } from './crash.fault.ts';
import { surviving } from './support/acknowledged.ts';
import { deskAt, scriptStep } from './support/desk.ts';
import { quickValue } from './support/quick.ts';

/** Twenty children are started, one after the other; a busy machine takes its time. */
const PATIENCE_MS = 120_000;

describe('a program killed at random moments', () => {
  for (const figure of figures.filter(({ unit }) => unit !== 'ms'))
    it(`costs nothing: ${figure.name}`, { timeout: PATIENCE_MS }, async ({ skip }) => {
      expect(await quickValue(figure, skip)).toBe(figure.budget);
    });
});

describe('surviving()', () => {
  const hash = 'f'.repeat(64);

  it('finds a portfolio of which nothing is missing', () => {
    const path = join(temporaryFolder(true), 'a.pilotage');
    const desk = deskAt(path, 'a');
    desk.create();
    const heads = [desk.open(), ...Array.from({ length: 6 }, (_, at) => desk.act(scriptStep(at)))];
    desk.close();
    const entries = heads.flatMap((head) => head ?? []);
    expect(entries).toHaveLength(7);
    expect(surviving(path, entries)).toMatchObject({ isOpen: true, lost: 0, unacknowledged: 0, faults: '' });
    expect(surviving(path, entries.slice(0, 5))).toMatchObject({ lost: 0, unacknowledged: 2 });
  });

  it('misses an entry that is gone, and one that is another now', () => {
    const { path, file } = newTestPortfolio({ isFast: true });
    file().close();
    const gone = [
      { seq: 1, hash },
      { seq: 2, hash },
    ];
    expect(surviving(path, gone)).toMatchObject({ isOpen: true, lost: 2, unacknowledged: 1 });
  });

  it('sees a row that no entry put there', () => {
    const { path, file } = newTestPortfolio({ isFast: true });
    file().close();
    const raw = new (loadSqlite())(path);
    raw.exec("UPDATE portfolio SET name = 'Other'");
    raw.close();
    expect(surviving(path, [])).toMatchObject({ isOpen: true, faults: expect.stringContaining('portfolio') });
  });

  it('says why a file cannot be opened', () => {
    const path = join(temporaryFolder(), 'a.pilotage');
    expect(surviving(path, [])).toMatchObject({ isOpen: false, why: expect.stringContaining('not there') });
    copyFileSync(import.meta.filename, path);
    expect(surviving(path, [])).toMatchObject({
      isOpen: false,
      why: expect.stringContaining('not a Pilotage'),
    });
  });
});
