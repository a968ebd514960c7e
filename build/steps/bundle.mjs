import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError, say } from './say.mjs';

const SOURCES = [
  'electron',
  'db',
  'shared',
  'renderer',
  'build/electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const PRODUCTS = [
  'out/main/main.js',
  'out/main/data-process.js',
  'out/main/loopback.js',
  'out/main/intake-child.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];
const STAMP = 'out/sources.sha256';

/** One hash over names and contents of everything the build reads. Times do not count: a clone has none. */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(root, source)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** True when the built app is there and was made from the sources as they are. */
export function isBuilt(root) {
  if (!PRODUCTS.every((product) => existsSync(join(root, product)))) return false;
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root);
}

/** Builds main, preload and page into out/. `mode` is quiet unless told: the bundler's own table is for developers. */
export function buildApp(root, node, { isQuiet = true } = {}) {
  say('Building Pilotage.');
  // Taken before: a source that changes during the build leaves the result stale, not falsely fresh.
  const hash = hashSources(root);
  const result = spawnSync(
    node,
    [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'build',
      '--config',
      'build/electron.vite.config.ts',
    ],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: isQuiet ? 'pipe' : 'inherit',
      env: { ...process.env, NODE_ENV: 'production', ...(isQuiet ? { NO_COLOR: '1' } : {}) },
    },
  );
  if (result.status !== 0) {
    if (isQuiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    throw new SetUpError('Pilotage could not be built; the reason is above.');
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, STAMP), hash);
}

function filesUnder(root, path) {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (path.includes('.')) return [path];
  return readdirSync(whole, { withFileTypes: true })
    .flatMap((entry) => {
      const inner = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(root, inner) : [inner];
    })
    .sort();
}
