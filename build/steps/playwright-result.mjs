/**
 * Counts what Playwright's JSON report says. A test that passed at last after failing counts as failed: a flaky test
 * is a broken one.
 */
export function countPlaywright(report) {
  const result = { passed: 0, failed: report.errors?.length ?? 0, skipped: [] };
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'skipped') {
          const reason = test.annotations?.find(
            (each) => each.type === 'skip' || each.type === 'fixme',
          )?.description;
          result.skipped.push({ name: spec.title, reason });
        } else if (test.status === 'expected') result.passed += 1;
        else result.failed += 1;
      }
    }
  };
  for (const suite of report.suites ?? []) visit(suite);
  return result;
}
