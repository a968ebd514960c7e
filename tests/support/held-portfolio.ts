import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Another process that has the portfolio at `path` open, until the test ends. `isChanging`: it renames the portfolio over
 * and over, and is in the middle of a large change for most of the time.
 */
export async function holdElsewhere(path: string, isChanging = false): Promise<ChildProcess> {
  const source = `import { openPortfolioFile } from '#db/open.ts';
    import { runCommand } from '#db/write.ts';
    const { db } = openPortfolioFile(${JSON.stringify(path)});
    console.log('open');
    let count = 0;
    const at = '2026-10-01T00:00:00.000Z';
    const command = { name: 'rename', label: 'Rename', actor: 'Other', at, appVersion: '0' };
    const change = () => {
      count += 1;
      runCommand(db, command, (tx) => tx.update('portfolio', { id: 1 }, { name: 'Name ' + count }));
    };
    setInterval(${isChanging ? 'change' : '() => {}'}, 5);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout ?? child, 'data');
  return child;
}
