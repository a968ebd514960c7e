// `npm run dev`: the desktop app with live reload, or with --browser the built browser mode, rebuilt on every start.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildApp, isBuilt } from './steps/bundle.mjs';
import { fetchElectron, findElectron, whyNoDesktop } from './steps/electron-binary.mjs';
import { findNode } from './steps/node.mjs';
import { runMain, say } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');

await runMain(async () => {
  const node = findNode(root);
  const given = process.argv.slice(2);
  // ELECTRON_EXEC_PATH names another executable that takes Electron's command line, such as the tests' stand-in.
  const electron = process.env.ELECTRON_EXEC_PATH ?? (whyNoDesktop() ? undefined : findElectron(root));
  if (!given.includes('--browser') && (electron ?? (await fetchElectron(root, node)))) {
    return live(node, [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'dev',
      '--config',
      'build/electron.vite.config.ts',
    ]);
  }
  if (!given.includes('--browser')) say('The desktop app cannot open here; this is browser mode.');
  if (!isBuilt(root)) buildApp(root, node);
  return live(node, [join(root, 'build/start.mjs'), ...new Set(['--browser', ...given])]);
});

function live(node, arguments_) {
  const child = spawn(node, arguments_, { cwd: root, stdio: 'inherit' });
  // Ctrl+C reaches the child directly; this process only waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}
