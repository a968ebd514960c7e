import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { loadSqlite } from '#db/sqlite.ts';
import { startApp } from '../e2e/support/browser-app.ts';
import { type Figure, median, timed } from './support/figure.ts';
import { monthValues, writeReferenceFile } from './support/reference-file.ts';

/** What the budget grants beside the reading: milliseconds. */
const GRANTED_MS = 500;

/** What the register is made from. */
const READ_TABLES = [
  'initiative',
  'assessment',
  'evidence',
  'value_line',
  'month_value',
  'month_state',
  'metric_reading',
];

/** A bare script that reads the same rows: opens the file, asks for all of them, closes. */
function bareRead(path: string): void {
  const Sqlite = loadSqlite();
  const db = new Sqlite(path, { readonly: true });
  for (const table of READ_TABLES) db.prepare(`SELECT * FROM ${table}`).raw(true).all();
  db.close();
}

/** Runs `work` with a page on the register of an empty portfolio, and the reference file beside it. */
async function withReference<T>(
  initiatives: number,
  work: (page: Page, path: string) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
  const folder = join(home, 'portfolios');
  mkdirSync(folder);
  const path = join(folder, 'Reference.pilotage');
  writeReferenceFile(path, initiatives);
  const app = await startApp({ home });
  const browser = await chromium.launch({
    executablePath: process.env.PILOTAGE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(app.address);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Register/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor();
    return await work(page, path);
  } finally {
    await browser.close();
    await app.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Runs in the page, on the register: asks for the portfolio of this name and waits until as many rows stand there as it
 * must have and have been painted. Answers milliseconds from the call. Whoever opens a file from the register stays there.
 */
const OPEN = `async ({ name, rows }) => {
  const ask = async (call, input) => {
    const response = await fetch('/api/' + call, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + sessionStorage.getItem('pilotage.bearer') },
      body: JSON.stringify(input),
    });
    const answer = await response.json();
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const { files } = await ask('listPortfolios', {});
  const { handle } = files.find((file) => file.name === name);
  const start = performance.now();
  let isOpen = false;
  const opening = ask('openPortfolio', { handle }).then(() => { isOpen = true; });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const grid = () => document.querySelector('[role=grid]');
  const isThere = () => rows === 0
    ? grid() === null
    : Number(grid()?.getAttribute('aria-rowcount') ?? 0) > rows && grid().querySelectorAll('tbody tr').length > 5;
  while (!isOpen || !isThere()) await frame();
  if (location.hash !== '#/register') throw new Error('not on the register');
  await frame();
  const took = performance.now() - start;
  await opening;
  return took;
}`;

const openIn = (page: Page, name: string, rows: number): Promise<number> =>
  page.evaluate<number>(`(${OPEN})(${JSON.stringify({ name, rows })})`);

/** Milliseconds from the call to the register's first frame, and of the bare reading, in turns: medians. */
async function openTimes(initiatives: number, rounds: number): Promise<{ opened: number; bare: number }> {
  return withReference(initiatives, async (page, path) => {
    const opened: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const own = await openIn(page, 'Reference', initiatives);
      await openIn(page, 'My portfolio', 0);
      const base = await timed(() => bareRead(path));
      // The first round lets both engines warm up.
      if (round > 0) {
        opened.push(own);
        bare.push(base);
      }
    }
    return { opened: median(opened), bare: median(bare) };
  });
}

const INITIATIVES = 2000;
const rounds = (isQuick: boolean) => (isQuick ? 2 : 5);

export const figures: readonly Figure[] = [
  {
    name: 'OPEN_REFERENCE_LESS_500_MS_TO_BARE_READ',
    unit: 'x',
    budget: 1.5,
    run: async ({ isQuick }) => {
      const { opened, bare } = await openTimes(isQuick ? 500 : INITIATIVES, rounds(isQuick));
      const note = `${Math.round(opened)} ms from the call to the register, ${Math.round(bare)} ms to read the rows`;
      return { value: Math.max(0, opened - GRANTED_MS) / bare, note };
    },
  },
  {
    name: 'OPEN_GROWTH_1000_TO_2000',
    unit: 'x',
    budget: 2.2,
    run: async ({ isQuick }) => {
      const small = await openTimes(isQuick ? 250 : INITIATIVES / 2, rounds(isQuick));
      const large = await openTimes(isQuick ? 500 : INITIATIVES, rounds(isQuick));
      const note = `${Math.round(small.opened)} and ${Math.round(large.opened)} ms from the call to the register`;
      return { value: large.opened / small.opened, note };
    },
  },
  {
    name: 'BYTES_PER_MONTH_VALUE',
    unit: 'bytes',
    // Ours: the amount itself, its image in the history, and its share of the hash chain's entries.
    budget: 500,
    run: ({ isQuick }) => {
      const folder = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
      try {
        const path = join(folder, 'reference.pilotage');
        const initiatives = isQuick ? 200 : INITIATIVES;
        writeReferenceFile(path, initiatives);
        return statSync(path).size / monthValues(initiatives);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
];
