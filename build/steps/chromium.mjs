import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium for the tests: the one named in PILOTAGE_CHROMIUM, the system's, or Playwright's own. */
export function findChromium(root, env = process.env) {
  if (env.PILOTAGE_CHROMIUM) return existsSync(env.PILOTAGE_CHROMIUM) ? env.PILOTAGE_CHROMIUM : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const system = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...APPLICATIONS];
  return system.find((path) => existsSync(path)) ?? playwrightChromium(root);
}

/** Gets a Chromium by the two ways that need nobody's help. @returns its path, or undefined when neither worked */
export function installChromium(root, node) {
  say("No Chromium found for the tests. Trying Playwright's own.");
  const cli = join(root, 'node_modules/playwright/cli.js');
  spawnSync(node, [cli, 'install', 'chromium'], { cwd: root, stdio: 'ignore', timeout: 240_000 });
  const own = playwrightChromium(root);
  if (own) return own;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("That did not work. Installing the system's package chromium.");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env, timeout: 300_000 });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env,
      timeout: 600_000,
    });
  }
  return findChromium(root);
}

function playwrightChromium(root) {
  try {
    const { chromium } = createRequire(join(root, 'package.json'))('playwright-core');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
