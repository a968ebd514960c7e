import type { EngineContext, EngineMemory, InitiativeFacts } from '#shared/decision/facts.ts';
import type { AdoptedPlan } from '#shared/domain/adopted-plan.ts';
import type { SharedAsset } from '#shared/domain/forward-model.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { STAGE_RANK, type Stage } from '#shared/domain/stage.ts';
import type { StageRecord } from '#shared/domain/stage-record.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { RULE_VERDICTS, type RuleId, type Verdict } from '#shared/domain/verdict.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import { toAsset } from '../rows/asset-row.ts';
import { toMemory } from '../rows/decision-row.ts';
import { fromSnapshotInputs } from '../rows/snapshot-row.ts';
import type { RowOf } from '../tables.ts';
import { readPolicyVersion } from './policy-versions.ts';

/** Every change of stage before a day, oldest first; of two on one day the one recorded later comes later. */
export const STAGE_CHANGES = `SELECT initiative_id, from_stage, to_stage FROM stage_change
  WHERE changed_on < ? ORDER BY initiative_id, changed_on, ordinal`;

/**
 * What closed reviews stored for each initiative, latest review last. A review counts from its last day on, or from
 * the day it was closed if that came first.
 */
export const MEMORIES = `SELECT review_memory.* FROM review_memory
  JOIN review ON review.id = review_memory.review_id AND review.closed_at IS NOT NULL
  WHERE min(review.ends_on, substr(review.closed_at, 1, 10)) <= ?
  ORDER BY review.ends_on, review.closed_at, review.id`;

/** The plan adopted last up to a day. */
export const LATEST_PLAN = `SELECT * FROM adopted_plan WHERE adopted_on <= ?
  ORDER BY adopted_on DESC, recorded_at DESC, id DESC LIMIT 1`;

/**
 * The portfolio's own record of steps: a trial is an initiative that left the stage before `asOf` and is not back in
 * it, a success one whose last exit went upward. Retiring is an exit that is no success.
 */
export function readStageRecord(db: ReadDb, asOf: IsoDate): StageRecord {
  const record = {
    idea: { trials: 0, successes: 0 },
    pilot: { trials: 0, successes: 0 },
    limited: { trials: 0, successes: 0 },
  };
  const changes = Map.groupBy(
    getRows<RowOf<'stage_change'>>(db, STAGE_CHANGES, asOf),
    (row) => row.initiative_id,
  );
  for (const own of changes.values()) {
    const now = own.at(-1)?.to_stage;
    for (const stage of ['idea', 'pilot', 'limited'] as const) {
      const exit = own.findLast((change) => change.from_stage === stage);
      if (!exit || now === stage) continue;
      record[stage].trials += 1;
      if (isUpward(stage, exit.to_stage as Stage)) record[stage].successes += 1;
    }
  }
  return record;
}

function isUpward(from: 'idea' | 'pilot' | 'limited', to: Stage): boolean {
  return to !== 'retired' && STAGE_RANK[to] > STAGE_RANK[from];
}

/**
 * What the last closed review that has any stored for each initiative; no entry = a first look. Reviews after `asOf`
 * are not there yet.
 */
export function readMemory(db: ReadDb, asOf: IsoDate): Map<string, EngineMemory> {
  return new Map(
    getRows<RowOf<'review_memory'>>(db, MEMORIES, asOf).map((row) => [row.initiative_id, toMemory(row)]),
  );
}

