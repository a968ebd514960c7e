import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { root } from './support/browser-app.ts';
import { expect, test } from './support/test.ts';

const data = resolve(process.env.PILOTAGE_DATA ?? join(root, '../shared/data'));
const inventory = join(data, 'federal-ai-use-cases-2024.csv');

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const undo = (page: Page, name: string): Locator => page.getByRole('button', { name: `Undo: ${name}` });
const rail = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const AMOUNT = /\d[\d,]*\.\d\d\s?EUR/;
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

const COST = { kind: 'cost', name: 'Model usage', startsOn: null, endsOn: null, category: 'inference' };
const HOURS = {
  ...{ kind: 'outcome', name: 'Hours saved', startsOn: null, endsOn: null },
  ...{ outcomeKind: 'hours_saved', method: 'log_count', isCashReleasing: false },
};
/** A quarter of two lines as a spreadsheet copies it, with thousands and a negative in brackets. */
const EXCEL = {
  text: '1,200.00\t1,150.00\t1,310.50\r\n2,000.00\t(80.00)\t2,450.00\r\n',
  html: '<html><body><table><tr><td>1,200.00</td><td>1,150.00</td><td>1,310.50</td></tr><tr><td>2,000.00</td><td>(80.00)</td><td>2,450.00</td></tr></table></body></html>',
};

