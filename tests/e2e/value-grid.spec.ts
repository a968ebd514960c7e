import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], start: { clock: '2026-09-30T09:00:00Z' } });

// As Excel with German settings copies two lines of three months.
const GERMAN = '1.234,50 $\t(300)\t\r\n2.000,00 $\t1.100,25\t0,00\r\n';
// As LibreOffice Calc with US settings puts the same kind of block there: the numbers stand behind what is shown.
const US_TEXT = '1,500\t2,750.5\n';
const US_HTML =
  '<html><body><table><tr><td align="right" sdval="1500" sdnum="1033;0;#,##0">1,500</td>' +
  '<td align="right" sdval="2750.5" sdnum="1033;">2,750.5</td></tr></table></body></html>';

test('the value grid works like a spreadsheet: blocks, ranges, fill, undo by name', async ({ page }) => {
  await newInitiative(page, 'Contract search');
  for (const name of ['Inference', 'Platform']) await addLine(page, 'cost', name);
  await addLine(page, 'outcome', 'Hours saved');
  const grid = page.getByRole('grid', { name: 'Months of cost and outcome' });
  const status = page.getByRole('status').filter({ hasText: /\d cells, \d/ });
  const cell = (line: string, column: number) => monthCell(page, line, column);

  await test.step('a German block, as text', async () => {
    await paste(page, cell('Inference', 6), GERMAN);
    await expect(cell('Inference', 6)).toHaveText('1,234.50');
    await expect(cell('Inference', 6)).toHaveAccessibleName('Inference, April 2026, actual, 1,234.50 USD');
    await expect(cell('Inference', 7)).toHaveText('−300.00');
    await expect(cell('Inference', 8)).toHaveAccessibleName('Inference, June 2026, actual, unmeasured');
    await expect(cell('Platform', 8)).toHaveText('0.00');
    await expect(status).toContainText('6 cells, 5 measured, 1 unmeasured');
    await expect(status).toContainText('Sum 4,034.75 USD, average 806.95 USD');
    await expect(undo(page, /^Undo: Enter 5 amounts for Contract search/)).toBeVisible();
  });

  await test.step('a total opens to how it came about, by pointer and by keyboard', async () => {
    const total = (name: string) => page.getByRole('dialog', { name });
    await cell('Cost', 6).click();
    await expect(total('Cost, Apr 2026')).toContainText('Inference1,234.50 USD');
    await expectAccessible(page, 'a total explained');
    await page.keyboard.press('e');
    await expect(total('Cost, May 2026')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(cell('Inference', 6)).toBeFocused();
  });

  await test.step('a US block, as HTML beside its text', async () => {
    await paste(page, cell('Hours saved', 6), US_TEXT, US_HTML);
    await expect(cell('Hours saved', 7)).toHaveText('2,750.50');
  });

  await test.step('a block that does not parse or fit names its cells and changes nothing', async () => {
    await paste(page, cell('Inference', 3), '12\tn/a\r\n€ 5\t10%');
    const alert = page.getByRole('alert').filter({ hasText: 'Nothing was changed.' });
    await expect(alert).toContainText('Nothing was changed.');
    await expect(alert).toContainText('Inference, Feb 2026: “n/a” is not a number.');
    await expect(alert).toContainText('Platform, Jan 2026: “€ 5” is not in USD');
    await expect(alert).toContainText('Platform, Feb 2026:');
    await expect(cell('Inference', 3)).toHaveText('·');
    await alert.getByRole('button', { name: 'Platform, Feb 2026' }).click();
    await expect(cell('Platform', 4)).toBeFocused();

    await paste(page, cell('Inference', 10), '1\t2\t3');
    await expect(alert).toContainText('from Inference, Aug 2026 only 2 months are shown');
    await expect(cell('Inference', 10)).toHaveText('·');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert).toHaveCount(0);
  });

  await test.step('one value fills a range; fill right, fill down, arithmetic, Delete', async () => {
    await cell('Inference', 0).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await pasteHere(page, '70');
    await expect(cell('Platform', 1)).toHaveText('70.00');
    await expect(status).toContainText('4 cells, 4 measured');

    await cell('Inference', 0).click();
    await page.keyboard.type('=1200*1.1');
    await page.keyboard.press('Enter');
    await expect(cell('Platform', 0)).toBeFocused();
    await cell('Inference', 0).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ControlOrMeta+r');
    await expect(cell('Inference', 2)).toHaveText('1,320.00');
    await cell('Platform', 2).click();
    await page.keyboard.press('ControlOrMeta+d');
    await expect(cell('Platform', 2)).toHaveText('1,320.00');
    await page.keyboard.press('Delete');
    await expect(cell('Platform', 2)).toHaveText('·');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cell('Platform', 2)).toHaveText('1,320.00');
  });

  await test.step('what is copied is text and a table', async () => {
    await cell('Inference', 6).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ControlOrMeta+c');
    await expect.poll(() => clipboard(page, 'text/plain')).toBe('1234.50\t-300');
    expect(await clipboard(page, 'text/html')).toContain('<td');
  });

  await test.step('another layer finds the cell again; a range of the forecast is kept when complete', async () => {
    await cell('Hours saved', 8).click();
    await page.getByText('Forecast', { exact: true }).click();
    await expect(page.locator('[data-place][tabindex="0"]')).toHaveAccessibleName(
      'Hours saved, June 2026, forecast, not forecast',
    );
    await page.getByRole('button', { name: 'Range of Hours saved' }).click();
    await paste(page, cell('Hours saved', 8), '1000\n800\n');
    await expect(page.getByText('One range is not kept yet')).toBeVisible();
    await cell('Hours saved, P90', 8).click();
    await page.keyboard.type('900');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The P90 would lie below the forecast.')).toBeVisible();
    await cell('Hours saved, P90', 8).click();
    await page.keyboard.type('1300');
    await page.keyboard.press('Enter');
    await expect(page.getByText('One range is not kept yet')).toHaveCount(0);
    await page.reload();
    await page.getByText('Forecast', { exact: true }).click();
    await expect(cell('Hours saved, P90', 8)).toHaveText('1,300');
    await page.getByText('Actual', { exact: true }).click();
    await expect(grid).toBeVisible();
  });
});

async function newInitiative(page: Page, name: string): Promise<void> {
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
  await page.getByRole('tab', { name: 'Value' }).click();
}

async function addLine(page: Page, kind: 'cost' | 'outcome', name: string): Promise<void> {
  await page.getByRole('button', { name: `Add ${kind} line`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add line' }).click();
  await expect(dialog).toHaveCount(0);
}

function monthCell(page: Page, line: string, column: number): Locator {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: line, exact: true }) });
  return row.getByRole('gridcell').nth(column);
}

function undo(page: Page, name: RegExp): Locator {
  return page.getByRole('button', { name });
}

/** Puts a block on the clipboard as a spreadsheet does, as text and where given as HTML, and pastes it at the cell. */
async function paste(page: Page, cell: Locator, text: string, html?: string): Promise<void> {
  await cell.click();
  await pasteHere(page, text, html);
}

async function pasteHere(page: Page, text: string, html?: string): Promise<void> {
  const parts = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) };
  await page.evaluate(
    `navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(${JSON.stringify(parts)}).map(
      ([type, part]) => [type, new Blob([part], { type })])))])`,
  );
  await page.keyboard.press('ControlOrMeta+V');
}

/** What the clipboard holds of a kind now. */
async function clipboard(page: Page, type: string): Promise<string> {
  return page.evaluate(
    `navigator.clipboard.read().then(async ([item]) => (await item.getType(${JSON.stringify(type)})).text())`,
  );
}
