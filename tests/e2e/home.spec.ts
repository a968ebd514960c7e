import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

/** Draws a line around the upper right corner of the verdict map. */
async function lassoUpperRight(page: Page): Promise<void> {
  const box = await page.getByRole('figure').boundingBox();
  if (box === null) throw new Error('the verdict map is not on the screen');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.76, 0.02));
  await page.mouse.down();
  for (const [x, y] of [
    [0.99, 0.02],
    [0.99, 0.3],
    [0.76, 0.3],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
}

test('the home explains its figures, filters by lasso, and tells what changed', async ({ page }) => {
  const figures = page.getByLabel('Headline figures');
  await figures.getByRole('button', { name: /^\+38\.2/ }).click();
  const card = page.getByRole('dialog', { name: 'Net value, last 3 months' });
  await expect(card).toContainText('claimed benefit − cost, over the last 3 closed months');
  await expect(card).toContainText('Jul to Sep 2026');
  await expect(card.getByRole('row', { name: /Customer chat assistant/ })).toContainText('−65.9 k');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);

  await lassoUpperRight(page);
  const selected = page.getByRole('region', { name: 'Selected on the map' });
  await expect(selected.getByRole('status')).toHaveText('2 initiatives selected');
  await expect(selected.getByRole('link', { name: 'Claims triage' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // The same by keyboard: the table has a box for each.
  await page.getByText('Table', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select Damage photo estimates' }).press('Space');
  await expect(selected.getByRole('status')).toHaveText('3 initiatives selected');

  const changes = page.getByRole('region', { name: 'Changed since review 2026-Q2' });
  await expect(changes.getByRole('link', { name: /^Claims triage/ })).toContainText('S1');
  await changes.getByLabel('Compare with').selectOption('90 days ago');
  await expect(page.getByRole('region', { name: 'Changed since 2 Jul 2026' })).toBeVisible();

  await selected.getByRole('link', { name: 'Open these 3 in the register' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Register');
  await expect(page.getByText('A list of 3 initiatives')).toBeVisible();
});

test('a stale evidence is put right from "Needs attention", and the decisions tell what followed', async ({
  page,
}) => {
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await attention.getByRole('link', { name: /^Evidence too old/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Complaints digest');
  const region = page.getByRole('region', { name: 'Data readiness' });
  await expect(region.getByRole('button', { name: 'Add evidence' })).toBeFocused();
  // Every gap of it is stale: with one piece of evidence it is one less.
  await page.keyboard.press('Enter');
  await region.getByLabel('Kind of evidence').selectOption('test');
  await region.getByLabel('Dated').fill('2026-09-29');
  await region.getByRole('button', { name: 'Add evidence' }).click();
  await expect(region).not.toContainText('evidence too old');

  await page.getByRole('tab', { name: 'Decisions' }).click();
  const third = page.getByRole('article', { name: 'Review 2026-Q3' });
  await expect(third).toContainText('Nobody looked at its evidence since February.');
  expect(await violations(page)).toEqual([]);
});
