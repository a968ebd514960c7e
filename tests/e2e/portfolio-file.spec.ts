import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { type RunningApp, startApp } from './support/browser-app.ts';
import { expect, test } from './support/test.ts';

/** A page of its own on a running app. */
async function pageOf(browser: Browser, app: RunningApp): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(app.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function show(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`);
  await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
}

async function addInitiative(page: Page, name: string): Promise<void> {
  await show(page, '/register');
  await page.getByRole('button', { name: 'Add initiative' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add initiative' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function expectInRegister(page: Page, names: readonly string[]): Promise<void> {
  await show(page, '/register');
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByText(`${names.length}, amounts in`)).toBeVisible();
}

/** Overwrites a piece of every ninth page after the first two. */
function damage(path: string): void {
  const size = statSync(path).size;
  const file = openSync(path, 'r+');
  for (let at = 8192; at < size; at += 9 * 4096) writeSync(file, Buffer.alloc(700, 0x5a), 0, 700, at);
  closeSync(file);
}

test('a check finds nothing wrong, and a backup comes back by keyboard alone', async ({ page, app }) => {
  await addInitiative(page, 'Claims triage');
  await addInitiative(page, 'Fraud signals');
  await show(page, '/settings');
  await page.getByRole('button', { name: 'Verify file' }).click();
  await expect(page.getByText('Nothing wrong was found')).toBeVisible();
  await page.getByLabel('Entry number').fill('2');
  await page.getByLabel('Fingerprint').fill('0123 4567 89ab cdef');
  await page.getByRole('button', { name: 'Verify file' }).click();
  await expect(page.getByText(/does not agree with a head held outside/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rebuild from its own history…' })).toHaveCount(0);
  await expectAccessible(page, 'a check that failed');

  const backups = page.getByRole('table', { name: 'Backups, newest first' });
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.getByText('By hand')).toBeVisible();
  await addInitiative(page, 'Renewal desk');

  await show(page, '/settings');
  const byHand = backups.getByRole('row', { name: /By hand/ }).getByRole('button', { name: /^Restore/ });
  await byHand.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 step would be lost')).toBeVisible();
  await expect(dialog.getByText('Add Renewal desk')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Renewal desk goes away/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page, 'the restore dialog');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Restored\..*kept beside it as/)).toBeVisible();
  await expectInRegister(page, ['Claims triage', 'Fraud signals']);
  expect(readdirSync(join(app.home, 'portfolios')).length).toBe(2);
});

test('a damaged portfolio leads to a working one in two clicks', async ({ browser }) => {
  const home = mkdtempSync(join(tmpdir(), 'pilotage-e2e-'));
  try {
    const whole = await startApp({ home });
    const first = await pageOf(browser, whole);
    await addInitiative(first, 'Claims triage');
    await addInitiative(first, 'Fraud signals');
    await first.context().close();
    const path = whole.portfolioPath();
    await whole.stop();
    damage(path);

    const app = await startApp({ home });
    try {
      const page = await pageOf(browser, app);
      await expect(page.getByRole('heading', { level: 1, name: 'Recovery' })).toBeVisible();
      await expectAccessible(page, 'recovery');
      await show(page, '/settings');
      await expect(page.getByText(/^This portfolio is damaged\./)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Verify file' })).toHaveCount(0);
      await expectAccessible(page, 'the banner');
      await page.getByRole('link', { name: 'Ways out' }).first().click();

      await page
        .getByRole('button', { name: /^Look and choose/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
      await expect(page.getByText(/^Restored\..*kept beside it as/)).toBeVisible();
      await expectInRegister(page, ['Claims triage', 'Fraud signals']);
      await expect(page.getByText('This portfolio is damaged.')).toHaveCount(0);
      expect(readdirSync(join(home, 'portfolios')).some((name) => name.includes('damaged'))).toBe(true);
    } finally {
      await app.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a portfolio that another program holds can be read as a copy', async ({ browser }) => {
  const home = mkdtempSync(join(tmpdir(), 'pilotage-e2e-'));
  // Two people of one machine: the same documents, each with a profile of their own.
  const person = (name: string) => ({
    home,
    env: { PILOTAGE_HOME: '', HOME: home, XDG_CONFIG_HOME: join(home, name) },
  });
  const apps: RunningApp[] = [];
  try {
    const holder = await startApp(person('first'));
    apps.push(holder);
    await addInitiative(await pageOf(browser, holder), 'Claims triage');

    const reader = await startApp({ ...person('second'), isSample: true });
    apps.push(reader);
    const page = await pageOf(browser, reader);
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^My portfolio/ }).click();
    await expect(dialog.getByText('File in use')).toBeVisible();
    await expectAccessible(page, 'the list with a file in use');
    await dialog.getByRole('button', { name: 'Open a copy to read' }).click();
    await expect(page.getByText(/^Copy as of .*, read-only\./)).toBeVisible();
    await expectInRegister(page, ['Claims triage']);
  } finally {
    for (const app of apps) await app.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
