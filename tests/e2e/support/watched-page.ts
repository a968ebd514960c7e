import type { BrowserContext, Page } from '@playwright/test';

/** What a page did that no page of Pilotage may do. Filled while the test runs; must be empty at its end. */
export type Misdeeds = string[];

/**
 * Watches every page of a context: requests to anywhere but `origin` are refused and noted; so are console errors,
 * uncaught exceptions and, since Chromium writes them to the console, violations of the content security policy.
 */
export async function watch(context: BrowserContext, origin: string, misdeeds: Misdeeds): Promise<void> {
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      misdeeds.push(`request to ${route.request().url()}`);
      await route.abort();
    },
  );
  context.on('page', (page) => watchPage(page, misdeeds));
}

function watchPage(page: Page, misdeeds: Misdeeds): void {
  page.on('console', (message) => {
    if (message.type() === 'error') misdeeds.push(`console error: ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`uncaught: ${error.stack ?? error.message}`));
}
