import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startApp } from '../e2e/support/browser-app.ts';
import { benchPortfolio, importWhole } from './support/bench-portfolio.ts';
import { type Figure, median, p95 } from './support/figure.ts';
import { inventoryFile, madeUpInventory } from './support/inventory.ts';

/** Rounds before the measured ones, each press twice: the engine compiles what it runs often. */
const WARM_UP = 16;

/** ms. What is prepared in idle moments after opening belongs to the opening. */
const IDLE = 3000;

/**
 * Runs in the page: after a pause as between two presses of a person, presses and waits until the change has been
 * painted. Answers milliseconds.
 */
const TO_NEXT_FRAME = `async (act) => {
  await new Promise((done) => setTimeout(done, 100));
  const start = performance.now();
  act();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}`;

/** As many initiatives as the register must stay quick with. */
const MANY = 10_000;

/** The register of an imported inventory in a real Chromium, served by browser mode as built. */
async function withRegister<T>(
  root: string,
  work: (page: Page) => Promise<T>,
  inventory = inventoryFile(root),
): Promise<T> {
  const portfolio = await benchPortfolio(root);
  await importWhole(portfolio, inventory);
  await portfolio.service.close();
  const home = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
  const app = await startApp({ file: portfolio.path, home });
  const browser = await chromium.launch({
    ...(process.env.PILOTAGE_CHROMIUM
      ? { executablePath: process.env.PILOTAGE_CHROMIUM }
      : { executablePath: '/usr/bin/chromium' }),
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(app.address);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Register/ })
      .click();
    await page.getByRole('grid', { name: 'Register' }).waitFor();
    await page.waitForTimeout(IDLE);
    return await work(page);
  } finally {
    await browser.close();
    await app.stop();
    await portfolio.remove();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Sorts by one column after the other and answers the times. */
async function sortTimes(page: Page, rounds: number): Promise<number[]> {
  return times(
    page,
    rounds,
    (round) => `document.querySelectorAll('[role=grid] th button')[${round % 6}].click();`,
  );
}

const WORDS = ['claims', 'data', 'model', '', 'health', 'zzz', 'a', ''];

/** Searches for one word after the other and answers the times. */
async function filterTimes(page: Page, rounds: number): Promise<number[]> {
  // React listens to the native setter's input event, as it does when a person types.
  return times(
    page,
    rounds,
    (round) => `const input = document.querySelector('search input');
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      set.call(input, ${JSON.stringify(WORDS[round % WORDS.length])});
      input.dispatchEvent(new Event('input', { bubbles: true }));`,
  );
}

/** Groups by one thing after the other, and not, and answers the times. */
async function groupTimes(page: Page, rounds: number): Promise<number[]> {
  const button = page.getByRole('button', { name: /^Group/ });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return times(
    page,
    rounds,
    (round) =>
      `document.querySelectorAll('fieldset[aria-label="Group by"] input')[${(round + 1) % 5}].click();`,
  );
}

/**
 * Runs in the page: writes another unit into the active row and waits until the register shows it as stored. Answers
 * milliseconds from Enter.
 */
const EDIT = `async (text) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const key = (element, name) => element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  const grid = document.querySelector('[role=grid]');
  grid.focus();
  await frame();
  const row = document.getElementById(grid.getAttribute('aria-activedescendant'));
  const cell = row.querySelector('[data-column=unit]');
  cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  let field = null;
  while (!(field = document.querySelector('input[aria-label^="Unit of"]'))) await frame();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => setTimeout(done, 100));
  const start = performance.now();
  key(field, 'Enter');
  while (row.querySelector('[data-column=unit]').textContent !== text) await frame();
  const took = performance.now() - start;
  await new Promise((done) => setTimeout(done, 50));
  const next = document.querySelector('input[aria-label^="Unit of"]');
  if (next) key(next, 'Escape');
  return took;
}`;

let written = 0;

/** Writes into one row after the other, never what stands there, and answers the times. */
async function editTimes(page: Page, rounds: number): Promise<number[]> {
  await page.getByRole('grid', { name: 'Register' }).press('Home');
  const measured: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const time = await page.evaluate<number>(`(${EDIT})('Unit ${written++}')`);
    if (round >= WARM_UP) measured.push(time);
  }
  return measured;
}

/** Milliseconds from loading the page anew, on the register, to the frame that shows its first rows. */
async function firstPaints(page: Page, rounds: number): Promise<number[]> {
  const measured: number[] = [];
  await page.addInitScript(`(() => {
    const seen = () => {
      if (document.querySelectorAll('[role=grid] tbody tr').length > 5)
        requestAnimationFrame(() => setTimeout(() => { globalThis.firstRows = performance.now(); }, 0));
      else requestAnimationFrame(seen);
    };
    requestAnimationFrame(seen);
  })()`);
  for (let round = 0; round <= rounds; round += 1) {
    await page.reload();
    const time = await page.evaluate<number>(
      `new Promise((done) => {
        const look = () => (globalThis.firstRows === undefined ? requestAnimationFrame(look) : done(globalThis.firstRows));
        look();
      })`,
    );
    // The first round fills the cache of compiled code.
    if (round > 0) measured.push(time);
  }
  return measured;
}

/** Bytes of code and styles the page has loaded when the register stands, as they lie in the application. */
async function pageWeight(page: Page): Promise<number> {
  await page.reload();
  await page.getByRole('grid', { name: 'Register' }).waitFor();
  return page.evaluate<number>(
    `performance.getEntriesByType('resource').filter(({ name }) => /[.](js|css)$/.test(name)).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)`,
  );
}

