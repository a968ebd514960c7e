import { expect, type Page } from '@playwright/test';

type Triple = readonly [string, string, string];

/** Writes P10, P50 and P90 of a driver on the Forward model tab the way a person does, from field to field. */
export async function enterDriver(page: Page, name: string, [p10, p50, p90]: Triple): Promise<void> {
  await page.getByLabel(`${name}, P10`, { exact: true }).fill(p10);
  await page.keyboard.press('Tab');
  await page.keyboard.type(p50);
  await page.keyboard.press('Tab');
  await page.keyboard.type(p90);
  await page.keyboard.press('Enter');
}

/** When a later scope is decided, how long it is built and how long it ramps, in months. */
export async function enterRoad(page: Page, scope: string, months: Triple): Promise<void> {
  await page.getByRole('button', { name: `Edit the scope ${scope}` }).click();
  const dialog = page.getByRole('dialog');
  for (const [index, label] of ['Decided after', 'Build', 'Ramp'].entries()) {
    await dialog.getByLabel(label).fill(months[index] ?? '');
  }
  await dialog.getByRole('button', { name: 'Save scope' }).click();
  await expect(dialog).toHaveCount(0);
}

/** What stopping today brings and costs: salvage, exit cost, upkeep a month and its months. */
export async function enterStopTerms(
  page: Page,
  amounts: readonly [string, string, string, string],
): Promise<void> {
  await page.getByRole('button', { name: 'Enter terms' }).click();
  const dialog = page.getByRole('dialog');
  for (const [index, label] of ['Salvage', 'Exit cost', 'Upkeep a month', 'For how many months'].entries()) {
    await dialog.getByLabel(label).fill(amounts[index] ?? '');
  }
  await dialog.getByRole('button', { name: 'Save terms' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Locks the drafted plan of the Value tab. */
export async function lockPlan(
  page: Page,
  approval: { readonly inForceFrom: string; readonly approvedOn: string; readonly approvedBy: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Lock plan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('In force from').fill(approval.inForceFrom);
  await dialog.getByLabel('Approved on').fill(approval.approvedOn);
  await dialog.getByLabel('Approved by').fill(approval.approvedBy);
  await dialog.getByRole('button', { name: 'Lock plan' }).click();
  await expect(dialog).toHaveCount(0);
}
