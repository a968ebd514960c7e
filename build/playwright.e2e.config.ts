import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const chromium = process.env.PILOTAGE_CHROMIUM || (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);
// Chromium's sandbox needs user namespaces, which root in a container does not get.
const isRoot = process.getuid?.() === 0;

/**
 * Browser mode in a real Chromium, two files at a time, each test with an app and a home of its own. Never twice: a test
 * that needs a second try is a bug report.
 */
export default defineConfig({
  testDir: resolve(root, 'tests/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: resolve(root, 'test-results/e2e'),
  // Patience costs a passing test nothing; a busy machine has been seen to stand still for twenty seconds.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  use: {
    viewport: { width: 1280, height: 800 },
    // Without it a missing element waits for the whole test.
    actionTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace of every test, kept for the failed one, is a fifth of all the work: --trace retain-on-failure asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without a path Playwright takes its own.
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
