import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { BAD_FILES, workbook } from './support/bad-files.ts';
import { csv, importSteps } from './support/import-steps.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { clock: '2025-01-15T09:00:00Z' } });

const THREE = csv(
  ['Name', 'Stage', 'Unit'],
  ['Claims triage', 'Pilot', 'Claims'],
  ['Voice summary', 'Scaled', 'Service'],
  ['Fraud signals', 'Idea', 'Claims'],
);

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

test.describe('import', () => {
  test('takes a small file in, leads to the register and undoes it as one step', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose('agents.csv', THREE);
    await steps.expectCounts('3 rows read = 3 ready + 0 blocked + 0 duplicates');
    await expect(page.getByText('No problems: every row and every mapped cell comes in.')).toBeVisible();
    await expect(steps.button).toHaveText('Import 3 initiatives');

    await steps.button.click();
    await expect(page.getByRole('heading', { name: '3 initiatives imported' })).toBeFocused();
    await expect(page.getByText('3 rows read from agents.csv: 3 came in.')).toBeVisible();
    await page.getByRole('link', { name: 'Open the register' }).click();
    for (const name of ['Claims triage', 'Voice summary', 'Fraud signals']) {
      await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    }

    await page.getByRole('button', { name: /^Undo: Import/ }).click();
    await expect(page.getByText('Claims triage', { exact: true })).toHaveCount(0);
  });

  test('undoes from the outcome, and says so', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose('agents.csv', THREE);
    await steps.button.click();
    await page.getByRole('button', { name: 'Undo the import of 3' }).click();
    await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Undo the import/ })).toHaveCount(0);
  });

  test('finds every row again on the second import and explains the disabled button', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose('agents.csv', THREE);
    await steps.button.click();
    await page.getByRole('button', { name: 'Import another file' }).click();
    await steps.choose('agents.csv', THREE);
    await steps.expectCounts('3 rows read = 0 ready + 0 blocked + 3 duplicates');
    await expect(steps.button).toHaveAttribute('aria-disabled', 'true');
    await expect(steps.button).toHaveAccessibleDescription(/All 3 rows are in the portfolio already/);
    // A disabled button that explains itself keeps the focus, and does nothing.
    await steps.button.focus();
    await page.keyboard.press('Enter');
    await expect(steps.button).toBeFocused();
    await expect(page.getByRole('heading', { name: /imported/ })).toHaveCount(0);

    await steps.problems.getByRole('button', { name: 'Import anyway: row 3' }).click();
    await steps.expectCounts('3 rows read = 1 ready + 0 blocked + 2 duplicates');
    await expect(steps.button).toHaveText('Import 1 initiative; 2 rows stay out');
    await page.getByRole('button', { name: /^Your changes/ }).click();
    await page.getByRole('button', { name: 'Leave out' }).click();
    await steps.expectCounts('3 rows read = 0 ready + 0 blocked + 3 duplicates');
  });

  test('follows another header row, by mark and by number', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose('report.csv', csv(['Agents of the year', '', ''], ...linesOf(THREE)));
    const field = page.getByLabel('Header row', { exact: true });
    await expect(field).toHaveValue('2');
    await steps.expectCounts('3 rows read = 3 ready + 0 blocked + 0 duplicates');

    await page.getByRole('radio', { name: 'Row 1 holds the column names' }).check();
    await steps.expectCounts('4 rows read = 0 ready + 4 blocked + 0 duplicates');
    await expect(steps.button).toHaveAccessibleDescription(/Choose the column for Name and Stage first\.$/);

    await field.fill('2');
    await steps.expectCounts('3 rows read = 3 ready + 0 blocked + 0 duplicates');
  });

  test('explains a header row the file does not have and takes the change back', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose('agents.csv', THREE);
    await page.getByLabel('Header row', { exact: true }).fill('900');
    await expect(page.getByRole('alert')).toContainText('row 900');
    await expect(steps.button).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Take the last change back' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByLabel('Header row', { exact: true })).toHaveValue('1');
    await expect(steps.button).toHaveText('Import 3 initiatives');
    await expect(steps.button).toHaveAttribute('aria-disabled', 'false');
  });

  test('maps a value and a column that it did not know', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose(
      'own-words.csv',
      csv(
        ['Name', 'Stage', 'Kingdom'],
        ['Claims triage', 'Sandpit', 'Claims'],
        ['Fraud signals', 'Pilot', 'Risk'],
      ),
    );
    await steps.expectCounts('2 rows read = 1 ready + 1 blocked + 0 duplicates');
    await page.getByRole('button', { name: /^Values of Stage/ }).click();
    await page.getByLabel('Sandpit becomes').selectOption({ label: 'Pilot' });
    await steps.expectCounts('2 rows read = 2 ready + 0 blocked + 0 duplicates');

    await page.getByRole('button', { name: /more fields without a column/ }).click();
    await page.getByLabel('Column for Unit').selectOption({ label: '3  Kingdom' });
    const preview = page.getByRole('region', { name: 'First records as they will be' });
    await expect(preview.getByRole('cell', { name: 'Risk' })).toBeVisible();
  });

  test('corrects a cell by keyboard alone, and takes the correction back', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose(
      'nameless.csv',
      csv(['Name', 'Stage'], ['Claims triage', 'Pilot'], ['', 'Pilot'], ['', 'Idea']),
    );
    await steps.expectCounts('3 rows read = 1 ready + 2 blocked + 0 duplicates');
    await page.getByRole('button', { name: 'Show problems' }).press('Enter');
    const rows = steps.problems.getByRole('row');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(2)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Correct row 4/i })).toBeFocused();
    await page.keyboard.type('Renewal desk');
    await page.keyboard.press('Enter');
    await steps.expectCounts('3 rows read = 2 ready + 1 blocked + 0 duplicates');

    await page.getByRole('button', { name: /^Your changes/ }).click();
    await expect(page.getByText('Row 4, Name: “Renewal desk”')).toBeVisible();
    await page.getByRole('button', { name: 'Take back' }).click();
    await steps.expectCounts('3 rows read = 1 ready + 2 blocked + 0 duplicates');
  });

  test('keeps a list of thousands of problems light, and walks it to its end', async ({ page }) => {
    const rows = Array.from({ length: 2100 }, (_, index) => ['', 'Pilot', `Unit ${index}`]);
    const steps = importSteps(page);
    await steps.open();
    await steps.choose(
      'nameless.csv',
      csv(['Name', 'Stage', 'Unit'], ['Claims triage', 'Pilot', 'Claims'], ...rows),
    );
    await steps.expectCounts('2,101 rows read = 1 ready + 2,100 blocked + 0 duplicates');
    await expect(page.getByText(/The first 2,000 problems are listed; 100 more problems/)).toBeVisible();

    const lines = steps.problems.getByRole('row');
    await lines.nth(1).focus();
    await page.keyboard.press('End');
    await expect(page.locator(':focus')).toContainText('2002');
    expect(await lines.count()).toBeLessThan(80);
  });

  test('asks for the order of dates that can be read two ways', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose(
      'dates.csv',
      csv(['Name', 'Stage', 'Stage entered on'], ['Claims triage', 'Pilot', '03/04/2024']),
    );
    const order = page.getByLabel('Dates are written');
    const preview = page.getByRole('region', { name: 'First records as they will be' });
    await order.selectOption({ label: 'day / month / year' });
    await expect(preview.getByRole('cell', { name: '2024-04-03' })).toBeVisible();
    await order.selectOption({ label: 'month / day / year' });
    await expect(preview.getByRole('cell', { name: '2024-03-04' })).toBeVisible();
  });

  test('reads a workbook and names its sheet', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await steps.choose(
      'agents.xlsx',
      workbook([
        ['Name', 'Stage'],
        ['Claims triage', 'Pilot'],
      ]),
    );
    await steps.expectCounts('1 row read = 1 ready + 0 blocked + 0 duplicates');
    await expect(page.getByLabel('Sheet')).toHaveValue('Agents');
  });
});

