// `npm run check`: format, lint, types, dead code, unit tests, build. What to run before a commit.
import { resolve } from 'node:path';
import { buildApp } from './steps/bundle.mjs';
import { findNode } from './steps/node.mjs';
import { runMain, say } from './steps/say.mjs';
import { runStatic, runUnit } from './steps/suites.mjs';
import { addUp, closingLine, skipLines } from './steps/tally.mjs';

const root = resolve(import.meta.dirname, '..');

await runMain(() => {
  const node = findNode(root);
  const suites = [
    { name: 'static checks', result: runStatic(root, node) },
    { name: 'unit tests', result: runUnit(root, node) },
  ];
  const total = addUp(suites);
  if (total.failed === 0) buildApp(root, node);
  for (const line of skipLines(suites)) say(line);
  say(`\n${closingLine(total)}`);
  return total.failed === 0 ? 0 : 1;
});
