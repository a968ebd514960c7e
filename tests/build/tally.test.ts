import { describe, expect, it } from 'vitest';
import { countPlaywright } from '../../build/steps/playwright-result.mjs';
import { reconcile } from '../../build/steps/suites.mjs';
import { addUp, closingLine, skipLines } from '../../build/steps/tally.mjs';

const result = (passed: number, failed: number, skipped: { name: string; reason?: string }[] = []) => ({
  passed,
  failed,
  skipped,
});

describe('closingLine()', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 12, failed: 1, skipped: 2 }, '12 passed, 1 failed, 2 skipped'],
  ])('writes %j as "%s"', (total, line) => {
    expect(closingLine(total)).toBe(line);
  });
});

describe('addUp()', () => {
  it('adds the suites', () => {
    const suites = [
      { name: 'unit', result: result(10, 1, [{ name: 'a' }]) },
      { name: 'e2e', result: result(2, 0) },
    ];
    expect(addUp(suites)).toEqual({ passed: 12, failed: 1, skipped: 1 });
  });

  it('counts a suite that ran nothing as a failure', () => {
    expect(
      addUp([
        { name: 'unit', result: result(10, 0) },
        { name: 'e2e', result: result(0, 0) },
      ]),
    ).toEqual({
      passed: 10,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('skipLines()', () => {
  it('names each skipped test with its reason, or says that there is none', () => {
    const skipped = [{ name: 'reads it', reason: 'no data folder' }, { name: 'prints it' }];
    expect(skipLines([{ name: 'unit', result: result(1, 0, skipped) }])).toEqual([
      'skipped: unit: reads it (no data folder)',
      'skipped: unit: prints it (the test gives no reason)',
    ]);
  });
});

describe('reconcile()', () => {
  it.each([
    ['a run that ended well', 0, result(3, 0), result(3, 0)],
    ['a run with a failed test', 1, result(3, 1), result(3, 1)],
    ['a run that ended badly without a failed test', 1, result(3, 0), result(3, 1)],
    ['a run that was killed', null, result(3, 0), result(3, 1)],
    ['a run without a report', 0, undefined, result(0, 1)],
  ])('counts %s', (_what, status, given, expected) => {
    expect(reconcile(status, given)).toEqual(expected);
  });
});

describe('countPlaywright()', () => {
  it('counts through nested suites, takes a flaky test for a failed one, and finds the reason of a skip', () => {
    const spec = (title: string, status: string, annotations: object[] = []) => ({
      title,
      tests: [{ status, annotations }],
    });
    const report = {
      errors: [],
      suites: [
        {
          specs: [spec('a', 'expected'), spec('b', 'unexpected')],
          suites: [
            {
              specs: [
                spec('c', 'flaky'),
                spec('d', 'skipped', [{ type: 'skip', description: 'no display' }]),
              ],
            },
          ],
        },
      ],
    };
    expect(countPlaywright(report)).toEqual(result(1, 2, [{ name: 'd', reason: 'no display' }]));
  });

  it('counts an error outside of any test, such as a file that does not load', () => {
    expect(countPlaywright({ errors: [{ message: 'SyntaxError' }], suites: [] })).toEqual(result(0, 1));
  });
});
