import type Database from 'better-sqlite3';
import { portfolioSchema } from './0001-portfolio.ts';
import { forwardModelSchema } from './0002-forward-model.ts';
import { traceAndPlanSchema } from './0003-trace-and-plan.ts';

export interface Migration {
  /** The schema number the file has after this step. */
  readonly version: number;
  readonly sql: string;
}

/** Every step from an empty file on, in order. Add at the end; never edit or reorder what has shipped. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: portfolioSchema },
  { version: 2, sql: forwardModelSchema },
  { version: 3, sql: traceAndPlanSchema },
];

/** The schema this build writes; a file with a higher number comes from a newer Pilotage. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Takes a file from its `user_version` to the last step of `migrations`.
 * Each step and its version number commit together, so a crash leaves the step done or not begun.
 * @throws Error when the list does not rise by one from 1, or the file is ahead of it.
 */
export function migrate(raw: Database.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  for (const [index, step] of migrations.entries())
    if (step.version !== index + 1)
      throw new Error(`migration ${index + 1} of the list carries version ${step.version}`);
  const current = raw.pragma('user_version', { simple: true }) as number;
  if (current > migrations.length)
    throw new Error(`the file has schema ${current}, this build knows ${migrations.length}`);
  for (const step of migrations.slice(current)) {
    raw.transaction(() => {
      raw.exec(step.sql);
      raw.pragma(`user_version = ${step.version}`);
    })();
  }
}
