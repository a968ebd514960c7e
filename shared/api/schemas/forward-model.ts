import { z } from 'zod';
import { CHECKLIST_DIMENSIONS } from '../../domain/checklist.ts';
import {
  ASSET_KINDS,
  DRIVER_BOUNDS,
  DRIVERS_PER_LINE,
  SCOPE_BASES,
  SCOPE_LINE_KINDS,
  SCOPE_STAGES,
} from '../../domain/forward-model.ts';
import { evidenceKind } from './initiative.ts';
import { finite, id, isoDate, money, month, text } from './primitives.ts';

const named = (max: number) => text(max).refine((v) => v.trim() !== '', 'a name is needed');
const monthsAhead = z.int().min(0).max(600);
const sortOrder = z.int();

export const scopeStage = z.enum(SCOPE_STAGES);

/** A factor is a common factor's name or the id of a shared asset; both are ids in form. */
export const factorLoading = z.object({ factor: id, loading: finite.min(-1).max(1) }).strict();

export const newDriver = z
  .object({
    name: named(200),
    unit: text(100),
    bound: z.enum(DRIVER_BOUNDS),
    p10: finite.nullable(),
    p50: finite.nullable(),
    p90: finite.nullable(),
    datedOn: isoDate.nullable(),
    grade: evidenceKind.nullable(),
    isVolume: z.boolean(),
    loadings: z.array(factorLoading).max(20),
    measureCost: money.nullable(),
    measureDays: z.int().min(0).max(10_000).nullable(),
  })
  .strict();
export const driver = newDriver.extend({ id, initiativeId: id, sortOrder });

export const newScope = z
  .object({
    stage: scopeStage,
    basis: z.enum(SCOPE_BASES),
    decisionMonth: monthsAhead.nullable(),
    buildMonths: monthsAhead.nullable(),
    rampMonths: z.int().min(1).max(600).nullable(),
  })
  .strict();

export const newScopeLine = z
  .object({
    name: named(200),
    kind: z.enum(SCOPE_LINE_KINDS),
    constant: finite,
    driverIds: z.array(id).min(DRIVERS_PER_LINE.fewest).max(DRIVERS_PER_LINE.most),
    role: named(100).nullable(),
  })
  .strict();
export const scopeLine = newScopeLine.extend({ id, scopeId: id, sortOrder });
export const scope = newScope.extend({ id, initiativeId: id, lines: z.array(scopeLine) });

export const stopTerms = z
  .object({
    salvage: money,
    exitCost: money,
    upkeepPerMonth: money,
    upkeepMonths: z.int().min(0).max(600),
  })
  .strict();

export const newAsset = z
  .object({
    name: named(200),
    kind: z.enum(ASSET_KINDS),
    liveOn: isoDate.nullable(),
    plannedLiveMonth: month.nullable(),
    lateProbability: finite.min(0).max(1).nullable(),
    monthsLate: z.int().min(0).max(600).nullable(),
  })
  .strict();
export const sharedAsset = newAsset.extend({ id });
export const assetUse = z.object({ asset: sharedAsset, neededFrom: scopeStage });

/** A line before its drivers have ids: it names them. */
const namedLine = newScopeLine
  .omit({ driverIds: true })
  .extend({ drivers: z.array(named(200)).min(DRIVERS_PER_LINE.fewest).max(DRIVERS_PER_LINE.most) });
/** The beginning of a forward model in one piece: drivers, and scopes whose lines name them. */
export const newForwardModel = z
  .object({
    drivers: z.array(newDriver).max(200),
    scopes: z
      .array(
        z
          .object({
            stage: scopeStage,
            /** null: the scope is there already and only gets lines. */
            scope: newScope.nullable(),
            lines: z.array(namedLine).max(100),
          })
          .strict(),
      )
      .min(1)
      .max(SCOPE_STAGES.length),
  })
  .strict();

const count = finite.min(0).max(1e15).nullable();
export const unitCount = z.object({ month, attempts: count, successes: count }).strict();

export const planCell = z.object({ lineId: id, month, amount: money }).strict();
export const planVersion = z.object({
  id,
  version: z.int(),
  inForceFrom: month,
  approvedOn: isoDate,
  approvedBy: text(200),
  values: z.array(planCell),
});

const dimension = z.enum(CHECKLIST_DIMENSIONS);
const proof = z
  .object({ kind: evidenceKind, datedOn: isoDate, link: text(2000), note: text(8000) })
  .strict()
  .refine((v) => v.link.trim() !== '' || v.note.trim() !== '', 'a link or a note is needed as proof');
export const checklistRow = z.discriminatedUnion('state', [
  z.object({ dimension, state: z.literal('pilot_grade'), proof: z.null() }).strict(),
  z.object({ dimension, state: z.literal('production_ready'), proof }).strict(),
]);
/** A row as a person sets it; `unsaid` takes a claim back. */
export const checklistClaim = z.discriminatedUnion('state', [
  ...checklistRow.options,
  z.object({ dimension, state: z.literal('unsaid'), proof: z.null() }).strict(),
]);
