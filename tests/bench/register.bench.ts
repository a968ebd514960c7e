import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startApp } from '../e2e/support/browser-app.ts';
import { benchPortfolio, importWhole } from './support/bench-portfolio.ts';
import { type Figure, p95 } from './support/figure.ts';
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

export const figures: readonly Figure[] = [
  {
    name: 'REGISTER_SORT_P95_2133',
    unit: 'ms',
    budget: 50,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => {
        const times: number[] = [];
        for (let round = -WARM_UP; round < (isQuick ? 12 : 40); round += 1) {
          const press = `document.querySelectorAll('[role=grid] th button')[${(round + WARM_UP) % 6}].click()`;
          const time = await page.evaluate<number>(`(${TO_NEXT_FRAME})(() => { ${press}; })`);
          if (round >= 0) times.push(time);
        }
        return p95(times);
      }),
  },
  {
    name: 'REGISTER_FILTER_P95_2133',
    unit: 'ms',
    budget: 50,
    run: ({ isQuick, root }) =>
      withRegister(root, async (page) => {
        const words = ['claims', 'data', 'model', '', 'health', 'zzz', 'a', ''];
        const times: number[] = [];
        for (let round = -WARM_UP; round < (isQuick ? 12 : 40); round += 1) {
          const text = JSON.stringify(words[(round + WARM_UP) % words.length]);
          // React listens to the native setter's input event, as it does when a person types.
          const type = `const input = document.querySelector('search input');
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${text});
            input.dispatchEvent(new Event('input', { bubbles: true }));`;
          const time = await page.evaluate<number>(`(${TO_NEXT_FRAME})(() => { ${type} })`);
          if (round >= 0) times.push(time);
        }
        return p95(times);
      }),
  },
];
