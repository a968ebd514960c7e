/**
 * Loaded with `node --import` before anything of the app, in the main process, in utility processes and
 * in their worker threads: answers every `electron` import with the stand-in's module.
 */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { openParentPort } from './parent-port.ts';

const moduleOfMain = new URL('./electron-module.ts', import.meta.url).href;
const isUtility = process.env.STAND_IN_UTILITY === '1';

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!/^electron(\/(main|common|utility))?$/.test(specifier)) return nextResolve(specifier, context);
    if (isUtility || !isMainThread) {
      throw new Error(`stand-in: '${specifier}' is not emulated in a utility process or a worker thread`);
    }
    return { url: moduleOfMain, shortCircuit: true };
  },
});

/** The package's own package.json is plain data; the package itself would start a download. */
function electronVersion(): string {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json');
  return String(JSON.parse(readFileSync(manifest, 'utf8')).version);
}

for (const [target, name, value] of [
  [process.versions, 'electron', electronVersion()],
  [process, 'type', isUtility ? 'utility' : 'browser'],
] as const) {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
if (isUtility && isMainThread) openParentPort();
