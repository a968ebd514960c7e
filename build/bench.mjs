// `npm run bench`: measures the figures of tests/bench and prints one line each. Needs Node 24: the benches are
// TypeScript that Node runs as it is.
import { resolve } from 'node:path';
import { measureFigures } from './steps/measure.mjs';
import { runMain } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');

await runMain(() =>
  measureFigures({ root, folder: 'tests/bench', suffix: '.bench.ts', argv: process.argv.slice(2) }),
);
