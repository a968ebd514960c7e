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
