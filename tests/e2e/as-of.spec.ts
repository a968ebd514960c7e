import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'You see the portfolio' });
const screen = (page: Page, name: string) =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();

async function goTo(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByLabel('Show the portfolio as of').fill(day);
  await page.getByRole('button', { name: 'Show this day' }).click();
}

test('every screen shows a past day, and nothing can be changed there', async ({ page }) => {
  await goTo(page, '2026-03-31');
  await expect(banner(page)).toContainText('31 Mar 2026');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: 'As of 31 Mar 2026' })).toBeVisible();

  await screen(page, 'Register');
  await expect(banner(page)).toContainText('31 Mar 2026');
  const claims = page.getByRole('row', { name: /Claims triage/ });
  // In the second month of its stage then; SCALE is what it has earned since.
  await expect(claims).toContainText('Continue');
  await expect(page.getByRole('button', { name: 'Add initiative' })).toBeDisabled();

  await page.getByRole('link', { name: 'Claims triage', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Verdict', exact: true })).toContainText('C1');
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Delete initiative' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Value' }).click();
  await expect(page.getByRole('button', { name: /Reopen Feb 2026$/ })).toBeDisabled();

  await screen(page, 'Board report');
  await expect(page.getByText('As of 31 Mar 2026. All amounts')).toBeVisible();
  await expect(page.getByText('The portfolio as it was known at the end of 2026-03-31.')).toBeVisible();
  await screen(page, 'Import');
  await expect(page.getByText('Nothing can be imported here')).toBeVisible();

  // The shortcut is refused in words, and nothing is undone.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await page.getByRole('button', { name: 'Back to 30 Sep 2026' }).click();
  await expect(banner(page)).toHaveCount(0);
  await screen(page, 'Register');
  await expect(claims).toContainText('Scale');
});

test('what is entered afterwards does not change a day that is over', async ({ page }) => {
  await screen(page, 'Register');
  await page.getByRole('button', { name: 'Add initiative' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Entered just now');
  await page.getByRole('dialog').getByRole('button', { name: 'Add initiative' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entered just now');
  await goTo(page, '2026-09-29');
  await expect(page.getByText('This initiative was not in the portfolio on 29 Sep 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the register' }).click();
  const search = page.getByRole('textbox', { name: /^Search/ });
  await search.fill('Entered just now');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Back to 30 Sep 2026' }).click();
  await search.fill('Entered just now');
  await expect(page.getByRole('row', { name: /Entered just now/ })).toBeVisible();
});

test('days that cannot be shown are refused where they are entered', async ({ page }) => {
  await goTo(page, '2024-12-31');
  await expect(page.getByText(/^Nothing is known before/)).toBeVisible();
  await page.getByLabel('Show the portfolio as of').fill('2026-10-01');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^The future is not known/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'As of 30 Sep 2026' })).toBeFocused();
});

test('the choice of the day and a past day are without a finding of axe', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: /^As of/ }).click();
  await expect(page.getByLabel('Show the portfolio as of')).toBeVisible();
  await expectAccessible(page, 'the choice of the day');
  await page.keyboard.press('Escape');
  await goTo(page, '2026-03-31');
  await expect(banner(page)).toBeVisible();
  await screen(page, 'Register');
  await page.getByRole('link', { name: 'Claims triage', exact: true }).click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeDisabled();
  await expectAccessible(page, 'details of a past day');
});
