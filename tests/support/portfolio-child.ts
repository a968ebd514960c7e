/**
 * Opens a portfolio in a process of its own, tries to change it, and prints what happened as one line of JSON.
 * For cases that a test running as root cannot show: permissions, other users, locks. Usage: node portfolio-child.ts PATH UID
 */
import { createPortfolioFile } from '#db/create.ts';
import { type OpenPortfolio, openPortfolioFile } from '#db/open.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { runCommand } from '#db/write.ts';
import { toApiError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
import { fixedIds } from './fixed-context.ts';

const at = '2026-10-01T00:00:00.000Z' as Instant;

function attempt<T>(work: () => T): T | { readonly code: string; readonly message: string } {
  try {
    return work();
  } catch (error) {
    return toApiError(error) ?? { code: 'bug', message: String(error) };
  }
}

function rename(file: OpenPortfolio): string {
  const command = { name: 'rename', label: 'Rename', actor: 'Tester', at, appVersion: '0' };
  runCommand(file.db, command, (tx) => tx.update('portfolio', { id: 1 }, { name: 'Renamed' }));
  return 'done';
}

function look(path: string): unknown {
  const file = openPortfolioFile(path, { waitMs: 100 });
  const seen = {
    isReadOnly: file.isReadOnly,
    name: readPortfolio(file.db).name,
    rename: attempt(() => rename(file)),
  };
  file.close();
  return seen;
}

function make(path: string): string {
  createPortfolioFile(path, { name: 'New', currency: 'EUR', at, newId: fixedIds('child'), appVersion: '0' });
  return 'done';
}

const [, , verb, path = '', uid] = process.argv;
// The driver is loaded first: an unprivileged user may not be able to read it where the project lies.
loadSqlite();
if (uid !== undefined) {
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}
console.log(JSON.stringify(attempt(() => (verb === 'make' ? make(path) : look(path)))));
