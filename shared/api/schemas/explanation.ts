import { z } from 'zod';
import type { Explanation } from '../../decision/explanation.ts';
import { GAPS, LEVELS } from '../../domain/gap.ts';
import { RULE_IDS, VERDICTS } from '../../domain/verdict.ts';
import { finite, id, isoDate, month } from './primitives.ts';

const verdict = z.enum(VERDICTS);
const rule = z.enum(RULE_IDS);
const share = z.number().min(0).max(1);

const driverEffect = z
  .object({
    driverId: id,
    name: z.string(),
    unit: z.string(),
    p10: finite,
    p50: finite,
    p90: finite,
    deltaAtP10: finite,
    deltaAtP90: finite,
    crossesZero: z.boolean(),
    rankCorrelation: finite.nullable(),
    evppi: finite.nullable(),
  })
  .readonly();

const flip = z
  .object({
    input: z.string(),
    kind: z.enum(['driver', 'level', 'month', 'date', 'yes_no', 'figure']),
    name: z.string(),
    unit: z.string(),
    now: z.union([finite, z.string()]),
    to: z.union([finite, z.string()]),
    direction: z.enum(['up', 'down', 'other']),
    relative: finite.nullable(),
    deviations: finite.nullable(),
    verdict,
    rule,
  })
  .readonly();

const readinessMove = z
  .object({
    gap: z.enum(GAPS),
    mark: finite,
    score: finite,
    levels: finite.nullable(),
    toLevel: z.literal(LEVELS).nullable(),
    weight: finite.nullable(),
  })
  .readonly();

const measurement = z
  .object({
    code: z.string(),
    text: z.string(),
    kind: z.enum(['missing', 'driver']),
    unblocks: z.array(rule).readonly(),
    evppi: finite.nullable(),
    cost: finite.nullable(),
    days: finite.nullable(),
    advice: z.enum(['enter_it', 'measure', 'not_worth_it', 'price_it']),
  })
  .readonly();

const inputChange = z
  .object({
    input: z.string(),
    name: z.string(),
    was: z.string(),
    is: z.string(),
    verdictWithOld: verdict.nullable(),
    ruleWithOld: rule.nullable(),
    mattered: z.boolean(),
  })
  .readonly();

/** The shape of an {@link Explanation} where it crosses the wire or comes back from a worker. */
export const explanation = z
  .object({
    initiativeId: id,
    asOf: isoDate,
    engineVersion: z.string(),
    policyVersion: z.int(),
    seed: z.string(),
    inputHash: z.string().regex(/^[0-9a-f]{64}$/),
    draws: z.int().nullable(),
    deltaAtP50: finite.nullable(),
    drivers: z.array(driverEffect).readonly(),
    flips: z.array(flip).readonly(),
    stability: z
      .object({
        value: finite.nullable(),
        label: z.enum(['fragile', 'normal', 'firm']).nullable(),
        input: z.string().nullable(),
      })
      .readonly(),
    readinessMoves: z.array(readinessMove).readonly(),
    verdictShares: z.array(z.object({ verdict, share }).readonly()).readonly(),
    evpi: finite.nullable(),
    measureNext: z.array(measurement).readonly(),
    cheapestTest: z.string().nullable(),
    sinceReview: z
      .object({
        reviewName: z.string(),
        endsOn: isoDate,
        verdictThen: verdict.nullable(),
        ruleThen: rule.nullable(),
        changes: z.array(inputChange).readonly(),
      })
      .readonly()
      .nullable(),
    flow: z
      .array(z.object({ month: z.int(), atP50: finite, p10: finite, p50: finite, p90: finite }).readonly())
      .readonly(),
    paybackBy: z.array(z.object({ month, probability: share }).readonly()).readonly(),
  })
  .readonly();

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Stops compiling when schema and interface drift apart. */
true satisfies Same<z.output<typeof explanation>, Explanation>;
