import { expectAccessible } from './support/axe.ts';
import { show } from './support/places.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

test('a link followed right after typing leads there, and stays there', async ({ page }) => {
  // The screen's code is held back: while it loads the register is still there, and its pending address with it.
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/assets/initiative-screen*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  await page.getByRole('grid', { name: 'Register' }).waitFor();
  await page.clock.install();
  await page.getByRole('textbox', { name: /^Search/ }).fill('intake');
  await page.getByRole('link', { name: 'Document intake' }).click();
  await page.clock.runFor(1000);
  await expect(page).toHaveURL(/#\/initiative\//);
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Document intake' })).toBeVisible();
});

test('another portfolio opened from the register is shown there, without the choices made before', async ({
  page,
}) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  const grid = page.getByRole('grid', { name: 'Register' });
  await page.getByRole('textbox', { name: /^Search/ }).fill('intake');
  await expect(page).toHaveURL(/q=intake/);
  await grid.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();

  await page.getByRole('navigation').locator('button[aria-haspopup=menu]').click();
  await page.getByRole('menuitem', { name: 'New portfolio…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New portfolio' });
  await dialog.getByLabel('Name of the portfolio').fill('Second');
  await dialog.getByRole('button', { name: /^Create/ }).click();

  await expect(page.getByText('Second.pilotage')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
  await expect(grid).toHaveCount(0);
  await expect(page).toHaveURL(/#\/register$/);
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0);
});

test('a figure of the register opens to how it came about, by pointer and by keyboard', async ({ page }) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  const grid = page.getByRole('grid', { name: 'Register' });
  const row = grid.getByRole('row', { name: /^Select Fraud signal screening/ });
  const card = (name: string) => page.getByRole('dialog', { name });

  await row.locator('[data-column=net3]').click();
  const net = card('Net value, last 3 closed months of Fraud signal screening');
  await expect(net).toContainText('Claimed benefit');
  await expect(net).toContainText('Jul 2026 to Sep 2026');
  await expectAccessible(page, 'an explanation in the register');
  await page.keyboard.press('Escape');
  await expect(net).toHaveCount(0);
  await expect(grid).toBeFocused();

  // From the row on, one figure after the other.
  await page.keyboard.press('e');
  await expect(card('Readiness of Fraud signal screening')).toContainText('Data readiness');
  await page.keyboard.press('e');
  await expect(card('Expected value E of Fraud signal screening')).toContainText('Draws');
  await expect(card('Readiness of Fraud signal screening')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  // A press on another figure, and on no figure.
  await row.locator('[data-column=readiness]').click();
  await expect(card('Readiness of Fraud signal screening')).toBeVisible();
  await row.locator('[data-column=cost3]').click();
  await expect(card('Cost, last 3 closed months of Fraud signal screening')).toBeVisible();
  await row.locator('[data-column=unit]').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await row.locator('[data-column=readiness]').click();
  await card('Readiness of Fraud signal screening')
    .getByRole('link', { name: 'Its gaps and evidence' })
    .click();
  await expect(page.getByRole('tab', { name: 'Gaps' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** What the lines of the grid say of their places, top to bottom, and how many of them stand where they were made. */
const LINES = `(() => {
  const lines = [...document.querySelectorAll('table[aria-label=Register] tbody tr:not([data-spare])')]
    .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const rows = lines.filter((line) => line.getAttribute('aria-level') !== '1');
  return {
    places: lines.map((line) => Number(line.getAttribute('aria-rowindex'))),
    tops: lines.map((line) => Math.round(line.getBoundingClientRect().top)),
    fresh: rows.filter((row) => row.wasHere !== true).length,
  };
})()`;
/** Runs in the page: from here on rows that stay are told from rows made anew. */
const MARK = `document.querySelectorAll('table[aria-label=Register] tbody tr').forEach((row) => { row.wasHere = true; })`;

interface Lines {
  readonly places: readonly number[];
  readonly tops: readonly number[];
  readonly fresh: number;
}

test('grouping moves nothing but the lines: neither bar nor grid, and no row is made anew', async ({
  page,
}) => {
  await show(page, '/register');
  const grid = page.getByLabel('Register', { exact: true }).and(page.locator('table'));
  const heading = grid.locator('tbody tr[aria-level="1"]');
  const search = page.getByRole('textbox', { name: /^Search/ });
  await grid.waitFor();
  const before = { grid: await grid.boundingBox(), search: await search.boundingBox() };
  const expectInOrder = async () => {
    const { places, tops, fresh } = await page.evaluate<Lines>(LINES);
    const first = places[0] as number;
    expect(places).toEqual(places.map((_, index) => first + index));
    expect(tops).toEqual(tops.map((_, index) => (tops[0] as number) + 32 * index));
    return fresh;
  };
  await page.evaluate(MARK);
  await page.getByRole('button', { name: /^Group/ }).click();
  for (const [name, groups] of [
    ['Stage', 5],
    ['Unit', 15],
    ['Business owner', 21],
    ['Verdict', 6],
    ['No groups', 0],
    ['Unit', 15],
  ] as const) {
    await page.getByRole('radio', { name }).check();
    await expect(grid).toHaveAttribute('aria-rowcount', String(24 + groups + 1));
    expect(await expectInOrder(), name).toBe(0);
    expect((await search.boundingBox())?.width, name).toBe(before.search?.width);
    expect((await grid.boundingBox())?.y, name).toBe(before.grid?.y);
  }
  await page.getByRole('button', { name: 'Close all groups' }).click();
  await expect(heading).toHaveCount(15);
  await expectInOrder();
  await grid.press('End');
  await expect(grid.locator('tr[data-active]')).toHaveAttribute('aria-rowindex', '16');
  await page.getByRole('button', { name: /^Group/ }).click();
  await page.getByRole('button', { name: 'Open all groups' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', String(24 + 15 + 1));
  for (const key of ['End', 'Home', 'PageDown', 'PageUp', 'End']) {
    await grid.press(key);
    await expectInOrder();
  }
  await expect(grid.locator('tr[data-active]')).toHaveAttribute('aria-rowindex', String(24 + 15 + 1));
});
