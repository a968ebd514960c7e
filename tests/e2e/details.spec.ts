import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

const openTab = async (page: Page, name: string) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  await page.getByRole('link', { name: 'Claims triage', exact: true }).click();
  await page.getByRole('tab', { name }).click();
};

test('a missed tripwire turns the verdict to KILL, and undo turns it back', async ({ page }) => {
  await openTab(page, 'Tripwires');
  const tripwires = page.getByRole('region', { name: 'Tripwires' });
  await tripwires.getByRole('button', { name: 'Add tripwire' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Metric').fill('Cost per claim');
  await dialog.getByLabel('Must be').selectOption({ label: 'at most' });
  await dialog.getByLabel('Threshold').fill('2');
  await dialog.getByLabel('Due on').fill('2026-06-30');
  await dialog.getByLabel('Committed on').fill('2025-12-01');
  await dialog.getByLabel('Measured value').fill('3');
  await dialog.getByRole('button', { name: 'Add tripwire' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(tripwires).toContainText('Cost per claim at most 2');
  await expect(tripwires).toContainText('missed with 3');
  await page.getByRole('tab', { name: 'Summary' }).click();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('K2');

  await page.getByRole('button', { name: /^Undo: Set tripwire Cost per claim/ }).click();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('S1');
});

test('an incident is recorded, edited and removed in its list', async ({ page }) => {
  await openTab(page, 'Risk');
  const incidents = page.getByRole('region', { name: 'Incidents' });
  await incidents.getByRole('button', { name: 'Add incident' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Severity').selectOption('2');
  await dialog.getByLabel('Opened on').fill('2026-09-01');
  await dialog.getByLabel('To be mitigated by').fill('2026-10-15');
  await dialog.getByLabel('What happened').fill('Two claims paid twice');
  await dialog.getByRole('button', { name: 'Add incident' }).click();
  await expect(incidents).toContainText('Severity 2, opened 1 Sep 2026');
  await incidents.getByRole('button', { name: 'Edit the incident of 1 Sep 2026' }).click();
  await dialog.getByLabel('Mitigated on').fill('2026-09-10');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toHaveCount(0);
  await incidents.getByRole('button', { name: 'Remove the incident of 1 Sep 2026' }).click();
  await expect(incidents).not.toContainText('Two claims paid twice');
});

test('a launch is shown, changed field by field, taken back and given back by undo', async ({ page }) => {
  await openTab(page, 'Details');
  const panel = page.getByRole('region', { name: 'Launch' });
  await expect(panel.getByLabel('Launched on')).toHaveValue('2026-02-02');
  await panel.getByLabel('Effort points').fill('0');
  await panel.getByLabel('Effort points').press('Enter');
  await expect(panel).toContainText('Write a number above 0');
  await panel.getByLabel('Effort points').fill('9.5');
  await panel.getByLabel('Effort points').press('Enter');
  await expect(page.getByRole('button', { name: /^Undo: Change the launch of Claims triage/ })).toBeVisible();

  await panel.getByRole('button', { name: 'Take back the launch' }).click();
  await expect(panel.getByLabel('Launched on')).toHaveValue('');
  await page.getByRole('button', { name: /^Undo: Take back the launch of Claims triage/ }).click();
  await expect(panel.getByLabel('Effort points')).toHaveValue('9.5');

  await panel.getByLabel('Funded from the returns').click();
  await expect(panel.getByLabel('Funded from the returns')).toBeChecked();
});
