import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startApp } from '../e2e/support/browser-app.ts';
import { benchPortfolio, importWhole } from './support/bench-portfolio.ts';
import { type Figure, median, p95 } from './support/figure.ts';
import { inventoryFile } from './support/inventory.ts';

/** Rounds before the measured ones: the engine compiles what it runs often. */
const WARM_UP = 8;

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

/** The register of the imported inventory in a real Chromium, served by browser mode as built. */
async function withRegister<T>(root: string, work: (page: Page) => Promise<T>): Promise<T> {
  const portfolio = await benchPortfolio(root);
  await importWhole(portfolio, inventoryFile(root));
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

export const figures: readonly Figure[] = [
  {
    name: 'REGISTER_SORT_P95_2133',
    unit: 'ms',
    budget: 50,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => p95(await sortTimes(page, rounds(isQuick)))),
  },
  {
    name: 'REGISTER_FILTER_P95_2133',
    unit: 'ms',
    budget: 50,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => p95(await filterTimes(page, rounds(isQuick)))),
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
