import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError, say } from './say.mjs';

/**
 * Why the dependencies must be installed, or undefined when what is there is what the lockfile says. npm writes its
 * record of what it installed last, so an interrupted installation counts as none.
 */
export function whyInstall(root) {
  const record = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!record) return 'the dependencies are not installed yet';
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const installed = record.packages?.[path];
    // Packages of other systems are never installed here.
    if (!installed && entry.optional) continue;
    if (!installed) return `${path} is missing`;
    if (installed.version !== entry.version || installed.integrity !== entry.integrity)
      return `${path} has changed`;
    if (!installed.optional && !existsSync(join(root, path))) return `${path} is gone`;
  }
  return undefined;
}

/** Installs exactly what the lockfile says, without running any package's scripts. */
export function install(root, reason) {
  say(`Installing dependencies (${reason}); this takes about a minute.`);
  const npm = process.env.npm_execpath;
  const arguments_ = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...arguments_], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', arguments_, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    throw new SetUpError('The dependencies could not be installed; npm says why above. Nothing was started.');
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
