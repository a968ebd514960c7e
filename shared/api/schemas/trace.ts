import { z } from 'zod';
import {
  AUTONOMY_LEVELS,
  EU_ROLES,
  FRAMEWORK_FUNCTIONS,
  IMPACT_ASSESSMENTS,
} from '../../domain/governance.ts';
import { RESTATED_FIGURES } from '../../domain/restatement.ts';
import { finite, id, instant, isoDate, money, month, text } from './primitives.ts';

const needed = (max: number, what: string) => text(max).refine((v) => v.trim() !== '', what);

/** A correction of one closed month; null = unmeasured after all. Figures that are not named stay. */
export const newRestatement = z
  .object({
    initiativeId: id,
    month,
    reason: needed(2000, 'a reason is needed: it is printed beside the month'),
    amounts: z.array(z.object({ lineId: id, amount: money.nullable() }).strict()).max(500),
    figures: z
      .array(z.object({ figure: z.enum(RESTATED_FIGURES), value: finite.nullable() }).strict())
      .max(3),
  })
  .strict();

export const restatement = z.object({
  id,
  initiativeId: id,
  month,
  reason: z.string(),
  restatedAt: instant,
  actor: z.string(),
  amounts: z.array(z.object({ lineId: id, before: money.nullable(), after: money.nullable() })),
  figures: z.array(
    z.object({ figure: z.enum(RESTATED_FIGURES), before: finite.nullable(), after: finite.nullable() }),
  ),
});

const frameworkStatus = z
  .object({ function: z.enum(FRAMEWORK_FUNCTIONS), status: z.literal([0, 1, 2, 3, 4]), link: text(2000) })
  .strict();

export const governance = z
  .object({
    autonomy: z.enum(AUTONOMY_LEVELS).nullable(),
    permissions: text(4000),
    dataClasses: text(2000),
    modelVersion: text(300),
    vendor: text(300),
    euRole: z.enum(EU_ROLES).nullable(),
    classifiedBy: text(200),
    classifiedOn: isoDate.nullable(),
    classificationReason: text(4000),
    impactAssessment: z.enum(IMPACT_ASSESSMENTS).nullable(),
    killSwitchTestedOn: isoDate.nullable(),
    redTeamedOn: isoDate.nullable(),
    framework: z.array(frameworkStatus).max(FRAMEWORK_FUNCTIONS.length),
  })
  .strict();

/** When an agent entered limited production; null = not known. */
export const launch = z
  .object({
    launchedOn: isoDate,
    effortPoints: finite.positive('effort points are above 0').max(1_000_000).nullable(),
    workingDays: z.int().min(0).max(100_000).nullable(),
    isFundedFromReturns: z.boolean(),
  })
  .strict();

export const newCondition = z
  .object({
    what: needed(1000, 'say what has to be done'),
    owner: needed(200, 'a condition needs an owner'),
    dueOn: isoDate,
    metOn: isoDate.nullable(),
    note: text(4000),
  })
  .strict();
export const condition = newCondition.extend({ id, initiativeId: id, reviewId: id.nullable() });

/** What a shared asset costs and saves; null = not known. */
export const assetTerms = z
  .object({
    builtBy: id.nullable(),
    owner: text(200),
    costAlone: money.nullable(),
    /** Relative cost of reuse: effort with the asset as a share of effort without it. */
    reuseCostShare: finite.min(0).max(10).nullable(),
    /** Relative cost of writing for reuse. */
    writeForReuse: finite.min(0).max(10).nullable(),
    upkeepPerMonth: money.nullable(),
  })
  .strict();

export const assetReuse = z
  .object({ usedSince: isoDate, reuseCostShare: finite.min(0).max(10).nullable() })
  .strict();

/** How a screen was left, under a name. The body is the screen's own and small. */
export const newSavedView = z
  .object({
    screen: z.enum(['register']),
    name: needed(100, 'a name is needed'),
    body: z
      .record(z.string().max(100), z.json())
      .refine((v) => JSON.stringify(v).length <= 20_000, 'too large'),
  })
  .strict();
export const savedView = newSavedView.extend({ id });
