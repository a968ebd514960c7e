import { writeFileSync } from 'node:fs';

/** Writes counts, and every skipped test with its reason, to the file named in PILOTAGE_VITEST_RESULT. */
export default class ResultReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const result = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      // A file that could not be loaded has no tests to fail.
      if (module.state() === 'failed' && module.errors().length > 0) result.failed += 1;
      for (const test of module.children.allTests()) {
        const outcome = test.result();
        if (outcome.state === 'passed') result.passed += 1;
        else if (outcome.state === 'failed') result.failed += 1;
        else result.skipped.push({ name: test.fullName, reason: outcome.note });
      }
    }
    const path = process.env.PILOTAGE_VITEST_RESULT;
    if (path) writeFileSync(path, JSON.stringify(result));
  }
}
