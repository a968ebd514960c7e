import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
const APART = [['/recovery', 'Recovery']] as const;
const THEMES = ['light', 'dark'] as const;

// The longest file by far, of tests that have nothing to do with one another.
test.describe.configure({ mode: 'parallel' });

/** Goes to a route and waits until what it reads is there. */
async function show(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`);
  await expect(page).toHaveURL((url) => url.hash === `#${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Reading /)).toHaveCount(0);
}

/** What axe finds wrong, each with the elements, so that a failure can be read without running it again. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`).join('; ')}`,
  );
}

for (const isSample of [true, false]) {
  test.describe(isSample ? 'the sample portfolio' : 'an empty portfolio', () => {
    test.use({ start: { isSample } });

    for (const theme of THEMES) {
      test(`has nothing axe objects to on any screen, ${theme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        for (const [path, name] of [...SCREENS, ...APART]) {
          await show(page, path);
          await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
          expect.soft(await violations(page), `${name}, ${theme}`).toEqual([]);
        }
      });
    }

    test('has every screen within reach of the keyboard', async ({ page }) => {
      // The app opens on the portfolio: it comes last, so that every step is a way from one screen to another.
      for (const [, name] of [...SCREENS.slice(1), SCREENS[0]]) {
        await tabTo(page, name);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
        await expect(page).toHaveTitle(new RegExp(`^${name}`));
      }
    });
  });
}

/** Every tab of an initiative, in their order. */
const TABS = ['Summary', 'Gaps', 'Checklist', 'Value', 'Forward model', 'Details', 'Activity'] as const;

test.describe('an initiative', () => {
  test.use({ start: { isSample: true } });

  for (const theme of THEMES) {
    test(`has nothing axe objects to on any of its tabs, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await show(page, '/register');
      // One that has everything: a forward model, a plan, a review before this one.
      const href = await page.getByRole('link', { name: 'Claims triage', exact: true }).getAttribute('href');
      await show(page, (href ?? '').slice(1));
      // The register has no tabs: the first one says that the initiative is there.
      await expect(page.getByRole('tab').first()).toBeVisible();
      expect(await page.getByRole('tab').allTextContents()).toEqual(TABS);
      await expect(page.getByRole('region', { name: 'What would flip it' })).toBeVisible({ timeout: 30_000 });
      for (const name of TABS) {
        const tab = page.getByRole('tab', { name });
        await tab.click();
        await expect(tab).toHaveAttribute('aria-selected', 'true');
        await expect(page.getByText(/^Reading /)).toHaveCount(0);
        expect.soft(await violations(page), `${name}, ${theme}`).toEqual([]);
      }
    });
  }
});

test.describe('an import', () => {
  for (const theme of THEMES) {
    test(`has nothing axe objects to from problems to outcome, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const steps = importSteps(page);
      await steps.open();
      await steps.choose('none.csv', '');
      await expect(page.getByRole('alert')).toBeVisible();
      expect.soft(await violations(page), `refused file, ${theme}`).toEqual([]);
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
      expect.soft(await violations(page), `draft with problems, ${theme}`).toEqual([]);
      await steps.button.click();
      await expect(page.getByRole('heading', { name: '1 initiative imported' })).toBeVisible();
      expect.soft(await violations(page), `outcome, ${theme}`).toEqual([]);
    });
  }
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
  for (let presses = 0; presses < 200; presses += 1) {
    if (await link.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} was not reached with 200 presses of Tab`);
}
