// Every screen in every state a person may meet it in, to be looked at side by side.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importedPortfolio, onePortfolio, strangePortfolio } from '../../tests/support/picture-portfolios.ts';
import { goTo, LAPTOP, settle, show, WALL, withPage, ZOOMED } from './camera.mjs';
import { say } from './say.mjs';

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
const SIZES = { laptop: LAPTOP, wall: WALL, zoomed: ZOOMED };

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
    await page.screenshot({ path: join(folder, `${prefix}-${name}.png`), animations: 'disabled' });
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

/** Every screen while its content does not come, and after it was refused. */
async function takeKeptBack(browser, folder) {
  let id = '';
  await withPage(browser, { start: { isSample: true }, page: { viewport: LAPTOP } }, async (page) => {
    id = await idOf(page, SHOWN);
  });
  for (const [state, answer] of Object.entries(KEPT_BACK)) {
    for (const colorScheme of ['light', 'dark']) {
      const options = {
        start: { isSample: true },
        page: { viewport: LAPTOP, colorScheme },
        prepare: (page) => page.route(CONTENT, answer),
      };
      await withPage(browser, options, (page) =>
        takePlaces(
          page,
          folder,
          [state, 'laptop', colorScheme].join('-'),
          [...screens, ...tabs(id)],
          goAndSettle,
        ),
      );
    }
    say(state);
  }
}

async function goAndSettle(page, place) {
  await goTo(page, place);
  await settle(page);
  // A question that failed is asked once more before the screen says so.
  await page.waitForTimeout(1500);
}

const LAPTOP_LIGHT = { sizes: ['laptop'], themes: ['light'] };
const BOTH_THEMES = ['light', 'dark'];

/** The states that need a portfolio of their own; each is removed when its pictures are taken. */
async function takePortfolio(browser, folder, state, portfolio, options) {
  try {
    const { path, shownId } = portfolio;
    await takeState(browser, folder, state, { start: { file: path }, shownId, ...options });
  } finally {
    portfolio.remove();
  }
}

/** Takes all pictures into `folder`, which is made; those of the imported inventory only where it is. */
export async function takeEveryPicture(browser, folder) {
  mkdirSync(folder, { recursive: true });
  const all = { sizes: Object.keys(SIZES), themes: BOTH_THEMES };
  await takeState(browser, folder, 'empty', { start: {}, ...all });
  await takeState(browser, folder, 'sample', { start: { isSample: true }, shownId: 'sample', ...all });
  await takeKeptBack(browser, folder);
  await takePortfolio(browser, folder, 'one', await onePortfolio(root), LAPTOP_LIGHT);
  await takePortfolio(browser, folder, 'strange', await strangePortfolio(root), {
    sizes: ['laptop', 'zoomed'],
    themes: BOTH_THEMES,
  });
  const inventory = join(
    resolve(process.env.PILOTAGE_DATA ?? join(root, '../shared/data')),
    'federal-ai-use-cases-2024.csv',
  );
  if (existsSync(inventory)) {
    await takePortfolio(browser, folder, 'imported', await importedPortfolio(root, inventory), {
      sizes: ['laptop', 'wall'],
      themes: BOTH_THEMES,
    });
  } else say(`${inventory} is absent: no pictures of an imported inventory; set PILOTAGE_DATA to its folder`);
}