const WHEELS = 120;

/** Turns the wheel down the register and answers how many tasks of the page took longer than 50 ms meanwhile. */
async function longTasksWhileScrolling(page: Page): Promise<number> {
  const grid = page.getByRole('grid', { name: 'Register' });
  await grid.hover({ position: { x: 400, y: 200 } });
  await page.evaluate(`globalThis.longTasks = 0;
    new PerformanceObserver((list) => { globalThis.longTasks += list.getEntries().length; }).observe({ type: 'longtask' });`);
  for (let turn = 0; turn < WHEELS; turn += 1) {
    await page.mouse.wheel(0, turn < WHEELS / 2 ? 240 : 2400);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(300);
  return page.evaluate<number>('globalThis.longTasks');
}

async function times(page: Page, rounds: number, act: (round: number) => string): Promise<number[]> {
  const measured: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const time = await page.evaluate<number>(`(${TO_NEXT_FRAME})(() => { ${act(round)} })`);
    if (round >= WARM_UP) measured.push(time);
  }
  return measured;
}

/**
 * What the browser itself needs for the same rows: a copy of the table over the page gets them as text, in turned
 * order, without search, sorting or React.
 */
const bareRows = async (page: Page, n: number) =>
  median(
    await times(
      page,
      n,
      () => `const grid = document.querySelector('[role=grid]').parentElement;
        let copy = document.getElementById('bare-copy');
        if (!copy) {
          copy = grid.cloneNode(true);
          copy.id = 'bare-copy';
          const { left, top, width, height } = grid.getBoundingClientRect();
          Object.assign(copy.style, { position: 'fixed', left: left + 'px', top: top + 'px', width: width + 'px', height: height + 'px' });
          document.body.append(copy);
        }
        const body = copy.querySelector('tbody');
        body.innerHTML = [...body.children].map((row) => row.outerHTML).reverse().join('');`,
    ),
  );
const rounds = (isQuick: boolean) => (isQuick ? 12 : 40);

/** How often a percentile is taken: what else the machine does comes in bursts, which the median of these leaves out. */
const RUNS = 5;

/**
 * The 95th percentile of what `measure` answers on the imported inventory, or on a made-up one of {@link MANY}; the
 * median of {@link RUNS}.
 */
const p95Figure = (
  name: string,
  budget: number,
  isMany: boolean,
  measure: (page: Page, rounds: number) => Promise<number[]>,
): Figure => ({
  name,
  unit: 'ms',
  budget,
  run: ({ isQuick, root }) =>
    withRegister(
      root,
      async (page) => {
        const runs: number[] = [];
        for (let run = 0; run < (isQuick ? 1 : RUNS); run += 1)
          runs.push(p95(await measure(page, rounds(isQuick))));
        return median(runs);
      },
      isMany ? madeUpInventory(MANY) : inventoryFile(root),
    ),
});

export const figures: readonly Figure[] = [
  p95Figure('REGISTER_SORT_P95_2133', 50, false, sortTimes),
  p95Figure('REGISTER_FILTER_P95_2133', 50, false, filterTimes),
  p95Figure('REGISTER_GROUP_P95_2133', 50, false, groupTimes),
  p95Figure('REGISTER_SORT_P95_10000', 100, true, sortTimes),
  p95Figure('REGISTER_FILTER_P95_10000', 100, true, filterTimes),
  p95Figure('REGISTER_GROUP_P95_10000', 100, true, groupTimes),
  // Ours: what is written is on the disk and shown before the next thing is typed.
  p95Figure('REGISTER_EDIT_P95_2133', 150, false, editTimes),
  p95Figure('REGISTER_EDIT_P95_10000', 350, true, editTimes),
  {
    name: 'REGISTER_FIRST_PAINT_2133',
    unit: 'ms',
    // Ours: a page that stands within a second needs no splash screen.
    budget: 1000,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => median(await firstPaints(page, isQuick ? 3 : 7))),
  },
  {
    name: 'REGISTER_PAGE_WEIGHT',
    unit: 'kB',
    // Ours: code and styles, not compressed, of a page that is never sent over a network.
    budget: 1500,
    run: ({ root }) => withRegister(root, async (page) => (await pageWeight(page)) / 1000),
  },
  {
    name: 'REGISTER_SCROLL_LONG_TASKS_2133',
    unit: 'tasks',
    budget: 0,
    run: ({ root }) => withRegister(root, longTasksWhileScrolling),
  },
  {
    name: 'REGISTER_SCROLL_LONG_TASKS_10000',
    unit: 'tasks',
    budget: 0,
    run: ({ root }) => withRegister(root, longTasksWhileScrolling, madeUpInventory(MANY)),
  },
  {
    name: 'REGISTER_SORT_MEDIAN_TO_BARE_ROWS',
    unit: 'x',
    budget: 3,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => {
        const n = rounds(isQuick);
        return median(await sortTimes(page, n)) / (await bareRows(page, n));
      }),
  },
  {
    name: 'REGISTER_FILTER_MEDIAN_TO_BARE_ROWS',
    unit: 'x',
    budget: 3,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => {
        const n = rounds(isQuick);
        return median(await filterTimes(page, n)) / (await bareRows(page, n));
      }),
  },
];
