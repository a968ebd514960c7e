import { z } from 'zod';
import { isIsoDate, isMonthIndex } from '../domain/calendar.ts';
import { CHECKLIST_DIMENSIONS, CHECKLIST_STATES } from '../domain/checklist.ts';
import { SCOPE_STAGES } from '../domain/forward-model.ts';
import { EVIDENCE_KINDS, GAPS, LEVELS } from '../domain/gap.ts';
import { type ActiveStage, STAGES } from '../domain/stage.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '../domain/units.ts';
import { GATE_IDS, RULE_IDS, VERDICTS } from '../domain/verdict.ts';
import { type DecisionResult, LAYERS } from './result.ts';

const ACTIVE_STAGES = ['idea', 'pilot', 'limited', 'scaled'] as const satisfies readonly ActiveStage[];

const isoDate = z.custom<IsoDate>(isIsoDate, 'not a calendar day (YYYY-MM-DD)');
const month = z.custom<MonthIndex>(isMonthIndex, 'not a month');
/** A sum of amounts: exact, but it may lie beyond what a single amount may be. */
const sum = z.custom<MinorUnits>(Number.isSafeInteger, 'not a whole number of minor units');
const level = z.literal(LEVELS);
const count = z.int().min(0);

const missing = z.object({ code: z.string(), text: z.string() }).readonly();
const missingList = z.array(missing).readonly();

const figure = z.discriminatedUnion('status', [
  z.object({ status: z.literal('known'), value: z.number() }).readonly(),
  z.object({ status: z.literal('unknown'), missing: missingList }).readonly(),
  z.object({ status: z.literal('not_evaluated'), missing: missingList }).readonly(),
  z.object({ status: z.literal('computing') }).readonly(),
  z.object({ status: z.literal('not_applicable'), reason: z.string() }).readonly(),
]);

const numberOrText = z.union([z.number(), z.string()]).nullable();
const term = z
  .object({
    quantity: z.string(),
    actual: numberOrText,
    comparator: z.enum(['<', '<=', '>', '>=', '=']),
    threshold: numberOrText,
    unit: z.enum([
      'score',
      'share',
      'ratio',
      'percent',
      'money',
      'months',
      'days',
      'count',
      'level',
      'text',
      'metric',
    ]),
    holds: z.boolean().nullable(),
    se: z.number().exactOptional(),
  })
  .readonly();

const evidence = z
  .object({ kind: z.enum(EVIDENCE_KINDS), datedOn: isoDate, ageDays: count, quality: z.number() })
  .readonly();
const gateState = z.enum(['pass', 'fixable', 'hard', 'unknown', 'not_required']);
const finding = z
  .object({ state: gateState, code: z.string(), text: z.string(), term: term.exactOptional() })
  .readonly();
const gate = z
  .object({
    gate: z.enum(GATE_IDS),
    stage: z.enum(ACTIVE_STAGES),
    state: gateState,
    findings: z.array(finding).readonly(),
    evidence: evidence.nullable(),
  })
  .readonly();

const rating = z.object({ rater: z.string(), level, ratedOn: isoDate }).readonly();
const gap = z
  .object({
    gap: z.enum(GAPS),
    level: level.nullable(),
    effective: z.number().nullable(),
    quality: z.number(),
    isStale: z.boolean(),
    floor: level.nullable(),
    evidence: evidence.nullable(),
    ratings: z.array(rating).readonly(),
  })
  .readonly();

const rule = z
  .object({
    rule: z.enum(RULE_IDS),
    verdict: z.enum(VERDICTS),
    status: z.enum(['fires', 'quiet', 'not_evaluated']),
    terms: z.array(term).readonly(),
    missing: missingList,
  })
  .readonly();

const windowSum = z
  .object({
    months: z.array(month).readonly(),
    isContiguous: z.boolean(),
    cost: sum,
    benefit: sum,
    net: sum,
    measured: count,
    expected: count,
  })
  .readonly();

