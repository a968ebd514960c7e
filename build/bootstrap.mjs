// Makes a fresh clone ready: dependencies, then the build, and for the tests a Chromium. Runs before `npm start` and
// `npm test` (and, without building, before the commands for developers), on Node 20 and without node_modules; does
// nothing when nothing is missing.
import { resolve } from 'node:path';
import { buildApp, isBuilt } from './steps/bundle.mjs';
import { findChromium, installChromium } from './steps/chromium.mjs';
import { install, whyInstall } from './steps/dependencies.mjs';
import { findNode } from './steps/node.mjs';
import { runMain, say } from './steps/say.mjs';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

await runMain(() => {
  const reason = whyInstall(root);
  if (reason) install(root, reason);
  const node = findNode(root);
  if (!process.argv.includes('--no-build') && !isBuilt(root)) buildApp(root, node);
  if (process.argv.includes('--with-chromium') && !findChromium(root) && !installChromium(root, node)) {
    say(
      'No Chromium could be found or installed; tests that need one are skipped. PILOTAGE_CHROMIUM names one.',
    );
  }
});
