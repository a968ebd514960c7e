import { expectAccessible } from './support/axe.ts';
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
