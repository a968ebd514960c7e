import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { answerDialog, type Desktop, launchDesktop } from './launch.ts';

/** The built main, preload, data process and page, unmodified. */
let home: string;
let desktop: Desktop;

test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pilotage-home-'));
});
test.afterEach(async () => {
  await desktop.close();
  rmSync(home, { recursive: true, force: true });
});

async function open(...args: string[]): Promise<{ app: ElectronApplication; page: Page }> {
  desktop = await launchDesktop({ args, env: { PILOTAGE_HOME: home } });
  const page = await desktop.app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { app: desktop.app, page };
}

const openInitiative = async (page: Page, name: string) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Register/ })
    .click();
  await page.getByRole('textbox', { name: /^Search/ }).fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

test('opens the sample, simulates it in workers and explains a verdict', async () => {
  const { page } = await open('--sample');
  await openInitiative(page, 'Claims triage');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('S1', { timeout: 30_000 });
  await expect(verdict).toContainText(/P\(value > 0\) 0\.\d\d \(SE 0\.\d+\)/);
  await expect(page.getByRole('region', { name: 'What would flip it' })).toBeVisible({ timeout: 60_000 });

  // Every simulation of the portfolio comes in, and its result is kept in the profile.
  const computing = () =>
    page.evaluate(`window.pilotage.client.getStatus({}).then(({ value }) => value.computing)`);
  await expect.poll(computing, { timeout: 60_000 }).toBe(0);
  const { rows } = (await page.evaluate(
    `window.pilotage.client.listRegister({}).then(({ value }) => value)`,
  )) as { rows: { isValueComputing: boolean; value: number | null }[] };
  expect(rows.filter((row) => row.isValueComputing)).toEqual([]);
  const valued = rows.filter((row) => row.value !== null).length;
  expect(valued).toBeGreaterThan(10);
  const kept = readFileSync(join(home, 'profile', 'simulations.jsonl'), 'utf8')
    .trim()
    .split('\n');
  expect(kept.length).toBeGreaterThanOrEqual(valued);
  for (const line of kept) expect(JSON.parse(line).value.draws).toBeGreaterThanOrEqual(10_000);
});

test('edits a month of the sample and takes it back', async () => {
  const { page } = await open('--sample');
  await openInitiative(page, 'Broker enquiry routing');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('H1', { timeout: 30_000 });
  await page.getByRole('tab', { name: 'Value' }).click();
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .first();
  const cell = row.getByRole('gridcell').last().locator('xpath=preceding-sibling::td[1]');
  const before = (await cell.textContent()) ?? '';
  await cell.click();
  await page.keyboard.type('12345');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('12,345');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell).toHaveText(before);
});

test('imports a file chosen in the dialog and prints the report to a PDF', async () => {
  const { app, page } = await open();
  const csv = join(home, 'from-owner.csv');
  writeFileSync(csv, 'Name,Unit,Stage\nClaims triage,Claims,Pilot\nBroker answers,Sales,Idea\n');
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [csv] });
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: /Choose a file/ }).click();
  await page.getByRole('button', { name: 'Import 2 initiatives' }).click();
  await expect(page.getByRole('heading', { name: '2 initiatives imported' })).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Board report' }).click();
  await expect(page.getByRole('article', { name: 'Board report' })).toContainText('Broker answers');
  const pdf = join(home, 'report.pdf');
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: pdf });
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect.poll(() => readIfThere(pdf)?.subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('gives the page nothing but the contract', async () => {
  const { app, page } = await open('--sample');
  const reach = await page.evaluate(`({
    require: typeof require,
    process: typeof process,
    keys: Object.keys(window.pilotage).sort(),
    isFrozen: Object.isFrozen(window.pilotage) && Object.isFrozen(window.pilotage.client),
  })`);
  expect(reach).toEqual({
    require: 'undefined',
    process: 'undefined',
    keys: ['client', 'subscribe'],
    isFrozen: true,
  });
  const refused = await page.evaluate(
    `window.pilotage.client.updateInitiative({ id: '../x', patch: { nope: 1 } })`,
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  const title = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => w.getTitle()),
  );
  expect(title).toHaveLength(1);
});

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
