import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Initiative, ValueLine } from '../domain/initiative.ts';
import type { PlanVersion } from '../domain/tracking.ts';
import type { SimulationRequest } from '../forward-model/model.ts';
import { canonicalText, exactNumber, type Plain, roundedNumber } from './canonical-text.ts';
import type { EngineContext, InitiativeFacts } from './facts.ts';
import { fundingOf, planOn } from './funding.ts';
import { knownOn } from './known-facts.ts';
import { ENGINE_VERSION } from './result.ts';

/**
 * Everything a verdict is made from, as one text: the facts known on the as-of date, the policy, the initiative's
 * memory and place in the adopted plan, the prices of people, the stage record, the day and the seed. Rows stand in
 * the order of their ids, keys in alphabetical order, numbers with 15 significant digits. Not in it: where a row
 * stands on a page, when it was created or imported, and what belongs to other initiatives.
 */
export function inputText(facts: InitiativeFacts, context: EngineContext): string {
  return canonicalText({ facts: factsOf(facts, context), context: contextOf(facts, context) }, roundedNumber);
}

/** SHA-256 over the engine version and {@link inputText}, in hex: the same inputs give the same 64 digits anywhere. */
export function inputHash(facts: InitiativeFacts, context: EngineContext): string {
  return hash(inputText(facts, context));
}

/**
 * SHA-256 over the engine version and everything a simulation depends on: equal hashes, equal results to the last bit.
 * Numbers to their last bit and lists in their order, since here both count.
 */
export function requestHash(request: SimulationRequest): string {
  return hash(canonicalText(plain(request), exactNumber));
}

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${ENGINE_VERSION}\n${text}`)));
}

function factsOf(all: InitiativeFacts, { asOf }: EngineContext): Plain {
  const facts = knownOn(all, asOf);
  return plain({
    ...facts,
    initiative: contentOf(facts.initiative),
    assessments: byId(facts.assessments).map((one) => ({ ...one, evidence: byId(one.evidence) })),
    lines: byId(facts.lines).map(withoutPlace),
    values: sorted(facts.values, cellKey),
    readings: sorted(facts.readings, monthKey),
    tripwires: byId(facts.tripwires),
    incidents: byId(facts.incidents),
    pastDecisions: facts.pastDecisions.map((one) => ({ ...one, causes: [...one.causes].sort() })),
    planVersions: byId(facts.planVersions).map((one: PlanVersion) => ({
      ...one,
      values: sorted(one.values, cellKey),
    })),
    unitCounts: sorted(facts.unitCounts, monthKey),
    drivers: byId(facts.drivers).map((driver) => ({
      ...withoutPlace(driver),
      loadings: sorted(driver.loadings, ({ factor }) => factor),
    })),
    scopes: byId(facts.scopes).map((scope) => ({
      ...scope,
      lines: byId(scope.lines).map((line) => ({
        ...withoutPlace(line),
        driverIds: [...line.driverIds].sort(),
      })),
    })),
    assetUses: sorted(facts.assetUses, ({ asset }) => asset.id),
    checklist: sorted(facts.checklist, ({ dimension }) => dimension),
  });
}

function contextOf({ initiative }: InitiativeFacts, context: EngineContext): Plain {
  const { policy, asOf, seed, minorPerUnit, stageRecord } = context;
  const plan = planOn(context.plan, asOf);
  return plain({
    policy,
    plan:
      plan === null
        ? null
        : { id: plan.id, rolePrices: plan.rolePrices, ...fundingOf(initiative.id, context) },
    stageRecord,
    memory: context.memory.get(initiative.id) ?? null,
    asOf,
    seed,
    minorPerUnit,
  });
}

/** What an initiative says, without where its row came from. */
function contentOf(initiative: Initiative): Partial<Initiative> {
  const { importBatchId: _, sourceRow: __, createdAt: ___, ...content } = initiative;
  return content;
}

function withoutPlace<T extends { readonly sortOrder: number }>(item: T): Omit<T, 'sortOrder'> {
  const { sortOrder: _, ...content } = item;
  return content;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return sorted(items, ({ id }) => id);
}

/** By a text key in code-unit order, which is the same everywhere. */
function sorted<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ key: keyOf(item), item }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

function cellKey({ lineId, month }: { readonly lineId: ValueLine['id']; readonly month: number }): string {
  return `${lineId} ${month}`;
}

function monthKey({ month }: { readonly month: number }): string {
  return String(month);
}

/** Facts and requests are plain data by construction; their types have no index signature to say so. */
function plain(value: object): Plain {
  return value as unknown as Plain;
}