/** Asks the host as the page itself does; answers the value. */
function ask<T>(page: Page, name: string, input: object): Promise<T> {
  return page.evaluate(
    async ([call, body]) => {
      const headers = {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${sessionStorage.getItem('pilotage.bearer')}`,
      };
      const response = await fetch(`/api/${call}`, { method: 'POST', headers, body });
      const answer = (await response.json()) as { ok: boolean; value: T; error?: { message: string } };
      if (!answer.ok) throw new Error(answer.error?.message);
      return answer.value;
    },
    [name, JSON.stringify(input)] as const,
  );
}

/** Puts a text on the clipboard as a spreadsheet would, and pastes it where the keyboard is. */
async function paste(page: Page, text: string, html?: string): Promise<void> {
  await page.evaluate(
    `navigator.clipboard.write([new ClipboardItem(${JSON.stringify({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) })})])`,
  );
  await page.keyboard.press('ControlOrMeta+v');
}

// A month after the inventory: its own evidence is fresh.
test.describe('the program lead, on 2,133 public records', () => {
  test.use({ start: { clock: '2025-01-15T09:00:00Z' } });

  test('closes a month for ten, puts stale evidence right, assigns owners, and takes it all back by name', async ({
    page,
  }) => {
    test.skip(
      !existsSync(inventory),
      `${inventory} is absent; set PILOTAGE_DATA to the folder of public records`,
    );
    const imported = /^Undo: Import 2,1\d\d initiatives/;
    const steps: string[] = [];
    const did = async (name: string) => {
      await expect(undo(page, name)).toBeVisible();
      steps.push(name);
    };

    await test.step('import', async () => {
      await rail(page, 'Import');
      await page.locator('input[type=file]').setInputFiles(inventory);
      const button = page.getByRole('button', { name: /^Import [\d,]+ initiatives/ });
      await expect(button).toBeVisible();
      await button.click();
      await expect(page.getByRole('heading', { name: /^2,1\d\d initiatives imported$/ })).toBeVisible({
        timeout: 60_000,
      });
      await expect(page.getByRole('button', { name: imported })).toBeVisible();
    });

    // What owners had sent before: a cost line each, and one level that rests on an old test.
    const { rows } = await ask<{ rows: { id: string; name: string; unit: string }[] }>(
      page,
      'listRegister',
      {},
    );
    const marshals = rows.filter(({ unit }) => unit === 'DOJ / USMS');
    expect(marshals).toHaveLength(10);
    for (const { id } of marshals) await ask(page, 'addLine', { initiativeId: id, line: COST });
    const stale = marshals.find(({ name }) => name.startsWith('Route Optimizer'));
    await ask(page, 'recordAssessment', {
      initiativeId: stale?.id,
      gap: 'evaluation',
      level: 3,
      rater: 'Lead',
      ratedOn: '2023-01-10',
      note: '',
      evidence: [{ kind: 'test', datedOn: '2023-01-10', link: '', note: 'First run' }],
    });

    await test.step('owners of all ten that the unit has', async () => {
      await rail(page, /^Register/);
      await page.getByRole('search').getByRole('button', { name: 'Unit' }).click();
      await page.getByRole('textbox', { name: 'Find a unit' }).fill('USMS');
      await page.getByRole('checkbox', { name: /^DOJ \/ USMS/ }).check();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('status').filter({ hasText: /^10 of 2,1\d\d$/ })).toBeVisible();
      await page.getByRole('grid', { name: 'Register' }).focus();
      await page.keyboard.press('ControlOrMeta+a');
      const bar = page.getByRole('region', { name: 'Selection' });
      await bar.getByRole('button', { name: 'Assign owner…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Change 10 initiatives' });
      await dialog.getByLabel('New business owner').fill('Marshal for systems');
      await dialog.getByRole('button', { name: 'Change 10 initiatives' }).click();
      await did('Assign business owner Marshal for systems to 10 initiatives');
      await bar.getByRole('button', { name: 'Enter a month' }).click();
    });

    await test.step('December of all ten as one block', async () => {
      await expect(page.getByRole('heading', { level: 1, name: 'Month entry' })).toBeVisible();
      await page
        .getByRole('textbox', { name: /, Model usage$/ })
        .first()
        .focus();
      await paste(page, `${Array.from({ length: 10 }, (_, i) => `€ 1,${i}00.00`).join('\r\n')}\r\n`);
      // Euros in a portfolio of dollars: said, and nothing entered.
      await expect(page.getByRole('alert').filter({ hasText: 'is not in USD' })).toBeVisible();
      await expect(page.getByText('0 of 10 lines measured')).toBeVisible();
      await paste(page, `${Array.from({ length: 10 }, (_, i) => `1,${i}00.00`).join('\r\n')}\r\n`);
      await expect(page.getByText('10 of 10 lines measured')).toBeVisible();
      await page.getByRole('button', { name: /^Close Dec 2024 for/ }).click();
      await did('Close December 2024 for 10 initiatives');
    });

    await test.step('stale evidence, from the home screen', async () => {
      await rail(page, 'Portfolio');
      const attention = page.getByRole('region', { name: 'Needs attention' });
      await attention.getByRole('link', { name: /^Evidence too old/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: stale?.name ?? '' })).toBeVisible();
      const region = page.getByRole('region', { name: 'Evaluation' });
      await expect(region.getByRole('button', { name: 'Add evidence' })).toBeFocused();
      await page.keyboard.press('Enter');
      await region.getByLabel('Kind of evidence').selectOption('test');
      await region.getByLabel('Dated').fill('2025-01-10');
      await region.getByRole('button', { name: 'Add evidence' }).click();
      await expect(region).not.toContainText('evidence too old');
      await did(`Add evidence to Evaluation of ${stale?.name}`);
    });

    await test.step('any initiative in three keystrokes', async () => {
      for (const [keys, name] of [
        ['uip', 'UiPath OCR activity'],
        ['jar', 'JARS - JMIS'],
        ['pmm', 'Prisoner Movement Management (JPMM) - JPATS'],
      ] as const) {
        await page.keyboard.press('ControlOrMeta+k');
        await expect(page.getByRole('combobox', { name: 'Find an initiative or a command' })).toBeFocused();
        await page.keyboard.type(keys);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      }
    });

    await test.step('all of it taken back, by name, from where one stands', async () => {
      for (const name of steps.toReversed()) {
        await undo(page, name).click();
        await expect(undo(page, name)).toHaveCount(0);
      }
      // What the owners had sent is as it was; those steps too, and the import at last.
      await rail(page, 'Portfolio');
      for (let left = marshals.length + 1; left > 0; left -= 1) await ask(page, 'undo', {});
      await page.getByRole('button', { name: imported }).click();
      await rail(page, /^Register/);
      await expect(page.getByText('No initiatives yet')).toBeVisible();
    });
  });
});

test.describe('on the sample', () => {
  test.use({ start: { isSample: true } });

  test('the CFO finds every figure of the report behind the home screen, and no amount over a shoulder', async ({
    page,
  }) => {
    await rail(page, 'Board report');
    const report = page.getByRole('article', { name: 'Board report' });
    await expect(report).toContainText(/Data fingerprint [0-9a-f]{16}/);
    const shown = (await report.textContent()) ?? '';
    expect(shown).toMatch(AMOUNT);

    await rail(page, 'Portfolio');
    await page
      .getByLabel('Headline figures')
      .getByRole('button', { name: /^\+38\.2/ })
      .click();
    const card = page.getByRole('dialog', { name: 'Net value, last 3 months' });
    await expect(card).toContainText('claimed benefit − cost, over the last 3 closed months');
    await card.getByRole('link', { name: /Customer chat assistant/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Customer chat assistant' })).toBeVisible();
    await tab(page, 'Value');
    await expect(page.getByRole('region', { name: 'Statement' })).toBeVisible();

    await page.keyboard.press('ControlOrMeta+Shift+p');
    await expect(page.getByRole('button', { name: /^Discreet mode is on/ })).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(AMOUNT);
    await rail(page, 'Board report');
    await expect(report).not.toContainText(AMOUNT);
  });

  test('an owner enters a quarter from a spreadsheet, is told what does not fit, and sees the verdict', async ({
    page,
  }) => {
    const { id } = await ask<{ id: string }>(page, 'createInitiative', {
      name: 'Contract search',
      stage: 'pilot',
    });
    await ask(page, 'addLine', { initiativeId: id, line: COST });
    await ask(page, 'addLine', { initiativeId: id, line: { ...COST, name: 'Platform' } });
    await ask(page, 'addLine', { initiativeId: id, line: HOURS });
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('contract s');
    await expect(page.getByRole('option', { name: /^Contract search/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Contract search' })).toBeVisible();
    await tab(page, 'Value');
    const row = (name: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    const cell = (name: string, column: number) => row(name).getByRole('gridcell').nth(column);
    const alert = page.getByRole('alert').filter({ hasText: 'Nothing was changed.' });

    await cell('Model usage', 9).click();
    await paste(page, '1,200\tn/a\tabout 5\n900\t\t£ 3\n');
    await expect(alert).toContainText('“n/a” is not a number.');
    await expect(alert).toContainText('“about 5” is not a number.');
    await expect(alert).toContainText('“£ 3” is not in EUR');
    await expect(cell('Model usage', 9)).toHaveText('·');
    await alert.getByRole('button', { name: 'Dismiss' }).click();

    // As Excel puts it there: what is shown as text, and a table beside it.
    await cell('Model usage', 9).click();
    await paste(page, EXCEL.text, EXCEL.html);
    await expect(cell('Model usage', 9)).toHaveText('1,200.00');
    await expect(cell('Platform', 10)).toHaveText('−80.00');
    await expect(undo(page, 'Enter 6 amounts for Contract search')).toBeVisible();
    // What it brought in comes later, from another sheet, in German.
    await cell('Hours saved', 9).click();
    await paste(page, '3.000,00\t3.250,50\t\r\n');
    await expect(cell('Hours saved', 10)).toHaveText('3,250.50');
    await expect(cell('Hours saved', 11)).toHaveText('·');
    await page.getByRole('button', { name: /^Close 2 measured months/ }).click();
    await expect(page.getByRole('columnheader', { name: /Reopen/ })).toHaveCount(2);

    await tab(page, 'Summary');
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await expect(verdict).toContainText(/H1/);
    await expect(page.getByRole('row', { name: /^G1/ })).toBeVisible();
  });

  test('risk and compliance follow gates, incidents and the trail, to a file that proves itself', async ({
    page,
  }) => {
    await rail(page, /^Register/);
    await page.getByRole('link', { name: 'Claims triage', exact: true }).click();
    await expect(page.getByRole('row', { name: /^G4/ })).toBeVisible();
    await tab(page, 'Risk');
    await expect(page.getByLabel('Autonomy')).toBeVisible();
    await tab(page, 'Activity');
    const changes = page.getByRole('table', { name: 'Changes, latest first' });
    await changes.getByRole('button', { expanded: false }).first().click();
    await expect(page.getByRole('table', { name: /^What changed:/ })).toBeVisible();

    await page.getByRole('button', { name: /^As of/ }).click();
    await page.getByLabel('Show the portfolio as of').fill('2026-03-31');
    await page.getByRole('button', { name: 'Show this day' }).click();
    await expect(page.getByRole('button', { name: 'As of 31 Mar 2026' })).toBeVisible();
    await page.getByRole('button', { name: /^Back to/ }).click();

    await rail(page, 'Board report');
    const printed = (await page.getByRole('article', { name: 'Board report' }).textContent()) ?? '';
    const [, mark, seq] = /Data fingerprint ([0-9a-f]{16}) at entry ([\d,]+)/.exec(printed) ?? [];
    await rail(page, 'Settings');
    await page.getByLabel('Entry number').fill(seq ?? '');
    await page.getByLabel('Fingerprint').fill(mark ?? '');
    await page.getByRole('button', { name: 'Verify file' }).click();
    await expect(page.getByText('Nothing wrong was found')).toBeVisible();
  });
});
