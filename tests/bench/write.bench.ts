import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeMonths, createInitiative, recordAssessment, updateInitiative } from '#db/commands/index.ts';
import { configure } from '#db/configure.ts';
import { createPortfolioFile } from '#db/create.ts';
import { type OpenPortfolio, openPortfolioFile } from '#db/open.ts';
import { readHistory } from '#db/read/history.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { runCommand, type Tx } from '#db/write.ts';
import type { Instant, IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { type Figure, median, timed } from './support/figure.ts';

const AT = '2026-10-01T08:00:00.000Z' as Instant;
const META = { actor: 'bench', at: AT, appVersion: '0' };

async function withFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(parent, 'pilotage-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newPortfolio(folder: string): { file: OpenPortfolio; initiativeId: string } {
  const path = join(folder, 'bench.pilotage');
  createPortfolioFile(path, { name: 'Bench', currency: 'EUR', at: AT, newId: randomUUID, appVersion: '0' });
  const file = openPortfolioFile(path);
  const command = { ...META, name: 'createInitiative', label: 'Add' };
  const { value } = runCommand(file.db, command, (tx) =>
    createInitiative(tx, { name: 'Bench', stage: 'limited' }, randomUUID),
  );
  return { file, initiativeId: value.id };
}

/** A bare table with the portfolio's own settings: what one row in one transaction costs on this disk. */
function bareTable(folder: string) {
  const Sqlite = loadSqlite();
  const raw = new Sqlite(join(folder, 'bare.db'));
  raw.exec(
    'CREATE TABLE month (initiative TEXT NOT NULL, month INTEGER NOT NULL, PRIMARY KEY (initiative, month)) STRICT',
  );
  configure(raw, false);
  const insert = raw.prepare('INSERT INTO month VALUES (?, ?)');
  return {
    insert: (key: number) => raw.transaction(() => insert.run('bench', key)).immediate(),
    close: () => raw.close(),
  };
}

/** Median time of one command over that of the bare transaction, in turns on a real disk. */
async function commandToBare(isQuick: boolean, work: (tx: Tx, initiativeId: string, round: number) => void) {
  return withFolder(tmpdir(), async (folder) => {
    const { file, initiativeId } = newPortfolio(folder);
    const bare = bareTable(folder);
    const own: number[] = [];
    const base: number[] = [];
    const rounds = isQuick ? 60 : 400;
    for (let round = 0; round < rounds; round += 1) {
      const command = { ...META, name: 'bench', label: 'Bench' };
      const mine = await timed(() => runCommand(file.db, command, (tx) => work(tx, initiativeId, round)));
      const theirs = await timed(() => bare.insert(round));
      if (round >= 20) {
        own.push(mine);
        base.push(theirs);
      }
    }
    file.close();
    bare.close();
    return median(own) / median(base);
  });
}

const FIRST_MONTH = 1950 * 12;
const ON = '2026-08-10' as IsoDate;

/** Made in memory: a hundred thousand synced commands would take minutes and measure nothing more. */
const workshop = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs `work` on a portfolio whose history has so many entries. */
function withHistory<T>(
  entries: number,
  work: (file: OpenPortfolio, initiativeId: string) => Promise<T>,
): Promise<T> {
  return withFolder(workshop, async (folder) => {
    const { file, initiativeId } = newPortfolio(folder);
    for (let count = 0; count < entries; count += 1)
      runCommand(file.db, { ...META, name: 'updateInitiative', label: `Edit ${count}` }, (tx) =>
        updateInitiative(tx, { id: initiativeId, patch: { purpose: `purpose ${count}` } }),
      );
    try {
      return await work(file, initiativeId);
    } finally {
      file.close();
    }
  });
}

const ROUNDS = 7;

/** Milliseconds to page ten times through a history of so many entries, from the newest on. */
function pagingTime(entries: number): Promise<number> {
  return withHistory(entries, async (file, initiativeId) => {
    const page = () => {
      let before: number | undefined;
      for (let turn = 0; turn < 10; turn += 1) {
        const ofOne = turn % 2 === 0 ? initiativeId : undefined;
        before = readHistory(file.db, { before, limit: 50, initiativeId: ofOne }).at(-1)?.seq;
      }
    };
    page();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(page));
    return median(times);
  });
}

/** Milliseconds to open a file whose history has so many entries, its checks included. */
function openingTime(entries: number): Promise<number> {
  return withHistory(entries, async (file) => {
    file.close();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push(
        await timed(() => {
          const opened = openPortfolioFile(file.path);
          readHistory(opened.db, { limit: 50 });
          opened.close();
        }),
      );
    return median(times);
  });
}

export const figures: readonly Figure[] = [
  {
    name: 'CLOSE_A_MONTH_TO_BARE_TRANSACTION',
    unit: 'x',
    budget: 3,
    run: ({ isQuick }) =>
      commandToBare(isQuick, (tx, initiativeId, round) =>
        closeMonths(tx, { initiativeId, months: [(FIRST_MONTH + round) as MonthIndex] }),
      ),
  },
  {
    name: 'RECORD_A_LEVEL_TO_BARE_TRANSACTION',
    unit: 'x',
    budget: 3,
    run: ({ isQuick }) =>
      commandToBare(isQuick, (tx, initiativeId) => {
        const evidence = [{ kind: 'telemetry' as const, datedOn: ON, link: '', note: 'dashboard' }];
        const level = {
          initiativeId,
          gap: 'data',
          level: 3,
          rater: 'office',
          ratedOn: ON,
          note: '',
          evidence,
        } as const;
        recordAssessment(tx, { ...level, evidence }, randomUUID);
      }),
  },
  {
    // What the architecture grants to any opening beside the reading of the rows, of which there is one here.
    name: 'OPEN_WITH_100000_ENTRIES',
    unit: 'ms',
    budget: 500,
    run: ({ isQuick }) => openingTime(isQuick ? 10_000 : 100_000),
  },
  {
    name: 'HISTORY_PAGES_100000_TO_1000',
    unit: 'x',
    // Ours: a page is found by index, so a hundred times the history may cost a little more, not a hundred times.
    budget: 2,
    run: async ({ isQuick }) => (await pagingTime(isQuick ? 10_000 : 100_000)) / (await pagingTime(1000)),
  },
];
