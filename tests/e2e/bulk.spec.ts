import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true }, permissions: ['clipboard-read', 'clipboard-write'] });

const COST = { kind: 'cost', name: 'Model usage', startsOn: null, endsOn: null, category: 'inference' };

/** Ten pilots of a bureau with a cost line each, their months open. */
async function addPilots(page: Page): Promise<void> {
  await page.evaluate(
    async ({ line }) => {
      const ask = async (name: string, input: object) => {
        const headers = {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${sessionStorage.getItem('pilotage.bearer')}`,
        };
        const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
        return ((await answer.json()) as { value: { id: string } }).value;
      };
      for (let i = 1; i <= 10; i += 1) {
        const { id } = await ask('createInitiative', { name: `Bureau pilot ${i}`, stage: 'pilot' });
        await ask('addLine', { initiativeId: id, line });
      }
    },
    { line: COST },
  );
}

/** Copies a text as a spreadsheet would, and pastes it where the keyboard is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('ControlOrMeta+v');
}

const step = (page: Page, name: string) => page.getByRole('button', { name: `Undo: ${name}` });

test('ten initiatives: owners assigned and a month closed by one block, both undone by name', async ({
  page,
}) => {
  await addPilots(page);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  const grid = page.getByRole('grid', { name: 'Register' });
  const bar = page.getByRole('region', { name: 'Selection' });

  await test.step('owners of all ten that the search finds', async () => {
    await page.getByRole('textbox', { name: /^Search/ }).fill('Bureau pilot');
    await expect(page.getByRole('status').filter({ hasText: /^10 of/ })).toBeVisible();
    await grid.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(bar.getByText('10 selected')).toBeVisible();
    await page.getByRole('textbox', { name: /^Search/ }).fill('Bureau pilot 10');
    await expect(bar.getByText('10 selected, 9 hidden by the filters')).toBeVisible();
    await bar.getByRole('button', { name: 'Assign owner…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change 10 initiatives' });
    await dialog.getByLabel('New business owner').fill('Ana Ruiz');
    await expect(dialog.getByRole('row', { name: 'not named Ana Ruiz 10' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Change 10 initiatives' }).click();
    await expect(dialog).toBeHidden();
    await expect(step(page, 'Assign business owner Ana Ruiz to 10 initiatives')).toBeVisible();
  });

  await test.step('one cell in place', async () => {
    await grid.focus();
    await page.keyboard.press('F2');
    await page.keyboard.press('Tab');
    await page
      .getByRole('textbox', { name: 'Unit of Bureau pilot 10' })
      .or(page.getByRole('combobox', { name: 'Unit of Bureau pilot 10' }))
      .fill('Bureau');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('gridcell', { name: 'Bureau', exact: true })).toBeVisible();
    await expect(step(page, 'Change unit of Bureau pilot 10')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(step(page, 'Assign business owner Ana Ruiz to 10 initiatives')).toBeVisible();
  });

  await test.step('September as one block', async () => {
    await bar.getByRole('button', { name: 'Enter a month' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Month entry' })).toBeVisible();
    const close = page.getByRole('button', { name: /^Close Sep 2026 for/ });
    await expect(close).toBeDisabled();
    const first = page.getByRole('textbox', { name: 'Bureau pilot 1, Model usage' });

    await first.focus();
    await paste(page, Array.from({ length: 11 }, () => '1').join('\n'));
    await expect(page.getByRole('alert')).toContainText(
      'The block has 11 amounts; from “Bureau pilot 1, Model',
    );
    await expect(first).toHaveValue('');

    // As a German spreadsheet copies them.
    const amounts = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? '1.234,50 €' : `${i}.000`));
    await first.focus();
    await paste(page, `${amounts.join('\r\n')}\r\n`);
    await expect(page.getByText('10 of 10 lines measured')).toBeVisible();
    await expectAccessible(page, 'a month with amounts not saved');
    await close.click();
    await expect(step(page, 'Close September 2026 for 10 initiatives')).toBeVisible();
    await expect(page.getByText('closed for 10')).toBeVisible();
    await expect(page.getByRole('cell', { name: '9,000.00' })).toBeVisible();
  });

  await test.step('both taken back', async () => {
    await step(page, 'Close September 2026 for 10 initiatives').click();
    await expect(page.getByText(/^0 of 10 lines measured$/)).toBeVisible();
    await step(page, 'Assign business owner Ana Ruiz to 10 initiatives').click();
    await expect(step(page, 'Add cost line Model usage to Bureau pilot 10')).toBeVisible();
  });
});