/** The plan in force on `asOf`: the one adopted last up to that day; null = none. */
export function readAdoptedPlan(db: ReadDb, asOf: IsoDate): AdoptedPlan | null {
  const plan = getRow<RowOf<'adopted_plan'>>(db, LATEST_PLAN, asOf);
  if (!plan) return null;
  const choices = getRows<RowOf<'plan_choice'>>(
    db,
    'SELECT * FROM plan_choice WHERE plan_id = ? ORDER BY initiative_id',
    plan.id,
  );
  const prices = getRows<RowOf<'role_price'>>(
    db,
    'SELECT * FROM role_price WHERE plan_id = ? ORDER BY role',
    plan.id,
  );
  const chosen = (isFunded: 0 | 1) =>
    choices.filter((choice) => choice.is_funded === isFunded).map((choice) => choice.initiative_id);
  return {
    id: plan.id,
    adoptedOn: plan.adopted_on as IsoDate,
    funded: chosen(1),
    notFunded: chosen(0),
    rolePrices: Object.fromEntries(prices.map((row) => [row.role, row.price])),
  };
}

/**
 * The policy in force: the version saved last, or the shipped one when none was ever saved.
 * @throws AppError file_damaged when the stored text is no policy this build understands: deciding by other rules
 * than the saved ones would be worse than not deciding.
 */
export function readPolicy(db: ReadDb): Policy {
  const row = getRow<{ last: number | null }>(db, 'SELECT max(version) AS last FROM policy_version');
  return readPolicyVersion(db, row?.last ?? DEFAULT_POLICY.version);
}

/** What the last closed review kept of one initiative: the inputs of then, and what the engine made of them. */
export interface ReviewSnapshot {
  readonly reviewId: string;
  readonly reviewName: string;
  /** Last day of the review. */
  readonly endsOn: IsoDate;
  /** The rule that decided then and its verdict; null when none did. */
  readonly rule: RuleId | null;
  readonly verdict: Verdict | null;
  readonly facts: InitiativeFacts;
  /** Of the plan and the memory only the part of this initiative is kept. */
  readonly context: EngineContext;
  readonly inputHash: string;
  readonly engineVersion: string;
}

type SnapshotRow = RowOf<'review_snapshot'> &
  Pick<RowOf<'decision'>, 'recommended_rule'> & { readonly review_name: string; readonly ends_on: string };

/** The snapshot of the last closed review that has one of an initiative. */
export const LATEST_SNAPSHOT = `SELECT review_snapshot.*, decision.recommended_rule,
    review.name AS review_name, review.ends_on
  FROM review_snapshot
  JOIN review ON review.id = review_snapshot.review_id AND review.closed_at IS NOT NULL
  JOIN decision ON decision.review_id = review_snapshot.review_id
    AND decision.initiative_id = review_snapshot.initiative_id
  WHERE review_snapshot.initiative_id = ?
  ORDER BY review.ends_on DESC, review.closed_at DESC, review.id DESC LIMIT 1`;

/** The snapshot of the last closed review that has one for this initiative; null = none. */
export function readReviewSnapshot(db: ReadDb, initiativeId: string): ReviewSnapshot | null {
  const row = getRow<SnapshotRow>(db, LATEST_SNAPSHOT, initiativeId);
  if (!row) return null;
  const rule = row.recommended_rule as RuleId | null;
  return {
    reviewId: row.review_id,
    reviewName: row.review_name,
    endsOn: row.ends_on as IsoDate,
    rule,
    verdict: rule && RULE_VERDICTS[rule],
    ...fromSnapshotInputs(row.inputs, readPolicyVersion(db, row.policy_version), row.seed),
    inputHash: row.input_hash,
    engineVersion: row.engine_version,
  };
}

export interface ListedAsset {
  readonly asset: SharedAsset;
  /** How many initiatives use it. */
  readonly users: number;
}

/** Every shared asset with the number of its users. */
export const ASSETS = `SELECT shared_asset.*,
    (SELECT count(*) FROM asset_use WHERE asset_use.asset_id = shared_asset.id) AS users
  FROM shared_asset ORDER BY name, id`;

/** Every shared asset by name, with the number of its users. */
export function listAssets(db: ReadDb): ListedAsset[] {
  return getRows<RowOf<'shared_asset'> & { readonly users: number }>(db, ASSETS).map((row) => ({
    asset: toAsset(row),
    users: row.users,
  }));
}
