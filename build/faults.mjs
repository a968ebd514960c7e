// `npm run faults`: kills, power cuts, failing disks, damage and tampering by the thousand, one line a figure; takes
// an hour or so. `-- --quick` is the short form that `npm test` runs as well. Needs Node 24, as the benches do.
import { resolve } from 'node:path';
import { measureFigures } from './steps/measure.mjs';
import { runMain } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');

await runMain(() =>
  measureFigures({ root, folder: 'tests/faults', suffix: '.fault.ts', argv: process.argv.slice(2) }),
);
