// `npm run build`: builds out/ whether or not it is stale, with the bundler's own report.
import { resolve } from 'node:path';
import { buildApp } from './steps/bundle.mjs';
import { findNode } from './steps/node.mjs';
import { runMain } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');

await runMain(() => buildApp(root, findNode(root), { isQuiet: false }));
