import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { idOf, show } from './support/places.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

const card = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

/** Shows the figures behind a chart and answers the region they scroll in. */
async function figuresOf(page: Page, title: string) {
  await page.getByLabel(`Show ${title} as`).getByText('Table').click();
  return page.getByRole('region', { name: `Figures of ${title}` });
}

test('the figures behind the charts of an initiative open to how they came about', async ({ page }) => {
  const id = await idOf(page, 'Claims triage');
  await show(page, `/initiative/${id}/value`);
  const life = await figuresOf(page, 'Cumulative net value');
  await life.locator('[data-column=actual]').nth(1).click();
  const may = card(page, 'Cumulative net value, May 2025');
  await expect(may).toContainText('Up to Apr 2025');
  await expectAccessible(page, 'an explanation in the table behind a chart');

  // From the figure that is explained, the key goes on to the next, and Escape back to its cell.
  await page.keyboard.press('e');
  await expect(card(page, 'Cumulative net value, Jun 2025')).toContainText('Up to May 2025');
  await expect(may).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(life.locator('[data-column=actual]').nth(2)).toBeFocused();

  const unit = await figuresOf(page, 'Unit economics');
  await unit.locator('[data-column=perSuccess]').last().click();
  await expect(card(page, 'Cost per successful task, Sep 2026')).toContainText('Successful tasks7,830');

  await show(page, `/initiative/${id}/forward`);
  const flow = await figuresOf(page, 'Cash flow at P50');
  await flow.locator('[data-column=net]').nth(1).click();
  await expect(card(page, 'Net cash flow, Oct 2026')).toContainText('benefit − cost + settled by stopping');

  await show(page, `/initiative/${id}/summary`);
  const moves = await figuresOf(page, 'What moves it');
  await moves.locator('[data-column=atP90]').first().click();
  await expect(card(page, 'Value with Value per success at its P90')).toContainText('All at P50');
  await page.keyboard.press('Escape');
  const ahead = await figuresOf(page, 'Cumulative net value');
  await ahead.locator('[data-column=p10]').nth(2).click();
  await expect(card(page, 'Cumulative net value, Nov 2026')).toContainText('10,000 draws');
});

test('so do the figures of the verdict map and of the board report', async ({ page }) => {
  await show(page, '/portfolio');
  await page.getByText('Table', { exact: true }).click();
  const map = page.getByRole('region', { name: 'Figures of the verdict map' });
  const row = map.getByRole('row', { name: /Claims triage/ });
  await row.locator('[data-column=monthlyCost]').click();
  await expect(card(page, 'Cost a month of Claims triage')).toContainText('Cost a month14,066.67');
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: /^Readiness of / })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await show(page, '/report');
  const paper = page.getByRole('article', { name: 'Board report' });
  await paper
    .getByRole('row', { name: /^Net value, last 3 months/ })
    .getByRole('button')
    .click();
  const net = card(page, 'Net value, last 3 months');
  await expect(net).toContainText('17 initiatives, EUR');
  await expectAccessible(page, 'an explanation in the report');
  await page.keyboard.press('Escape');
  await paper
    .getByRole('row', { name: /^Claims triage/ })
    .first()
    .locator('[data-column=value]')
    .click();
  await expect(card(page, 'Expected value E of Claims triage')).toContainText('Draws');
  // What is open is no part of the paper.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an explanation goes with its row when an undo takes the row away', async ({ page }) => {
  // It is retired: only closed months stand in the table.
  const id = await idOf(page, 'Voice claims intake');
  await show(page, `/initiative/${id}/value`);
  const life = await figuresOf(page, 'Cumulative net value');
  const april = life.getByRole('row', { name: /^Apr 2026/ });
  await expect(life.getByRole('row', { name: /^Mar 2026/ })).toBeVisible();
  await expect(april).toHaveCount(0);
  await page.getByRole('button', { name: /Close Apr 2026$/ }).click();
  await april.locator('[data-column=actual]').click();
  await expect(card(page, 'Cumulative net value, Apr 2026')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(april).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(life.getByRole('row', { name: /^Mar 2026/ })).toBeVisible();
});
