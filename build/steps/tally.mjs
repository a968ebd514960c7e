/** The last line of `npm test`: plain, alone, the same on every machine. */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** Adds up suites. A suite that ran nothing has failed: its tests were lost, not passed. */
export function addUp(suites) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { result } of suites) {
    const isEmpty = result.passed + result.failed + result.skipped.length === 0;
    total.passed += result.passed;
    total.failed += result.failed + (isEmpty ? 1 : 0);
    total.skipped += result.skipped.length;
  }
  return total;
}

/** Lines that name every skipped test and why. */
export function skipLines(suites) {
  return suites.flatMap(({ name, result }) =>
    result.skipped.map(
      (each) => `skipped: ${name}: ${each.name} (${each.reason ?? 'the test gives no reason'})`,
    ),
  );
}
