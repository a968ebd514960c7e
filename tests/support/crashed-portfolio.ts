import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Lets a process die in the middle of a change to the closed portfolio at `path`: half of the change is in the file, and
 * the journal that undoes it lies beside it.
 */
export function crashInChange(path: string): void {
  const source = `import { openPortfolioFile } from '#db/open.ts';
    const { db } = openPortfolioFile(${JSON.stringify(path)});
    db.pragma('cache_size = 5');
    db.pragma('foreign_keys = OFF');
    db.exec('BEGIN');
    // First, so that its page has left the cache for the file before the end.
    db.prepare("UPDATE portfolio SET name = 'Half done'").run();
    const insert = db.prepare("INSERT INTO incident SELECT ?, 'i', 1, '2026-01-01', '2026-01-02', NULL, hex(zeroblob(900))");
    for (let i = 0; i < 500; i += 1) insert.run('x' + i);
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  // The crash must really have left a journal to play in, or nothing is proved with it.
  const isHalfDone = readFileSync(path).includes('Half done');
  if (child.signal !== 'SIGKILL' || !isHalfDone || statSync(`${path}-journal`).size === 0) {
    throw new Error(`no crash in a change: ${child.stderr}`);
  }
}
