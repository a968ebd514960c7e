import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { backend, backendReason } from '../tests/desktop/launch.ts';

const root = resolve(import.meta.dirname, '..');

// Every worker reads this file, too; the runner alone prints.
if (process.env.TEST_WORKER_INDEX === undefined) {
  const name = backend === 'electron' ? 'the real Electron' : 'the stand-in';
  console.log(`Desktop tests run on ${name}: ${backendReason}.`);
}

/** Drives the built desktop app, on real Electron where its binary is, else on the stand-in. */
export default defineConfig({
  testDir: resolve(root, 'tests/desktop'),
  testMatch: '**/*.spec.ts',
  outputDir: resolve(root, 'test-results/desktop'),
  timeout: 300_000,
  // Generous: the tests share the machine with whatever else runs.
  expect: { timeout: 30_000 },
  reporter: 'list',
  // Windows of the real Electron share one desktop and its focus; those of the stand-in have nothing in common.
  workers: backend === 'electron' ? 1 : 2,
  forbidOnly: true,
  retries: 0,
});
