/**
 * Replaces a file in a process of its own in which a step of the file system fails or kills the process. Prints the name
 * of the kept file, or the failure. Usage: node replace-child.ts kill|kill-no-links|no-links|fail-rename PATH CONTENT [STEP]
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { toApiError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';

const [, , mode = '', path = '', content = '', step = '0'] = process.argv;

type Calls = Record<string, (...args: never[]) => unknown>;
const calls = fs as unknown as Calls;

function around(name: string, before: (...args: readonly unknown[]) => void): void {
  const original = calls[name];
  if (!original) throw new Error(`there is no call ${name}`);
  calls[name] = (...args) => {
    before(...args);
    return original(...args);
  };
}

function failing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

if (mode === 'fail-rename') {
  around('renameSync', (_from, to) => {
    if (to === path) failing('EIO');
  });
}
if (mode === 'kill' || mode === 'kill-no-links') {
  let count = 0;
  // Between these calls the names and contents in the folder do not change.
  const changing = ['copyFileSync', 'linkSync', 'renameSync', 'rmSync'];
  for (const name of changing) {
    around(name, () => {
      count += 1;
      if (count === Number(step)) process.kill(process.pid, 'SIGKILL');
    });
  }
}
if (mode.endsWith('no-links')) around('linkSync', () => failing('EPERM'));
const { replaceFile } = await import('#db/recovery/replace.ts');
// Only now: the loader itself reads files.
syncBuiltinESMExports();
try {
  console.log(JSON.stringify(replaceFile(path, content, 'damaged', '2026-11-22T09:14:00.000Z' as Instant)));
} catch (error) {
  console.log(JSON.stringify(toApiError(error) ?? { code: 'bug', message: String(error) }));
}
