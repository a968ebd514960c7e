import type { Page } from '@playwright/test';
import { idOf, placesOf, show } from './support/places.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

/** Stops of Tab looked at on a screen: the first of every kind there are come well before. */
const MOST = 90;

interface Stop {
  /** Tag and name, enough to find it. */
  readonly name: string;
  /** Whether anything of it, around it or of the row it stands for looks different with the focus. */
  readonly isSeen: boolean;
  /** Whether any of it lies in the window. */
  readonly isInView: boolean;
}

/**
 * Runs in the page: what the focus is on, and whether it can be seen there, by looking at it with and without; null on
 * the page as a whole. The next Tab goes on from there all the same.
 */
const LOOK = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const row = element.getAttribute('aria-activedescendant');
  const parts = [element, element.parentElement, element.closest('label'), element.nextElementSibling, element.lastElementChild,
    row === null ? null : document.getElementById(row)].filter((part) => part !== null);
  const look = () => parts.map((part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, position, clipPath, stroke } = getComputedStyle(part);
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, position, clipPath, stroke].join();
  }).join();
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const focused = look();
  element.blur();
  // A field for a day has parts of its own; the browser marks them.
  const isSeen = focused !== look() || globalThis.lastStop === element;
  globalThis.lastStop = element;
  const name = element.tagName + ' ' + (element.getAttribute('aria-label') ?? (element.labels?.[0]?.textContent ?? element.textContent ?? '').slice(0, 60));
  return { name, isSeen, isInView };
})()`;

/** Runs in the page: changes of colour show at once, or nothing would differ in the moment after. */
const STILL = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;

/** Presses Tab through a screen and answers the stops nobody would see. */
async function unseen(page: Page): Promise<readonly string[]> {
  const bad: string[] = [];
  let stops = 0;
  for (; stops < MOST; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(LOOK);
    if (stop === null) break;
    if (!stop.isSeen) bad.push(`${stop.name}: looks the same with and without focus`);
    if (!stop.isInView) bad.push(`${stop.name}: out of view`);
  }
  expect(stops, 'Tab leads somewhere').toBeGreaterThan(3);
  return bad;
}

test('the focus can be seen wherever Tab leads', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(STILL);
  for (const path of placesOf(await idOf(page, 'Claims triage'))) {
    await show(page, path);
    expect.soft(await unseen(page), path).toEqual([]);
  }
});
