import { AppError } from '#shared/api/errors.ts';
import type { EngineContext, EngineMemory, InitiativeFacts, Override } from '#shared/decision/facts.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import { readPolicyVersion } from '../read/policy-versions.ts';
import { toSnapshotInputs } from '../rows/snapshot-row.ts';
import type { Tx } from '../tx.ts';
import type { Created, NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, shortName } from './words.ts';

/** What the engine worked from when the review was closed, so that its result can be replayed. */
export interface NewSnapshot {
  readonly facts: InitiativeFacts;
  /** Its policy is kept by version: it must be the shipped one or a saved one. */
  readonly context: EngineContext;
  readonly inputHash: string;
  readonly engineVersion: string;
}

export interface ReviewDecision {
  readonly initiativeId: string;
  readonly recommendedRule: RuleId | null;
  readonly decision: Verdict;
  readonly reason: string;
  /** Causes of a FIX: gate ids, 'BRI' or 'unit cost'. */
  readonly causes: readonly string[];
  /** What the next review starts from (methodology 3.5). */
  readonly memory?: EngineMemory;
  readonly snapshot?: NewSnapshot;
  /** People decided otherwise than recommended. */
  readonly override?: Override;
}

export interface ClosedReview {
  /** "2026-Q1". */
  readonly name: string;
  /** Last day of the quarter it looked at. */
  readonly endsOn: IsoDate;
  readonly decisions: readonly ReviewDecision[];
}

/** "Record the closed review 2026-Q1". */
export function recordClosedReviewLabel(input: Pick<ClosedReview, 'name'>): string {
  return `Record the closed review ${shortName(input.name)}`;
}

/**
 * Records a review that was held and closed: what was decided about each initiative, and what the engine keeps of it.
 * @throws AppError invalid_input for an override without name or reason, or with the tripwire of another initiative.
 */
export function recordClosedReview(tx: Tx, input: ClosedReview, newId: NewId): Created {
  const id = newId();
  tx.insert('review', { id, name: input.name, ends_on: input.endsOn, closed_at: tx.at });
  for (const one of input.decisions) {
    mustFind(tx, 'initiative', one.initiativeId);
    const key = { review_id: id, initiative_id: one.initiativeId };
    tx.insert('decision', {
      ...key,
      recommended_rule: one.recommendedRule,
      decision: one.decision,
      reason: one.reason,
      causes: JSON.stringify(one.causes),
    });
    if (one.memory) insertMemory(tx, key, one.memory);
    if (one.snapshot) insertSnapshot(tx, key, one.snapshot);
    if (one.override) insertOverride(tx, key, one.override);
  }
  return { id };
}

interface DecisionKey {
  readonly review_id: string;
  readonly initiative_id: string;
}

function insertMemory(tx: Tx, key: DecisionKey, memory: EngineMemory): void {
  tx.insert('review_memory', {
    ...key,
    band: memory.band,
    pending: memory.pending,
    kill_watches: memory.killWatches,
    was_scale: memory.wasScale ? 1 : 0,
  });
}

function insertSnapshot(tx: Tx, key: DecisionKey, snapshot: NewSnapshot): void {
  const { facts, context } = snapshot;
  if (facts.initiative.id !== key.initiative_id)
    throw new Error(`the snapshot for ${key.initiative_id} is of ${facts.initiative.id}`);
  // A version that cannot be read again could never be replayed.
  readPolicyVersion(tx.db, context.policy.version);
  tx.insert('review_snapshot', {
    ...key,
    inputs: toSnapshotInputs(facts, context),
    input_hash: snapshot.inputHash,
    engine_version: snapshot.engineVersion,
    policy_version: context.policy.version,
    seed: context.seed,
  });
}

function insertOverride(tx: Tx, key: DecisionKey, override: Override): void {
  const refuse = (what: string, field: string) => {
    const name = initiativeName(tx.db, key.initiative_id);
    return new AppError(
      'invalid_input',
      `The override for “${name}” ${what}. Nothing was recorded. Complete it, then close the review again.`,
      { field },
    );
  };
  if (override.decidedBy.trim() === '') throw refuse('does not say who decided', 'decidedBy');
  if (override.reason.trim() === '') throw refuse('has no reason', 'reason');
  const { newTripwireId } = override;
  if (
    newTripwireId !== null &&
    tx.find('tripwire', { id: newTripwireId })?.initiative_id !== key.initiative_id
  )
    throw refuse('names a tripwire that is not one of its own', 'newTripwireId');
  tx.insert('decision_override', {
    ...key,
    decided_by: override.decidedBy,
    reason: override.reason,
    expires_on: override.expiresOn,
    new_tripwire_id: newTripwireId,
  });
}
