import { type PicturePortfolio, strangePortfolio } from '#tests/support/picture-portfolios.ts';
import { root, startApp } from './support/browser-app.ts';
import { placesOf, show } from './support/places.ts';
import { expect, test } from './support/test.ts';

/**
 * What lies beyond the right edge of the window, table cells whose text runs over their neighbour's or pushes it out of
 * sight, and what leaves the paper of the report or its margin. Text, because these tests are checked without the types
 * of the page.
 */
const SPILLED = `(() => {
  const words = (element) => element.tagName.toLowerCase() + ' "' + (element.textContent ?? '').trim().slice(0, 60) + '"';
  const beyond = document.documentElement.scrollWidth > window.innerWidth
    ? [...document.querySelectorAll('main *, body > *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 3).map((one) => 'beyond the window: ' + words(one))
    : [];
  const over = [...document.querySelectorAll('td, th')]
    // A handle to drag reaches 4 px over the edge.
    .filter((cell) => getComputedStyle(cell).overflowX === 'visible' && cell.clientWidth > 2 && cell.scrollWidth > cell.clientWidth + 4)
    .slice(0, 3).map((cell) => 'over its neighbour: ' + words(cell));
  const scrollerOf = (cell) => {
    let box = cell.parentElement;
    while (box !== null && !['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) box = box.parentElement;
    return box;
  };
  const wide = [...document.querySelectorAll('tbody td, tbody th')]
    .filter((cell) => {
      const { clientWidth } = scrollerOf(cell) ?? document.documentElement;
      return cell.colSpan === 1 && cell.parentElement.offsetWidth > clientWidth + 1 && cell.offsetWidth > 0.75 * clientWidth;
    })
    .slice(0, 3).map((cell) => 'pushes its neighbours out of sight: ' + words(cell));
  const paper = document.querySelector('.paper');
  const off = paper !== null && paper.scrollWidth > paper.clientWidth + 1 ? ['off the paper'] : [];
  const title = document.querySelector('.paper h2');
  const cut = title !== null && title.scrollWidth > title.clientWidth + 1 ? ['over the margin: ' + words(title)] : [];
  return [...beyond, ...over, ...wide, ...off, ...cut];
})()`;

test.describe('names of 420 letters, of other scripts, of emoji and of characters nobody sees', () => {
  let portfolio: PicturePortfolio;
  test.beforeAll(async () => {
    portfolio = await strangePortfolio(root);
  });
  test.afterAll(() => portfolio.remove());

  for (const [size, viewport] of [
    ['a laptop', { width: 1280, height: 800 }],
    ['a laptop at 200 %', { width: 640, height: 400 }],
  ] as const) {
    test(`make no screen of ${size} wider and run over nothing`, async ({ browser }) => {
      const app = await startApp({ file: portfolio.path });
      const page = await browser.newPage({ viewport });
      try {
        await page.goto(app.address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        for (const place of placesOf(portfolio.shownId)) {
          await show(page, place);
          expect.soft(await page.evaluate(SPILLED), place).toEqual([]);
        }
      } finally {
        await page.close();
        await app.stop();
      }
    });
  }
});
