// `npm test`: everything that proves the project, ending with one plain line of counts.
import { resolve } from 'node:path';
import { findChromium } from './steps/chromium.mjs';
import { findNode } from './steps/node.mjs';
import { runMain, say } from './steps/say.mjs';
import { runPlaywright, runStatic, runUnit } from './steps/suites.mjs';
import { addUp, closingLine, skipLines } from './steps/tally.mjs';

const root = resolve(import.meta.dirname, '..');

await runMain(() => {
  const node = findNode(root);
  const chromium = findChromium(root);
  const parts = [
    { name: 'static checks', run: () => runStatic(root, node) },
    { name: 'unit tests', run: () => runUnit(root, node) },
    { name: 'end to end', run: () => runPlaywright(root, node, 'playwright.e2e.config.ts', chromium) },
    { name: 'desktop', run: () => runPlaywright(root, node, 'playwright.desktop.config.ts', chromium) },
  ];
  const suites = [];
  for (const { name, run } of parts) {
    say(`\n== ${name}`);
    const result = run();
    if (result.passed + result.failed + result.skipped.length === 0)
      say(`FAILED: ${name} ran no test at all`);
    suites.push({ name, result });
  }
  const total = addUp(suites);
  say('');
  for (const { name, result } of suites) {
    say(`${name}: ${closingLine({ ...result, skipped: result.skipped.length })}`);
  }
  for (const line of skipLines(suites)) say(line);
  say(`\n${closingLine(total)}`);
  return total.failed === 0 ? 0 : 1;
});
