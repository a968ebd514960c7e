// A Chromium that takes pictures of the built app in browser mode.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { startApp } from '../../tests/e2e/support/browser-app.ts';

export const LAPTOP = { width: 1280, height: 800 };
export const WALL = { width: 2560, height: 1440 };
/** A laptop at 200 % zoom. */
export const ZOOMED = { width: 640, height: 400 };

/** Starts the system's Chromium, or Playwright's own where there is none. */
export function launchChromium() {
  const system = '/usr/bin/chromium';
  const executablePath = process.env.PILOTAGE_CHROMIUM || (existsSync(system) ? system : undefined);
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/**
 * Starts the app (`options.start`, as `startApp` takes it) and does `work` with a page of it (`options.page`, as
 * Playwright's `newContext` takes it). `options.prepare` gets the page before the app is loaded.
 */
export async function withPage(browser, options, work) {
  const app = await startApp(options.start);
  const context = await browser.newContext({ ...options.page, locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    await options.prepare?.(page);
    await page.goto(app.address);
    await page.locator('h1, [role=alert], [role=status]').first().waitFor();
    await work(page);
  } finally {
    await context.close();
    await app.stop();
  }
}

/** Goes to a place of the app, without waiting for anything. */
export async function goTo(page, place) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
}

/** Goes to a place of the app and waits until nothing there is loading any more. */
export async function show(page, place) {
  await goTo(page, place);
  await page.locator('h1').first().waitFor();
  // A screen says "Reading ..." or "Working out ..." until its answer is there; charts are drawn in the frames after it.
  await page.waitForFunction(
    () =>
      !/^(Reading|Working out) .*…/m.test(document.body.innerText) &&
      document.querySelector('[aria-busy="true"]') === null,
  );
  await settle(page);
}

/** Waits until what was asked for is painted. */
export async function settle(page) {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)))),
  );
}