test.describe('import of a file that cannot be read', () => {
  test('refuses a 200 MB file by its size, without sending a byte of it', async ({ page }, info) => {
    const path = info.outputPath('all-agents.csv');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    // Sparse: the size without the disk space.
    truncateSync(path, 200 * 1024 * 1024);
    const uploads: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/upload')) uploads.push(request.url());
    });
    await importSteps(page).open();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await (await chooser).setFiles(path);
    await expect(page.getByRole('alert')).toContainText('all-agents.csv is 200 MB; files up to 50 MB');
    expect(uploads).toEqual([]);
  });

  test('refuses two files dropped at once, then takes one', async ({ page }) => {
    const steps = importSteps(page);
    await steps.open();
    await drop(page, { 'a.csv': THREE, 'b.csv': THREE });
    await expect(page.getByRole('alert')).toContainText('2 files were given');
    await drop(page, { 'a.csv': THREE });
    await steps.expectCounts('3 rows read = 3 ready + 0 blocked + 0 duplicates');
  });

  for (const bad of BAD_FILES) {
    test(`refuses ${bad.what} with its reason and leaves the portfolio as it was`, async ({ page, app }) => {
      const before = digest(app.portfolioPath());
      const steps = importSteps(page);
      await steps.open();
      await steps.choose(bad.name, bad.content());
      const notice = page.getByRole('alert');
      await expect(notice).toBeVisible();
      await expect(notice.getByText(bad.message)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
      expect(digest(app.portfolioPath())).toBe(before);
    });
  }
});

/** Drops files on the drop zone, as dragging them from a folder would. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  // A string, because these tests are checked without the types of the page.
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(${JSON.stringify(files)})) transfer.items.add(new File([text], name));
    return transfer;
  })()`);
  await page
    .getByText('Drop a spreadsheet of initiatives here')
    .dispatchEvent('drop', { dataTransfer: transfer });
}

function linesOf(text: string): readonly string[][] {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}
