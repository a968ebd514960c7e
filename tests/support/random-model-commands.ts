import * as commands from '#db/commands/index.ts';
import { getRows } from '#db/handles.ts';
import { readAdoptedPlan, readMemory, readPolicy, readStageRecord } from '#db/read/engine-inputs.ts';
import { readFacts } from '#db/read/facts.ts';
import type { Tx } from '#db/write.ts';
import type { Parsed } from '#shared/api/contract.ts';
import type { EngineContext } from '#shared/decision/facts.ts';
import { CHECKLIST_DIMENSIONS } from '#shared/domain/checklist.ts';
import { ASSET_KINDS, SCOPE_LINE_KINDS, SCOPE_STAGES } from '#shared/domain/forward-model.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { at, day, lineIds, month, pickId } from './random-rows.ts';

/** What a person may do about the forward model, plans, the checklist, the policy and reviews. */
export const MODEL_ACTIONS = [
  'driver',
  'changeDriver',
  'removeDriver',
  'scope',
  'changeScope',
  'removeScope',
  'scopeLine',
  'changeScopeLine',
  'removeScopeLine',
  'stopTerms',
  'asset',
  'changeAsset',
  'removeAsset',
  'assetUse',
  'counts',
  'forecast',
  'plan',
  'checklist',
  'policy',
  'adopt',
  'review',
] as const;
export type ModelAction = (typeof MODEL_ACTIONS)[number];

export function isModelAction(action: string): action is ModelAction {
  return (MODEL_ACTIONS as readonly string[]).includes(action);
}

interface ModelStep {
  readonly action: ModelAction;
  readonly pick: number;
  readonly n: number;
  readonly text: string;
}

const cents = (n: number) => n as MinorUnits;

/** Runs one of the {@link MODEL_ACTIONS}. @throws AppError when the portfolio refuses it in words. */
export function performModel(tx: Tx, step: ModelStep, initiativeId: string, newId: () => string): void {
  const { action, pick, n, text } = step;
  switch (action) {
    case 'driver':
      commands.addDriver(tx, { initiativeId, driver: driverOf(tx, step) }, newId);
      return;
    case 'changeDriver':
      commands.updateDriver(tx, { id: pickId(tx, 'driver', pick), driver: driverOf(tx, step) });
      return;
    case 'removeDriver':
      commands.removeDriver(tx, { id: pickId(tx, 'driver', pick) });
      return;
    case 'scope':
      commands.addScope(tx, { initiativeId, scope: scopeOf(n) }, newId);
      return;
    case 'changeScope':
      commands.updateScope(tx, { id: pickId(tx, 'scope', pick), scope: scopeOf(n) });
      return;
    case 'removeScope':
      commands.removeScope(tx, { id: pickId(tx, 'scope', pick) });
      return;
    case 'scopeLine': {
      const scopeId = pickId(tx, 'scope', pick);
      commands.addScopeLine(tx, { scopeId, line: scopeLineOf(tx, scopeId, step) }, newId);
      return;
    }
    case 'changeScopeLine': {
      const id = pickId(tx, 'scope_line', pick);
      const scopeId = tx.find('scope_line', { id })?.scope_id ?? '';
      commands.updateScopeLine(tx, { id, line: scopeLineOf(tx, scopeId, step) });
      return;
    }
    case 'removeScopeLine':
      commands.removeScopeLine(tx, { id: pickId(tx, 'scope_line', pick) });
      return;
    case 'asset':
      commands.addAsset(tx, { asset: assetOf(n, text) }, newId);
      return;
    case 'changeAsset':
      commands.updateAsset(tx, { id: pickId(tx, 'shared_asset', pick), asset: assetOf(n, text) });
      return;
    case 'removeAsset':
      commands.removeAsset(tx, { id: pickId(tx, 'shared_asset', pick) });
      return;
    case 'assetUse': {
      const neededFrom = n % 4 === 0 ? null : at(SCOPE_STAGES, n);
      commands.setAssetUse(tx, { initiativeId, assetId: pickId(tx, 'shared_asset', n), neededFrom });
      return;
    }
    default:
      performTracking(tx, { ...step, action }, initiativeId, newId);
  }
}

type TrackingAction =
  | 'stopTerms'
  | 'counts'
  | 'forecast'
  | 'plan'
  | 'checklist'
  | 'policy'
  | 'adopt'
  | 'review';

