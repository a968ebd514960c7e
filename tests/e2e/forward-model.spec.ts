import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

// An empty portfolio on a fixed day: months of the plan below are those around it.
test.use({ start: { clock: '2026-09-30T09:00:00Z' } });

async function addInitiative(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  await page.getByRole('button', { name: 'Add initiative' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Stage').selectOption({ label: 'Pilot' });
  await dialog.getByRole('button', { name: /^Add/ }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const missing = (page: Page): Locator => page.getByRole('region', { name: 'Still missing' });
const figure = (page: Page, label: string): Locator =>
  page.getByLabel('Forecast of going on').locator('div').filter({ hasText: label });

async function missingCount(page: Page): Promise<number> {
  const text = (await missing(page).locator('header').textContent()) ?? '';
  return Number(/(\d+) things?/.exec(text)?.[1]);
}

/** Writes the three points of a driver the way a person does, from field to field. */
async function enter(
  page: Page,
  name: string,
  [p10, p50, p90]: readonly [string, string, string],
): Promise<void> {
  await page.getByLabel(`${name}, P10`, { exact: true }).fill(p10);
  await page.keyboard.press('Tab');
  await page.keyboard.type(p50);
  await page.keyboard.press('Tab');
  await page.keyboard.type(p90);
  await page.keyboard.press('Enter');
}

/** The last of the twelve months shown of a row; the sum stands to its right. */
function lastMonth(page: Page, name: string): Locator {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return row.getByRole('gridcell').nth(11);
}

async function enterRoad(
  page: Page,
  scope: string,
  months: readonly [string, string, string],
): Promise<void> {
  await page.getByRole('button', { name: `Edit the scope ${scope}` }).click();
  const dialog = page.getByRole('dialog');
  for (const [index, label] of ['Decided after', 'Build', 'Ramp'].entries()) {
    await dialog.getByLabel(label).fill(months[index] ?? '');
  }
  await dialog.getByRole('button', { name: 'Save scope' }).click();
  await expect(dialog).toHaveCount(0);
}

// Near the pilot of the worked example (methodology 2.7), smaller in everything that costs.
const DRIVERS: readonly (readonly [string, readonly [string, string, string]])[] = [
  ['Running cost, pilot', ['900', '1,000', '1,200']],
  ['Team, pilot', ['.2', '.2', '.2']],
  ['Loaded rate', ['9000', '9000', '9000']],
  ['Tasks, limited production', ['14,000', '20,000', '27,000']],
  ['Success rate', ['.70', '82 %', '.90']],
  ['Value per success', ['4.1', '5.4', '7']],
  ['Share that becomes money', ['.3', '.4', '.5']],
  ['Inference per task', ['.04', '.07', '.12']],
  ['Review share', ['.08', '.15', '.30']],
  ['Minutes per review', ['1', '1.5', '2.5']],
  ['Hourly rate', ['45', '45', '45']],
  ['Cost of errors per task', ['.05', '.09', '.18']],
  ['Platform, limited production', ['3000', '3800', '5000']],
  ['Team, limited production', ['.5', '.5', '.5']],
  ['Build, limited production', ['40,000', '55,000', '85,000']],
];

test('a person builds a forward model from the usual shape and a chance of value appears', async ({
  page,
}) => {
  await addInitiative(page, 'Document intake');
  await page.getByRole('tab', { name: 'Forward model' }).click();
  await page.getByRole('button', { name: 'Start from a usual shape' }).click();
  await expect(page.getByRole('table', { name: 'Lines of Limited production' })).toContainText('Build', {
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: 'Start from a usual shape' })).toHaveCount(0);
  await expect(page.getByLabel('Tasks, limited production, P50')).toHaveValue('');
  await expect(figure(page, '(P)')).toContainText('unknown');
  const before = await missingCount(page);
  expect(before).toBeGreaterThan(DRIVERS.length);

  await test.step('three points that describe nothing are refused at the field, with what would do', async () => {
    await enter(page, 'Inference per task', ['.04', '.119', '.12']);
    await expect(page.getByRole('alert').filter({ hasText: 'P50 must lie between' })).toBeVisible();
    await expect(page.getByLabel('Inference per task, P50')).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
  });

  for (const [name, points] of DRIVERS) await enter(page, name, points);
  await expect(page.getByLabel('Tasks, limited production, P90')).toHaveValue('27,000');
  await expect(page.getByLabel('Success rate, P50')).toHaveValue('0.82');
  await expect(missing(page)).not.toContainText('Inference per task');
  await expect.poll(() => missingCount(page)).toBeLessThanOrEqual(before - DRIVERS.length);

  await enterRoad(page, 'Limited production', ['3', '3', '4']);
  await expect(page.getByRole('region', { name: 'Limited production' })).toContainText(
    'decided in 3 months, 3 months of build, 4 months of ramp',
  );
  await page.getByRole('button', { name: 'Enter terms' }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, amount] of [
    ['Salvage', '0'],
    ['Exit cost', '2,000'],
    ['Upkeep a month', '0'],
    ['For how many months', '0'],
  ] as const) {
    await dialog.getByLabel(label).fill(amount);
  }
  await dialog.getByRole('button', { name: 'Save terms' }).click();
  await expect(page.getByRole('table', { name: 'Stop terms' })).toContainText('−2,000.00');

  await expect(figure(page, '(P)')).toContainText(/(0|1)\.\d\d/);
  await expect(figure(page, '(E)')).toContainText(/\d\s(k|M)\s[A-Z]{3}/);
  await expect(missing(page).getByRole('heading', { name: 'For the forecast' })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await test.step('a driver taken out of every line can be removed, and comes back with undo', async () => {
    await page.getByRole('button', { name: 'Build', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove line' }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Build, limited production', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove driver' }).click();
    await expect(page.getByLabel('Build, limited production, P50')).toHaveCount(0);
    await page.getByRole('button', { name: /^Undo: Remove driver/ }).click();
    await expect(page.getByLabel('Build, limited production, P50')).toHaveValue('55,000');
  });
});

test('a checklist row is claimed with a proof and stands beside its gate', async ({ page }) => {
  await addInitiative(page, 'Document intake');
  await page.getByRole('tab', { name: 'Checklist' }).click();
  const row = page.getByRole('row', { name: /^Evaluation/ });
  await row.getByRole('button', { name: 'Record Evaluation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Production-ready').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Say where the proof is found or what it shows.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Kind of proof').selectOption({ label: 'Test result' });
  await dialog.getByLabel('What it shows').fill('412 cases pass on every change');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Test result, 30 Sep 2026');
  await expect(row).toContainText('412 cases pass on every change');
  await expect(row).toContainText('At odds: claimed production-ready');
  await expect(page.getByRole('region', { name: 'From pilot to production' })).toContainText(
    '1 of 6 claimed',
  );
  expect(await violations(page)).toEqual([]);
});

test('a plan is drafted, held when one leaves by mistake, and locked; a forecast is written', async ({
  page,
}) => {
  await addInitiative(page, 'Document intake');
  await page.getByRole('tab', { name: 'Value' }).click();
  await page.getByRole('button', { name: 'Add cost line' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Platform');
  await dialog.getByLabel('Paid once').check();
  await dialog.getByRole('button', { name: 'Add line' }).click();
  await expect(dialog).toHaveCount(0);

  await test.step('units done stand below the reading of the metric', async () => {
    await lastMonth(page, 'Attempts').click();
    await page.keyboard.type('1,200');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1300');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'more tasks done than attempted' })).toBeVisible();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Dismiss' }).click();
    await expect(lastMonth(page, 'Attempts')).toHaveText('1,200');
  });

  await page.getByText('Plan', { exact: true }).click();
  await expect(page.getByText('No plan yet. Without one')).toBeVisible();
  await page.getByRole('button', { name: 'New plan version' }).click();
  const grid = page.getByRole('grid', { name: 'Plan by month' });
  await grid.getByRole('gridcell').first().click();
  await page.keyboard.type('=1000*1.2');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell').first()).toHaveText('1,200');

  await page.getByRole('tab', { name: 'Gaps' }).click();
  await expect(dialog).toContainText('not locked yet');
  await dialog.getByRole('button', { name: 'Keep writing' }).click();
  await expect(grid.getByRole('gridcell').first()).toHaveText('1,200');

  await page.getByRole('button', { name: 'Lock plan' }).click();
  await dialog.getByRole('button', { name: 'Lock plan' }).click();
  await expect(dialog.getByText('Say who approved it.')).toBeVisible();
  await dialog.getByLabel('Approved by').fill('Board');
  await dialog.getByRole('button', { name: 'Lock plan' }).click();
  await expect(
    page.getByText('Version 1, in force from Sep 2026, approved 30 Sep 2026 by Board.'),
  ).toBeVisible();
  await grid.getByRole('gridcell').first().click();
  await page.keyboard.type('5');
  await expect(page.getByRole('alert').filter({ hasText: 'Version 1 is locked' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByText('Forecast', { exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Forecast by month' })).toBeVisible();
  await lastMonth(page, 'Platform').click();
  await page.keyboard.type('900');
  await page.keyboard.press('Enter');
  await expect(lastMonth(page, 'Platform')).toHaveText('900');
  await page.reload();
  await page.getByText('Forecast', { exact: true }).click();
  await expect(lastMonth(page, 'Platform')).toHaveText('900');
  await page.getByRole('tab', { name: 'Gaps' }).click();
  await expect(page.getByRole('tab', { name: 'Gaps' })).toHaveAttribute('aria-selected', 'true');
});

test.describe('the sample portfolio', () => {
  test.use({ start: { isSample: true } });

  test('a figure of the statement opens to its formula by keyboard', async ({ page }) => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Register/ })
      .click();
    await page.getByRole('link', { name: 'Claims triage', exact: true }).click();
    await page.getByRole('tab', { name: 'Value' }).click();
    const statement = page.getByRole('region', { name: 'Statement' });
    const figure_ = statement.getByRole('button', { name: 'ROI, life to date' });
    await figure_.focus();
    await page.keyboard.press('Enter');
    await expect(figure_).toHaveAttribute('aria-expanded', 'true');
    await expect(statement.locator('dl')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(statement.locator('dl')).toHaveCount(0);
  });
});
