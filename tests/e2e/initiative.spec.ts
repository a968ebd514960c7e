import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

test('what was changed is read field by field in the activity and undone there', async ({ page }) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  await page.getByRole('link', { name: 'Claims triage', exact: true }).click();

  await tab(page, 'Details');
  const owner = page.getByLabel('Business owner', { exact: true });
  await owner.fill('Head of motor claims');
  await owner.press('Enter');
  await expect(
    page.getByRole('button', { name: /^Undo: Change business owner|^Undo: Change/ }),
  ).toBeVisible();

  await tab(page, 'Activity');
  const changes = page.getByRole('table', { name: 'Changes, latest first' });
  const latest = changes.getByRole('button', { expanded: false }).first();
  await latest.click();
  const fields = page.getByRole('table', { name: /^What changed:/ });
  await expect(fields.getByRole('row', { name: /Business owner/ })).toContainText(
    /Head of claims.*Head of motor claims/,
  );
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Undo:/ })
    .click();
  await expect(page.getByText('Head of claims', { exact: true }).first()).toBeVisible();

  await page.getByLabel('Show changes of').selectOption({ label: 'Gaps and checklist' });
  await expect(changes).toContainText('Rate Evaluation of Claims triage at level 4');
  await expect(changes).not.toContainText('Close September 2026');
  await changes
    .getByRole('button', { name: /Rate Evaluation of Claims triage at level 4/ })
    .first()
    .click();
  await expect(page.getByRole('tabpanel')).toContainText('closed for ever');
});

test('the usual shape of a forward model is one step, and one undo takes it back', async ({ page }) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  await page.getByRole('button', { name: 'Add initiative' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('مساعد \u200bالمطالبات 🧾 with a long name');
  await dialog.getByLabel('Stage').selectOption({ label: 'Pilot' });
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await tab(page, 'Forward model');
  await page.getByRole('button', { name: 'Start from a usual shape' }).click();
  const strip = page.getByRole('region', { name: 'Result as it stands' });
  await expect(strip).toContainText('missing, first:');
  await page.getByRole('button', { name: /^Undo: Start the forward model of/ }).click();
  await expect(page.getByRole('button', { name: 'Start from a usual shape' })).toBeVisible();
});