function performTracking(
  tx: Tx,
  { action, pick, n, text }: ModelStep & { readonly action: TrackingAction },
  initiativeId: string,
  newId: () => string,
): void {
  switch (action) {
    case 'stopTerms': {
      const terms = {
        salvage: cents(n),
        exitCost: cents(n * 2),
        upkeepPerMonth: cents(-n),
        upkeepMonths: n % 7,
      };
      commands.setStopTerms(tx, { initiativeId, terms: n % 3 === 0 ? null : terms });
      return;
    }
    case 'counts': {
      const counts = [0, 1, 2].map((k) => ({
        month: month(n + k),
        attempts: n % 3 === k ? null : n + k,
        successes: n % 2 === 0 ? null : n / 2,
      }));
      commands.setUnitCounts(tx, { initiativeId, counts });
      return;
    }
    case 'forecast': {
      const line = tx.find('value_line', { id: pickId(tx, 'value_line', pick) });
      const owner = line?.initiative_id ?? initiativeId;
      const cells = lineIds(tx, owner).map((lineId, k) => ({
        lineId,
        month: month(n + k),
        amount: n % 4 === k ? null : cents(n + k),
        ...rangeOf(n + k, n % 4 === k),
      }));
      commands.setForecastValues(tx, { initiativeId: owner, cells });
      return;
    }
    case 'plan': {
      const cells = lineIds(tx, initiativeId).map((lineId, k) => ({
        lineId,
        month: month(n + k),
        amount: cents(n),
      }));
      const inForceFrom = month(n);
      commands.lockPlan(
        tx,
        { initiativeId, inForceFrom, approvedOn: day(n), approvedBy: text, cells },
        newId,
      );
      return;
    }
    case 'checklist': {
      const dimension = at(CHECKLIST_DIMENSIONS, n);
      const proof = { kind: 'audit', datedOn: day(n), link: '', note: text } as const;
      const rows = [
        { dimension, state: 'pilot_grade', proof: null },
        { dimension, state: 'production_ready', proof },
        { dimension, state: 'unsaid', proof: null },
      ] as const;
      commands.setChecklistRow(tx, { initiativeId, row: at(rows, n) });
      return;
    }
    case 'policy':
      commands.savePolicy(tx, { policy: { ...DEFAULT_POLICY, strikes: (n % 3) + 1 }, reason: text });
      return;
    case 'adopt': {
      const isFunded = n % 2 === 0;
      commands.adoptPlan(
        tx,
        {
          adoptedOn: day(n),
          note: text,
          funded: isFunded ? [initiativeId] : [],
          notFunded: isFunded ? [] : [initiativeId],
          rolePrices: n % 3 === 0 ? {} : { [text]: n / 7 },
        },
        newId,
      );
      return;
    }
    case 'review':
      closeReview(tx, { n, text }, initiativeId, newId);
  }
}

/** A range around the amount of a cell, none, or nothing said about it. */
function rangeOf(n: number, isTakenAway: boolean) {
  if (n % 3 === 0) return {};
  return { range: isTakenAway || n % 3 === 1 ? null : { p10: cents(n - 5), p90: cents(n + 5) } };
}

function driverOf(tx: Tx, { n, text }: ModelStep): Parsed<'addDriver'>['driver'] {
  const assets = getRows<{ id: string }>(tx.db, 'SELECT id FROM shared_asset ORDER BY id');
  const asset = assets[n % Math.max(1, assets.length)];
  const isKnown = n % 4 === 0;
  return {
    name: text,
    unit: 'per month',
    bound: 'positive',
    p10: isKnown ? n : 100 + n,
    p50: isKnown ? n : 150 + n,
    p90: n % 5 === 0 && !isKnown ? null : isKnown ? n : 210 + n,
    datedOn: n % 2 === 0 ? null : day(n),
    grade: n % 2 === 0 ? null : 'telemetry',
    isVolume: n % 2 === 1,
    loadings: [
      ...(n % 3 === 0 ? [] : [{ factor: 'wage_rate', loading: (n % 10) / 20 }]),
      ...(asset && n % 5 !== 0 ? [{ factor: asset.id, loading: -0.5 }] : []),
    ],
    measureCost: n % 2 === 0 ? null : cents(n),
    measureDays: n % 3 === 0 ? null : n % 30,
  };
}

function scopeOf(n: number) {
  return {
    stage: at(SCOPE_STAGES, n),
    basis: n % 2 === 0 ? 'plan' : 'measured',
    decisionMonth: n % 3 === 0 ? null : n % 12,
    buildMonths: n % 4,
    rampMonths: 3,
  } as const;
}

function scopeLineOf(tx: Tx, scopeId: string, { n, text }: ModelStep) {
  const own = getRows<{ id: string }>(
    tx.db,
    'SELECT id FROM driver WHERE initiative_id = (SELECT initiative_id FROM scope WHERE id = ?) ORDER BY id',
    scopeId,
  ).map((row) => row.id);
  const first = own[n % Math.max(1, own.length)];
  const driverIds = first === undefined ? ['none'] : [first, ...own.slice(0, n % 4)];
  return {
    name: text,
    kind: at(SCOPE_LINE_KINDS, n),
    constant: n / 60,
    driverIds,
    role: n % 3 === 0 ? 'Engineer' : null,
  };
}

function assetOf(n: number, name: string) {
  const isLive = n % 2 === 0;
  return {
    name,
    kind: at(ASSET_KINDS, n),
    liveOn: isLive ? day(n) : null,
    plannedLiveMonth: isLive ? null : month(n),
    lateProbability: isLive ? null : 0.25,
    monthsLate: isLive ? null : 3,
  };
}

function closeReview(
  tx: Tx,
  { n, text }: { readonly n: number; readonly text: string },
  initiativeId: string,
  newId: () => string,
): void {
  const endsOn = day(n);
  const facts = readFacts(tx.db, initiativeId);
  if (!facts) throw new Error('the initiative picked is not there');
  const context: EngineContext = {
    policy: readPolicy(tx.db),
    plan: readAdoptedPlan(tx.db, endsOn),
    stageRecord: readStageRecord(tx.db, endsOn),
    memory: readMemory(tx.db, endsOn),
    asOf: endsOn,
    seed: text,
    minorPerUnit: 100,
  };
  const memory = {
    band: at([0, 1, 2, 3], n),
    pending: at([-1, 0, 1], n),
    killWatches: n % 3,
    wasScale: n % 2 === 0,
  };
  const override = {
    decidedBy: text,
    reason: text,
    expiresOn: day(n + 3),
    newTripwireId: facts.tripwires[0]?.id ?? null,
  };
  const decision = {
    initiativeId,
    recommendedRule: n % 5 === 0 ? null : 'F1',
    decision: 'fix',
    reason: text,
    causes: ['G5'],
    memory,
    snapshot: { facts, context, inputHash: `hash-${n}`, engineVersion: '1.0.0' },
    ...(n % 2 === 0 ? { override } : {}),
  } as const;
  commands.recordClosedReview(tx, { name: text, endsOn, decisions: [decision] }, newId);
}
