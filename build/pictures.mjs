// `npm run pictures`: takes the pictures of the README from the sample portfolio. `-- --all FOLDER` takes every screen
// instead, empty and filled, in both themes, at three sizes, to be looked at side by side; FOLDER is made.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { startApp } from '../tests/e2e/support/browser-app.ts';
import { runMain, say } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');
/** What a picture in the README may weigh. */
const MOST_BYTES = 300_000;
const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 2560, height: 1440 };
/** A laptop at 200 % zoom. */
const ZOOMED = { width: 640, height: 400 };

const SCREENS = ['portfolio', 'register', 'months', 'policy', 'report', 'import', 'settings', 'help'];
const TABS = [
  'summary',
  'gaps',
  'checklist',
  'value',
  'forward',
  'assets',
  'risk',
  'tripwires',
  'decisions',
  'activity',
  'details',
];

/** Name of the picture, where, theme. */
const README_PICTURES = [
  ['home-light', '#/portfolio', 'light'],
  ['register-dark', '#/register', 'dark'],
  ['verdict-light', 'initiative:summary', 'light'],
  ['value-dark', 'initiative:value', 'dark'],
];
/** The initiative of the sample that is shown: it has months, evidence and a forward model. */
const SHOWN = 'Claims triage';

async function launch() {
  const system = '/usr/bin/chromium';
  const executablePath = process.env.PILOTAGE_CHROMIUM || (existsSync(system) ? system : undefined);
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/** Goes to a place of the app and waits until nothing there is loading any more. */
async function show(page, place) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
  await page.locator('h1').first().waitFor();
  // A screen says "Reading ..." until its answer is there; charts are drawn in the frames after it.
  await page.waitForFunction(
    () =>
      !/^Reading .*…$/m.test(document.body.innerText) &&
      document.querySelector('[aria-busy="true"]') === null,
  );
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)))),
  );
}

async function addressOf(page, name) {
  await show(page, '#/register');
  const link = page.getByRole('link', { name }).first();
  return (await link.getAttribute('href')).replace(/\/[a-z]+$/, (tab) =>
    TABS.includes(tab.slice(1)) ? '' : tab,
  );
}

async function withPages(browser, options, work) {
  const app = await startApp({ isSample: options.isSample });
  const context = await browser.newContext({ ...options.page, locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    await page.goto(app.address);
    await page.locator('h1').first().waitFor();
    await work(page);
  } finally {
    await context.close();
    await app.stop();
  }
}

async function takeForReadme(browser) {
  const folder = join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, place, colorScheme] of README_PICTURES) {
    await withPages(browser, { isSample: true, page: { viewport: LAPTOP, colorScheme } }, async (page) => {
      const target = place.startsWith('initiative:')
        ? `${await addressOf(page, SHOWN)}/${place.slice('initiative:'.length)}`
        : place;
      await show(page, target);
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      const { size } = statSync(path);
      if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes, more than ${MOST_BYTES}.`);
      say(`docs/pictures/${name}.png  ${Math.round(size / 1000)} kB`);
    });
  }
}

async function takeAll(browser, folder) {
  mkdirSync(folder, { recursive: true });
  for (const isSample of [true, false]) {
    for (const [size, viewport] of Object.entries({ laptop: LAPTOP, wall: WALL, zoomed: ZOOMED })) {
      for (const colorScheme of ['light', 'dark']) {
        await withPages(browser, { isSample, page: { viewport, colorScheme } }, async (page) => {
          const places = SCREENS.map((screen) => [screen, `#/${screen}`]);
          if (isSample) {
            const initiative = await addressOf(page, SHOWN);
            for (const tab of TABS) places.push([`initiative-${tab}`, `${initiative}/${tab}`]);
          }
          for (const [name, place] of places) {
            await show(page, place);
            const file = [isSample ? 'sample' : 'empty', size, colorScheme, name].join('-');
            await page.screenshot({ path: join(folder, `${file}.png`), animations: 'disabled' });
          }
        });
      }
    }
  }
}

await runMain(async () => {
  const [flag, folder] = process.argv.slice(2);
  const browser = await launch();
  try {
    if (flag === '--all' && folder) await takeAll(browser, resolve(folder));
    else await takeForReadme(browser);
  } finally {
    await browser.close();
  }
  return 0;
});
