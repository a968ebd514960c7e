import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';

/** Without a single new byte for this long the download is given up. */
const PATIENCE_MS = 20_000;

/**
 * Electron's binary if it is on disk. Read from the package's own note: asking the package itself would start a
 * download in this process.
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const binary = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** Why no window can be opened here whatever is installed; undefined when one can. */
export function whyNoDesktop({
  platform = process.platform,
  env = process.env,
  uid = process.getuid?.(),
} = {}) {
  if (platform !== 'linux') return undefined;
  if (uid === 0) return 'Electron does not start as root';
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  return undefined;
}

/** One attempt to fetch the binary, in a child that is stopped when nothing arrives any more. */
export async function fetchElectron(root, node) {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return undefined;
  say("Fetching Electron's binary (once, about 110 MB).");
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-electron-'));
  try {
    await watched(node, script, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return findElectron(root);
}

/** The download goes to a folder of ours, so that its growth can be seen. */
function watched(node, script, folder) {
  return new Promise((done) => {
    const child = spawn(node, [script], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    });
    let size = -1;
    let quietSince = Date.now();
    const watch = setInterval(() => {
      const grown = sizeOf(folder);
      if (grown !== size) {
        size = grown;
        quietSince = Date.now();
      } else if (Date.now() - quietSince > PATIENCE_MS) {
        child.kill('SIGKILL');
      }
    }, 500);
    const end = () => {
      clearInterval(watch);
      done();
    };
    child.on('exit', end);
    child.on('error', end);
  });
}

function sizeOf(folder) {
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) size += statSync(join(entry.parentPath, entry.name)).size;
    } catch {
      // Gone meanwhile: the download has moved on.
    }
  }
  return size;
}
