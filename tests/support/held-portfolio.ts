import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** What the other process does: nothing, one change after the other, or it stays in the middle of one. */
type Holding = 'rests' | 'changes' | 'is inside a change';

const DOING: Readonly<Record<Holding, string>> = {
  rests: '',
  changes: `setInterval(() => {
      count += 1;
      runCommand(db, command, (tx) => tx.update('portfolio', { id: 1 }, { name: 'Name ' + count }));
    }, 5);`,
  // Too large for its memory, so that the journal has been written.
  'is inside a change': `db.pragma('cache_size = 1');
    db.exec('BEGIN IMMEDIATE; CREATE TABLE half (x); INSERT INTO half WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT hex(randomblob(1000)) FROM n');`,
};

/** Another process that has the portfolio at `path` open, until the test ends. */
export async function holdElsewhere(path: string, holding: Holding = 'rests'): Promise<ChildProcess> {
  const source = `import { openPortfolioFile } from '#db/open.ts';
    import { runCommand } from '#db/write.ts';
    const { db } = openPortfolioFile(${JSON.stringify(path)});
    let count = 0;
    const at = '2026-10-01T00:00:00.000Z';
    const command = { name: 'rename', label: 'Rename', actor: 'Other', at, appVersion: '0' };
    ${DOING[holding]}
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout ?? child, 'data');
  return child;
}
