import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { idOf, placesOf, show } from './support/places.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

/**
 * Every amount a reader, a pointer or a screen reader could get out of the page: numbers with the currency, compact ones
 * (k, M), grouped ones with cents, and the cells of a grid whose name says that they are money. Text areas hold what
 * people wrote.
 */
function amountsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(AMOUNTS_IN_PAGE);
}

/** Runs in the page: these sources know Node's types, not a browser's. */
const AMOUNTS_IN_PAGE = String.raw`(() => {
    const AMOUNTS = [
      /\d(?:[\d.,]*\d)?(?:[\u00a0 ]?(?:k|M|bn))?[\u00a0 ]EUR\b/g,
      /\d(?:[\d.,]*\d)?[\u00a0 ](?:k|M|bn)(?![\p{L}\d])/gu,
      /\d{1,3}(?:,\d{3})+\.\d{2}\b/g,
    ];
    const texts = [];
    for (const one of document.body.querySelectorAll('*')) {
      for (const name of ['title', 'aria-label', 'aria-valuetext', 'placeholder', 'alt']) {
        texts.push(one.getAttribute(name) ?? '');
      }
      if (one instanceof HTMLInputElement && one.type !== 'password') texts.push(one.value);
      const hasText = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE);
      if (hasText && !one.closest('script, style, textarea')) texts.push(one.textContent ?? '');
      if (/EUR/.test(one.getAttribute('aria-label') ?? '') && /\d/.test(one.textContent ?? ''))
        texts.push(one.textContent + ' EUR');
    }
    return [...new Set(texts)].flatMap((text) =>
      AMOUNTS.flatMap((amount) => text.match(amount) ?? []).map(
        (found) => found + ' in "' + text.slice(0, 90) + '"',
      ),
    );
})()`;

test('discreet mode leaves no amount on any screen, and is kept over a reload', async ({ page }) => {
  await show(page, '/portfolio');
  await expect.poll(async () => (await amountsOf(page)).length).toBeGreaterThan(5);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(page.getByRole('button', { name: /^Discreet mode is on/ })).toBeVisible();
  // Nothing is read again: what stands there is drawn again.
  expect(await amountsOf(page)).toEqual([]);

  const id = await idOf(page, 'Claims triage');
  await page.reload();
  for (const path of placesOf(id)) {
    await show(page, path);
    if (path.endsWith('/summary'))
      await expect(page.getByRole('heading', { name: 'What would flip it' })).toBeVisible({
        timeout: 60_000,
      });
    for (const table of await page.getByText('Table', { exact: true }).all()) await table.click();
    for (const figure of await page.getByRole('table', { name: 'Statement' }).getByRole('button').all())
      await figure.click();
    expect.soft(await amountsOf(page), path).toEqual([]);
  }
});

test('the palette finds an initiative in three keystrokes, and does commands from anywhere', async ({
  page,
}) => {
  await show(page, '/register');
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Find an initiative or a command' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.failureSummary}`)).toEqual([]);
  await page.keyboard.type('clt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Claims triage' })).toBeFocused();
  await expect(field).toHaveCount(0);

  // The tabs of the initiative in view, then back: the last one used comes first.
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('gaps');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/gaps$/);
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('discreet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Discreet mode is on/ })).toBeVisible();

  // In the past what writes is shown, refused, with the reason.
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByLabel('Show the portfolio as of').fill('2026-03-31');
  await page.getByRole('button', { name: 'Show this day' }).click();
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('undo');
  const undo = page.getByRole('option', { name: /^Undo/ });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await expect(undo).toContainText('31 Mar 2026');
  await page.keyboard.press('Enter');
  await expect(field).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});

/**
 * Words that a column too narrow for them breaks in the middle, and headings that are cut off. Hashes and addresses have
 * nowhere else to break. Text, because these tests are checked without the types of the page.
 */
const BROKEN_WORDS = `(() => {
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    for (const { 0: word, index } of node.data.matchAll(/[A-Za-z]{2,14}/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word + ' in "' + node.data.trim().slice(0, 60) + '"');
    }
  }
  const cut = [...document.querySelectorAll('h1, h2, h3')].filter((one) => one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
    .map((one) => 'cut off: ' + one.textContent);
  return [...broken, ...cut];
})()`;

test('nothing is lost at 200 % zoom', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  for (const path of placesOf(await idOf(page, 'Claims triage'))) {
    await show(page, path);
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect.soft(over, `${path} does not scroll sideways`).toBe(0);
    await expect.soft(page.getByRole('button', { name: /^As of/ })).toBeInViewport();
    expect.soft(await page.evaluate(BROKEN_WORDS), `${path} leaves words whole`).toEqual([]);
  }
});
