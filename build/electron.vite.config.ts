import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { NONCE_PLACEHOLDER } from '../electron/platform/bundle.ts';
import { contract } from '../shared/api/contract.ts';

const root = resolve(import.meta.dirname, '..');
const out = (part: string) => resolve(root, 'out', part);
// Node reads these from package.json; the bundler is told here so that all three programs resolve them the same way.
const alias = ['shared', 'db', 'electron', 'renderer'].map((name) => ({
  find: new RegExp(`^#${name}/`),
  replacement: `${resolve(root, name)}/`,
}));

/** Main, data service, browser mode and import child as ES modules; one CommonJS preload; the page. */
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: out('main'),
      target: 'node22',
      // Everything but Electron and the native database module is bundled, so that the package ships few files.
      externalizeDeps: true,
      minify: false,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          'data-process': resolve(root, 'electron/data-process.ts'),
          loopback: resolve(root, 'electron/loopback/main.ts'),
          'intake-child': resolve(root, 'electron/compute/intake-child.ts'),
          'compute-worker': resolve(root, 'electron/compute/compute-worker.ts'),
          'file-worker': resolve(root, 'electron/compute/file-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    // The list of calls is taken from the contract at build time: the preload holds names, not the schemas.
    define: { CALL_NAMES: JSON.stringify(Object.keys(contract)) },
    build: {
      outDir: out('preload'),
      // A sandboxed preload has no module loader: everything goes into one CommonJS file.
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias },
    plugins: [react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: out('renderer'),
      emptyOutDir: true,
      sourcemap: false,
      // A page is read by a machine at every start; electron-vite leaves it as it is.
      minify: true,
      // Inlined files would need data: in font-src.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
