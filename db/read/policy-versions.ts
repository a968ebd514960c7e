import { AppError } from '#shared/api/errors.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import type { Instant } from '#shared/domain/units.ts';
import { parsePolicy } from '#shared/policy/validate.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';

/** When, by whom and why a version of the policy was saved. */
export interface PolicyVersion {
  readonly version: number;
  readonly savedAt: Instant;
  readonly actor: string;
  readonly reason: string;
}

/** Every saved version, latest first. The shipped one (version 1) is no row and not listed. */
export function readPolicyVersions(db: ReadDb): PolicyVersion[] {
  return getRows<Pick<RowOf<'policy_version'>, 'version' | 'saved_at' | 'actor' | 'reason'>>(
    db,
    'SELECT version, saved_at, actor, reason FROM policy_version ORDER BY version DESC',
  ).map((row) => ({
    version: row.version,
    savedAt: row.saved_at as Instant,
    actor: row.actor,
    reason: row.reason,
  }));
}

/**
 * The values of one version.
 * @throws AppError not_found when there is no such version; file_damaged when its text is no policy of this build.
 */
export function readPolicyVersion(db: ReadDb, version: number): Policy {
  if (version === DEFAULT_POLICY.version) return DEFAULT_POLICY;
  const row = getRow<RowOf<'policy_version'>>(db, 'SELECT * FROM policy_version WHERE version = ?', version);
  if (!row) throw new AppError('not_found', `There is no policy version ${version} in this portfolio.`);
  const read = parsePolicy(row.body);
  if (read.ok) return read.policy;
  throw new AppError(
    'file_damaged',
    `Policy version ${version} in this file cannot be read (${read.problems[0]?.message ?? 'no reason known'}). Nothing was changed; the other versions are not affected.`,
  );
}
