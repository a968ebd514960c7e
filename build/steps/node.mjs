import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError } from './say.mjs';

/** Below this, opening a database ends the process without a word. */
const NEEDED = 24;

/**
 * The Node to run everything with: the one installed with the dependencies, else this one when it is new enough.
 * @returns path of a Node of version 24 or later
 */
export function findNode(
  root,
  { version = process.version, execPath = process.execPath, probe = probeVersion } = {},
) {
  const installed = installedNode(root);
  if (installed && majorOf(probe(installed)) >= NEEDED) return installed;
  if (majorOf(version) >= NEEDED) return execPath;
  throw new SetUpError(
    `Pilotage needs Node ${NEEDED} or later; this is ${version}. On Linux and Windows it comes with "npm ci"; ` +
      `here, install Node ${NEEDED} and run the command again.`,
  );
}

/** The binary of the platform package, not the link in .bin, which is a script on Windows. */
function installedNode(root) {
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) return undefined;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(modules, name, 'bin');
  if (!existsSync(folder)) return undefined;
  const binary = readdirSync(folder).find((file) => file === 'node' || file === 'node.exe');
  return binary && join(folder, binary);
}

function probeVersion(binary) {
  try {
    return execFileSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 }).trim();
  } catch {
    return '';
  }
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}
