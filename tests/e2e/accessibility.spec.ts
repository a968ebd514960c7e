import type { Page } from '@playwright/test';
import { expectAccessible, violations } from './support/axe.ts';
import { csv, importSteps } from './support/import-steps.ts';
import { expect, test } from './support/test.ts';

/** Screens of the rail: the route and the name of its heading and link. */
const SCREENS = [
  ['/portfolio', 'Portfolio'],
  ['/register', 'Register'],
  ['/policy', 'Policy'],
  ['/report', 'Board report'],
  ['/import', 'Import'],
  ['/settings', 'Settings'],
  ['/help', 'Help'],
] as const;
/** Reached by a link of another screen, or when there is a reason. */
const APART = [
  ['/months', 'Month entry'],
  ['/help/benchmarks', 'Published figures'],
  ['/recovery', 'Recovery'],
] as const;

// The longest file by far, of tests that have nothing to do with one another.
test.describe.configure({ mode: 'parallel' });

/** Goes to a route. */
async function show(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`);
  await expect(page).toHaveURL((url) => url.hash === `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
}

/** Waits until a screen and what it reads is there. */
async function expectShown(page: Page, path: string, name: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.hash === `#${path}`);
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
}

for (const isSample of [true, false]) {
  test.describe(isSample ? 'the sample portfolio' : 'an empty portfolio', () => {
    test.use({ start: { isSample } });

    test('has every screen within reach of the keyboard, and nothing on it that axe objects to', async ({
      page,
    }) => {
      // Eight screens in two themes are more than one journey.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // The app opens on the portfolio: it comes last, so that every step is a way from one screen to another.
      for (const [path, name] of [...SCREENS.slice(1), SCREENS[0]]) {
        await tabTo(page, name);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
        await expect(page).toHaveTitle(new RegExp(`^${name}`));
        await expectShown(page, path, name);
        await expectAccessible(page, name);
      }
      for (const [path, name] of APART) {
        await show(page, path);
        await expectShown(page, path, name);
        await expectAccessible(page, name);
      }
    });
  });
}

/** Every tab of an initiative, in their order. */
const TABS = [
  'Summary',
  'Gaps',
  'Checklist',
  'Value',
  'Forward model',
  'Assets',
  'Risk',
  'Tripwires',
  'Decisions',
  'Details',
  'Activity',
] as const;

test.describe('an initiative', () => {
  test.use({ start: { isSample: true } });

  test('has nothing axe objects to on any of its tabs', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await show(page, '/register');
    // One that has everything: a forward model, a plan, a review before this one.
    const href = await page.getByRole('link', { name: 'Claims triage', exact: true }).getAttribute('href');
    await show(page, (href ?? '').slice(1));
    // The register has no tabs: the first one says that the initiative is there.
    await expect(page.getByRole('tab').first()).toBeVisible();
    expect(await page.getByRole('tab').allTextContents()).toEqual(TABS);
    await expect(page.getByRole('region', { name: 'What would flip it' })).toBeVisible();
    for (const name of TABS) {
      const tab = page.getByRole('tab', { name });
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
      await expectAccessible(page, name);
    }
  });
});

test('an import has nothing axe objects to from problems to outcome', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const steps = importSteps(page);
  await steps.open();
  await steps.choose('none.csv', '');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'refused file');
  await steps.choose(
    'agents.csv',
    csv(
      ['Name', 'Stage'],
      ['Claims triage', 'Pilot'],
      ['Claims triage', 'Pilot'],
      ['', 'Pilot'],
      ['Fraud', 'Odd'],
    ),
  );
  await steps.expectCounts('4 rows read = 1 ready + 2 blocked + 1 duplicate');
  await page.getByRole('button', { name: /^Values of Stage/ }).click();
  await steps.problems
    .getByRole('button', { name: /^Correct/ })
    .first()
    .click();
  await expectAccessible(page, 'draft with problems');
  await steps.button.click();
  await expect(page.getByRole('heading', { name: '1 initiative imported' })).toBeVisible();
  await expectAccessible(page, 'outcome');
});

test.describe('the header', () => {
  test.use({ start: { isSample: true } });

  test('has nothing axe objects to while the name of a step is shown', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: /^Undo:/ }).hover();
    await expect(page.getByRole('tooltip')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});

/** Presses Tab until the link of the rail with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) });
  // Looked up once: finding it by its role anew after every press is most of the work.
  const element = await link.evaluateHandle((found) => found);
  for (let presses = 0; presses < 200; presses += 1) {
    if (await element.evaluate((found) => found === found.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} was not reached with 200 presses of Tab`);
}
