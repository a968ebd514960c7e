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
