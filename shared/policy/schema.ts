import { z } from 'zod';
import { LEVELS } from '../domain/gap.ts';
import type { Policy } from '../domain/policy.ts';

const number = z.number();
const count = z.int();
const level = z.literal(LEVELS);
const words = z.string();

const gaps = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ data: value, integration: value, evaluation: value, governance: value, change: value })
    .readonly();
const kinds = <T extends z.ZodType>(value: T) =>
  z.strictObject({ opinion: value, document: value, test: value, telemetry: value, audit: value }).readonly();
const methods = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ holdout: value, before_after: value, log_count: value, survey: value, estimate: value })
    .readonly();
const prior = z.strictObject({ a: number, b: number }).readonly();
const levelTexts = z.strictObject({ 0: words, 1: words, 2: words, 3: words, 4: words }).readonly();
const states = z.strictObject({ pilot_grade: words, production_ready: words }).readonly();

/**
 * The shape of a whole policy where it comes from outside: a file, the page. Only the shape; what the values may be is
 * for `validatePolicy`. Strict: a key that is missing or unknown is refused, so that nothing is read as a default.
 */
export const policySchema = z
  .strictObject({
    version: count,
    discountRate: number,
    timing: z.enum(['end', 'mid']),
    horizonMonths: count,
    probabilityCuts: z.tuple([number, number, number]).readonly(),
    deadBand: number,
    clearBreach: number,
    scaleBcr: number,
    fixBenefitRealisation: number,
    scaleBenefitRealisation: number,
    scalePaybackProbability: number,
    paybackMonths: count,
    killUnitEconomics: number,
    killWatches: count,
    confidenceNeeded: number,
    unitCostRise: number,
    readinessEnter: number,
    readinessLeave: number,
    pilotTimeBoxMonths: count,
    strikes: count,
    closedMonthsNeeded: z
      .strictObject({ idea: count, pilot: count, limited: count, scaled: count })
      .readonly(),
    tripwireGraceDays: count,
    onTrackShare: number,
    evaluationMaxAgeDays: count,
    gapWeights: gaps(number),
    floors: z.strictObject({ pilot: gaps(level), limited: gaps(level), scaled: gaps(level) }).readonly(),
    evidenceGrade: kinds(number),
    evidenceLimit: kinds(level),
    evidenceHalfLifeMonths: number,
    evidenceFreshMonths: number,
    evidenceStaleBelow: number,
    methodQuality: methods(number),
    realisation: z
      .strictObject({
        deflected_contacts: number,
        hours_saved: number,
        cycle_time: number,
        cost_avoided: number,
        revenue: number,
        quality: number,
        risk_avoided: number,
      })
      .readonly(),
    cashReleasingDeflection: number,
    benefitRisk: methods(number),
    costRisk: z.strictObject({ actual: number, quote: number, estimate: number }).readonly(),
    realisationPrior: z.strictObject({ value: number, months: number }).readonly(),
    stagePriors: z.strictObject({ idea: prior, pilot: prior, limited: prior }).readonly(),
    assetLoading: number,
    draws: count,
    mostDraws: count,
    anchors: gaps(levelTexts),
    checklist: z
      .strictObject({
        data: states,
        integration: states,
        evaluation: states,
        governance: states,
        success_metric: states,
        ownership: states,
      })
      .readonly(),
  })
  .readonly();

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Stops compiling when schema and interface drift apart. */
true satisfies Same<z.output<typeof policySchema>, Policy>;