const band = z.literal([0, 1, 2, 3]);
const bandView = z
  .object({ band, pending: z.literal([-1, 0, 1]), rawBand: band, isHeld: z.boolean() })
  .readonly();
const estimate = z.object({ value: z.number(), se: z.number() }).readonly();
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() }).readonly();
/** The shape of a simulation's result where it comes back from a worker or from the profile's cache. */
export const simulatedSchema = z
  .object({
    draws: count,
    isExtended: z.boolean(),
    onTheLine: z.array(z.enum(['E', 'P', 'UE', 'PB', 'BCR50'])).readonly(),
    expected: estimate,
    deviation: z.number(),
    probability: estimate,
    bcr50: interval.nullable(),
    unitEconomics: estimate.nullable(),
    payback: estimate.nullable(),
    delta: z.object({ p10: interval, p50: interval, p90: interval }).readonly(),
    optionValue: z.number(),
  })
  .readonly();
const reach = z.object({ stage: z.enum(SCOPE_STAGES), probability: z.number() }).readonly();

const layerItem = z.object({ code: z.string(), text: z.string(), holds: z.boolean().nullable() }).readonly();
const layer = z
  .object({
    layer: z.enum(LAYERS),
    state: z.enum(['solid', 'partial', 'missing']),
    items: z.array(layerItem).readonly(),
  })
  .readonly();
const checklistOutcome = z
  .object({
    dimension: z.enum(CHECKLIST_DIMENSIONS),
    claimed: z.enum(CHECKLIST_STATES).nullable(),
    gate: z.enum(GATE_IDS),
    gateState,
    isAtOdds: z.boolean(),
    proofAgeDays: count.nullable(),
  })
  .readonly();
const override = z
  .object({
    decidedBy: z.string(),
    reason: z.string(),
    expiresOn: isoDate,
    newTripwireId: z.string().nullable(),
  })
  .readonly();

/** The shape of a {@link DecisionResult} where it crosses the wire or comes back from storage. */
export const decisionResultSchema = z
  .object({
    initiativeId: z.string(),
    stage: z.enum(STAGES),
    isPaused: z.boolean(),
    verdict: z.enum(VERDICTS).nullable(),
    rule: z.enum(RULE_IDS).nullable(),
    isComputing: z.boolean(),
    isAdvance: z.boolean(),
    rules: z.array(rule).readonly(),
    gates: z.array(gate).readonly(),
    nextGates: z.array(gate).readonly(),
    gaps: z.array(gap).readonly(),
    readiness: figure,
    value: figure,
    probability: figure,
    bcr50: figure,
    unitEconomics: figure,
    paybackProbability: figure,
    benefitRealisation: figure,
    benefitHaircut: figure,
    costPerSuccess: figure,
    costPerSuccessRise: figure,
    confidence: z.number().min(0).max(1),
    band: bandView.nullable(),
    valueClass: z.enum(['positive', 'unclear', 'negative']).nullable(),
    simulated: simulatedSchema.nullable(),
    reach: z.array(reach).readonly(),
    strikes: count,
    plan: z.object({ isAdopted: z.boolean(), isFunded: z.boolean() }).readonly(),
    layers: z.array(layer).readonly(),
    checklist: z.array(checklistOutcome).readonly(),
    override: override.nullable(),
    last3: windowSum,
    last12: windowSum,
    lifeToDate: windowSum,
    fullMonths: count,
    neededMonths: count,
    isDataOk: z.boolean(),
    monthsInStage: count.nullable(),
    timeBoxMonths: z.number().nullable(),
    notes: z.array(z.object({ code: z.string(), text: z.string() }).readonly()).readonly(),
    asOf: isoDate,
    policyVersion: z.int(),
    engineVersion: z.string(),
    seed: z.string(),
  })
  .readonly();

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Stops compiling when schema and interface drift apart, in a member, its type, its optionality or `readonly`. */
true satisfies Same<z.output<typeof decisionResultSchema>, DecisionResult>;
