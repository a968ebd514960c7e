import { test as base, expect } from '@playwright/test';
import { type RunningApp, type StartOptions, startApp } from './browser-app.ts';
import { type Misdeeds, watch } from './watched-page.ts';

interface Fixtures {
  /** How the app is started; set with `test.use({ start: { isSample: true } })`. */
  readonly start: StartOptions;
  /** A running app of this test alone. */
  readonly app: RunningApp;
  /** What the pages did that none may do. Checked to be empty at the end; a test that provokes something clears it. */
  readonly misdeeds: Misdeeds;
}

/** Playwright's test with a running app, and `page` already signed in to it. */
export const test = base.extend<Fixtures>({
  start: [{}, { option: true }],
  app: async ({ start }, use) => {
    const app = await startApp(start);
    await use(app);
    await app.stop();
  },
  misdeeds: async ({ context, app }, use) => {
    const misdeeds: Misdeeds = [];
    await watch(context, app.origin, misdeeds);
    await use(misdeeds);
    expect(misdeeds, 'what no page may do').toEqual([]);
  },
  page: async ({ context, app, misdeeds: _watching }, use) => {
    const page = await context.newPage();
    await page.goto(app.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await use(page);
  },
});

export { expect };
