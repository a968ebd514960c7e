// `npm run pictures`: takes the pictures of the README from the sample portfolio. `-- --all FOLDER` takes every screen
// instead, in every state, both themes and several sizes, to be looked at side by side; FOLDER is made. States named
// after it are taken alone.
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LAPTOP, launchChromium, show, withPage } from './steps/camera.mjs';
import { takeEveryPicture } from './steps/every-picture.mjs';
import { runMain, say } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');
/** What a picture in the README may weigh. */
const MOST_BYTES = 300_000;

/** Name of the picture, where, theme. */
const README_PICTURES = [
  ['home-light', '#/portfolio', 'light'],
  ['register-dark', '#/register', 'dark'],
  ['verdict-light', 'initiative:summary', 'light'],
  ['value-dark', 'initiative:value', 'dark'],
];
/** The initiative of the sample that is shown: it has months, evidence and a forward model. */
const SHOWN = 'Claims triage';

async function addressOf(page, name) {
  await show(page, '#/register');
  const href = await page.getByRole('link', { name, exact: true }).first().getAttribute('href');
  return href.slice(0, href.lastIndexOf('/'));
}

async function takeForReadme(browser) {
  const folder = join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, place, colorScheme] of README_PICTURES) {
    const options = { start: { isSample: true }, page: { viewport: LAPTOP, colorScheme } };
    await withPage(browser, options, async (page) => {
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

await runMain(async () => {
  const [flag, folder, ...states] = process.argv.slice(2);
  const browser = await launchChromium();
  try {
    if (flag === '--all' && folder) await takeEveryPicture(browser, resolve(folder), states);
    else await takeForReadme(browser);
  } finally {
    await browser.close();
  }
  return 0;
});
