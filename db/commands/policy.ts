import { AppError } from '#shared/api/errors.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { validatePolicy } from '#shared/policy/validate.ts';
import { getRow, type ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';

export interface NewPolicy {
  /** Whatever version it carries, it is saved as the next one. */
  readonly policy: Policy;
  /** Why it was changed, for whoever asks later. */
  readonly reason: string;
}

/** "Save policy version 2". */
export function savePolicyLabel(db: ReadDb): string {
  return `Save policy version ${nextVersion(db)}`;
}

/**
 * Saves a policy as the next version, which is in force at once; the versions before stay.
 * @returns the version. @throws AppError invalid_input without a reason or for values the engine cannot use.
 */
export function savePolicy(tx: Tx, input: NewPolicy): { readonly version: number } {
  if (input.reason.trim() === '')
    throw new AppError(
      'invalid_input',
      'A policy changes verdicts, so it needs a reason. Nothing was saved. Say why it is changed, then save again.',
      { field: 'reason' },
    );
  const version = nextVersion(tx.db);
  const read = validatePolicy({ ...input.policy, version });
  if (!read.ok) {
    const [problem] = read.problems;
    throw new AppError(
      'invalid_input',
      `The policy was not saved. ${problem?.message ?? 'One of its values cannot be used.'} Correct it, then save again.`,
      { field: problem?.path ?? '' },
    );
  }
  tx.insert('policy_version', {
    version,
    body: JSON.stringify(read.policy),
    reason: input.reason,
    saved_at: tx.at,
    actor: tx.actor,
  });
  return { version };
}

/** The shipped policy is a version too, though no row holds it. */
function nextVersion(db: ReadDb): number {
  const row = getRow<{ last: number | null }>(db, 'SELECT max(version) AS last FROM policy_version');
  return (row?.last ?? DEFAULT_POLICY.version) + 1;
}
