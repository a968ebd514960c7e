import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck, staticChecks } from './checks.mjs';
import { countPlaywright } from './playwright-result.mjs';
import { say } from './say.mjs';
import { temporaryPlace } from './temporary-place.mjs';

const NOTHING_RAN = { passed: 0, failed: 0, skipped: [] };

/** Static checks, each counted as one test. */
export function runStatic(root, node) {
  const result = { passed: 0, failed: 0, skipped: [] };
  for (const check of staticChecks(root)) {
    const isFine = runCheck(root, node, check);
    say(`${isFine ? 'ok' : 'FAILED'}: ${check.name}`);
    if (isFine) result.passed += 1;
    else result.failed += 1;
  }
  return result;
}

/** Unit, property and file tests. */
export function runUnit(root, node, extra = []) {
  return withResultFile((file) => {
    const reporter = join(root, 'build/vitest-reporter.mjs');
    const status = run(
      root,
      node,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        'build/vitest.config.ts',
        '--reporter=default',
        `--reporter=${reporter}`,
        ...extra,
      ],
      { PILOTAGE_VITEST_RESULT: file },
    );
    return reconcile(status, readResult(file));
  });
}

/** One Playwright project by its configuration; without a Chromium its tests are skipped, openly. */
export function runPlaywright(root, node, config, chromium) {
  if (!chromium) {
    const reason = 'no Chromium could be found or installed; PILOTAGE_CHROMIUM names one';
    return { ...NOTHING_RAN, skipped: [{ name: `all of ${config}`, reason }] };
  }
  return withResultFile((file) => {
    const status = run(
      root,
      node,
      [
        join(root, 'node_modules/@playwright/test/cli.js'),
        'test',
        '--config',
        `build/${config}`,
        '--reporter=list,json',
      ],
      { PLAYWRIGHT_JSON_OUTPUT_NAME: file, PILOTAGE_CHROMIUM: chromium },
    );
    const report = readResult(file);
    return reconcile(status, report && countPlaywright(report));
  });
}

/** A run that ended badly without a failed test (a crash, no report) still counts as a failure. */
export function reconcile(status, result) {
  if (!result) return { ...NOTHING_RAN, failed: 1 };
  return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

function run(root, node, arguments_, env) {
  return spawnSync(node, arguments_, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: temporaryPlace(), ...env },
  }).status;
}

function withResultFile(work) {
  mkdirSync(tmpdir(), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-result-'));
  try {
    return work(join(folder, 'result.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
