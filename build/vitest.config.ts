import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { temporaryPlace } from './steps/temporary-place.mjs';
import { WITHOUT_PAGE_KEYS } from './steps/v8-flags.mjs';

const root = resolve(import.meta.dirname, '..');

/** Unit, property and file-level tests: real SQLite, real files, no browser. End-to-end specs have a config of their own. */
export default defineConfig({
  root,
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    pool: 'forks',
    maxWorkers: 2,
    execArgv: [WITHOUT_PAGE_KEYS],
    setupFiles: [],
    env: { TMPDIR: temporaryPlace() },
    testTimeout: 30_000,
    restoreMocks: true,
  },
});
