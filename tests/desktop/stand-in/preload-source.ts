import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createCodec } from './codec.ts';
import { openBridge } from './page/bridge.ts';
import { startIsolatedWorld } from './page/isolated-world.ts';
import { startMainWorld } from './page/main-world.ts';

/** Name of the preload's world in Electron. */
export const PRELOAD_WORLD = 'Electron Isolated Context';

/**
 * The two scripts that run before any script of the page, one in each world. They are made of the source
 * text of ordinary functions, which Node has already stripped of types.
 * @param key a random name, so that the page cannot guess the channel between the worlds
 * @param facts what the preload's `process` says
 */
export function preloadScripts(
  file: string,
  key: string,
  facts: object,
): { readonly mainWorld: string; readonly isolatedWorld: string } {
  const code = readFileSync(file, 'utf8');
  if (/^\s*(import|export)\s/m.test(code)) {
    process.stderr.write(`stand-in: a sandboxed preload must be CommonJS, and ${file} has ESM syntax\n`);
  }
  const quoted = JSON.stringify(key);
  // Frames inside the page have no preload, and the empty first document of a window is no page yet.
  const script = (parts: readonly ((...args: never[]) => unknown)[], start: string) =>
    `(() => {
if (window !== window.top || location.href === 'about:blank') return;
${parts.map(String).join('\n')}
${start}
})();`;
  const mainWorld = script(
    [openBridge, startMainWorld],
    `startMainWorld(window, openBridge(window, ${quoted} + '-in', ${quoted} + '-out'));`,
  );
  const isolatedWorld = script(
    [createCodec, openBridge, startIsolatedWorld],
    `const codec = createCodec((bytes) => bytes.toBase64(), (text) => Uint8Array.fromBase64(text).buffer);
const bridge = openBridge(window, ${quoted} + '-out', ${quoted} + '-in');
startIsolatedWorld(globalThis, codec, bridge, ${JSON.stringify(facts)}, (require, module, exports, process) => {
${code}
});
//# sourceURL=${pathToFileURL(file).href}`,
  );
  return { mainWorld, isolatedWorld };
}
