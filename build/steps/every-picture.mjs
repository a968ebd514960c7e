// Every screen in every state a person may meet it in, to be looked at side by side.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importedPortfolio, onePortfolio, strangePortfolio } from '../../tests/support/picture-portfolios.ts';
import { goTo, LAPTOP, settle, show, WALL, withPage, ZOOMED } from './camera.mjs';
import { SetUpError, say } from './say.mjs';

const root = resolve(import.meta.dirname, '../..');
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
/** The sample's Claims triage: it has months, evidence and a forward model. */
const SHOWN = 'Claims triage';
const BOTH_THEMES = ['light', 'dark'];
const SIZES = { laptop: LAPTOP, wall: WALL, zoomed: ZOOMED };

/** px. A screen longer than the window is taken whole up to this height. */
const TALLEST = 6000;

/** The calls that bring a screen its content. The others keep working: a screen stands in its frame while it waits. */
const CONTENT = /\/api\/(get(?!Status)|list|explain|verify|preview)/;

/** How the content of a screen is kept from it. */
const KEPT_BACK = {
  loading: () => undefined,
  error: (route) =>
    route.fulfill({
      contentType: 'application/json',
      body: JSON.stringify({
        ok: false,
        error: {
          code: 'internal',
          message:
            'The disk reported an error while reading (EIO). Nothing was changed. Check the disk, then try again.',
        },
      }),
    }),
};

/** Takes a picture of each place and names it after the state, size and theme. */
async function takePlaces(page, folder, prefix, places, go = show) {
  for (const [name, place] of places) {
    await go(page, place);
    const path = join(folder, `${prefix}-${name}.png`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path, animations: 'disabled', fullPage: height <= TALLEST });
  }
}

const screens = SCREENS.map((screen) => [screen, `#/${screen}`]);
const tabs = (id) => TABS.map((tab) => [`initiative-${tab}`, `#/initiative/${id}/${tab}`]);

async function idOf(page, name) {
  await show(page, '#/register');
  const link = page.getByRole('link', { name, exact: true }).first();
  return (await link.getAttribute('href')).split('/')[2];
}

/** One state in so many sizes and themes. */
async function takeState(browser, folder, state, { start, shownId, sizes, themes }) {
  for (const size of sizes) {
    for (const colorScheme of themes) {
      const page = { viewport: SIZES[size], colorScheme };
      await withPage(browser, { start, page }, async (at) => {
        const id = shownId === 'sample' ? await idOf(at, SHOWN) : shownId;
        const places = id === undefined ? screens : [...screens, ...tabs(id)];
        await takePlaces(at, folder, [state, size, colorScheme].join('-'), places);
      });
    }
  }
  say(state);
}

/** Every screen while its content does not come, or after it was refused. */
async function takeKeptBack(browser, folder, state) {
  let id = '';
  await withPage(browser, { start: { isSample: true }, page: { viewport: LAPTOP } }, async (page) => {
    id = await idOf(page, SHOWN);
  });
  for (const colorScheme of BOTH_THEMES) {
    const options = {
      start: { isSample: true },
      page: { viewport: LAPTOP, colorScheme },
      prepare: (page) => page.route(CONTENT, KEPT_BACK[state]),
    };
    const prefix = [state, 'laptop', colorScheme].join('-');
    await withPage(browser, options, (page) =>
      takePlaces(page, folder, prefix, [...screens, ...tabs(id)], goAndSettle),
    );
  }
  say(state);
}

async function goAndSettle(page, place) {
  await goTo(page, place);
  await settle(page);
  // A question that failed is asked once more before the screen says so.
  await page.waitForTimeout(1500);
}

const LAPTOP_LIGHT = { sizes: ['laptop'], themes: ['light'] };

/** The states that need a portfolio of their own; each is removed when its pictures are taken. */
async function takePortfolio(browser, folder, state, portfolio, options) {
  try {
    const { path, shownId } = portfolio;
    await takeState(browser, folder, state, { start: { file: path }, shownId, ...options });
  } finally {
    portfolio.remove();
  }
}

const EVERYTHING = { sizes: Object.keys(SIZES), themes: BOTH_THEMES };

/** How the pictures of each state are taken, in this order. */
const STATES = {
  empty: (browser, folder) => takeState(browser, folder, 'empty', { start: {}, ...EVERYTHING }),
  sample: (browser, folder) =>
    takeState(browser, folder, 'sample', { start: { isSample: true }, shownId: 'sample', ...EVERYTHING }),
  loading: (browser, folder) => takeKeptBack(browser, folder, 'loading'),
  error: (browser, folder) => takeKeptBack(browser, folder, 'error'),
  one: async (browser, folder) =>
    takePortfolio(browser, folder, 'one', await onePortfolio(root), LAPTOP_LIGHT),
  strange: async (browser, folder) =>
    takePortfolio(browser, folder, 'strange', await strangePortfolio(root), {
      sizes: ['laptop', 'zoomed'],
      themes: BOTH_THEMES,
    }),
  imported: async (browser, folder) => {
    const data = resolve(process.env.PILOTAGE_DATA ?? join(root, '../shared/data'));
    const inventory = join(data, 'federal-ai-use-cases-2024.csv');
    if (!existsSync(inventory)) {
      say(`imported: left out, ${inventory} is absent; set PILOTAGE_DATA to its folder`);
      return;
    }
    await takePortfolio(browser, folder, 'imported', await importedPortfolio(root, inventory), {
      sizes: ['laptop', 'wall'],
      themes: BOTH_THEMES,
    });
  },
};

/** Takes the pictures of some states, or of all when none is named, into `folder`, which is made. */
export async function takeEveryPicture(browser, folder, wanted) {
  const unknown = wanted.find((state) => !(state in STATES));
  if (unknown !== undefined)
    throw new SetUpError(`There is no state ${unknown}. Known: ${Object.keys(STATES).join(', ')}.`);
  mkdirSync(folder, { recursive: true });
  for (const [state, take] of Object.entries(STATES)) {
    if (wanted.length === 0 || wanted.includes(state)) await take(browser, folder);
  }
}
