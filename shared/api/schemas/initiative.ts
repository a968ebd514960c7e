import { z } from 'zod';
import { EVIDENCE_KINDS, GAPS, LEVELS } from '../../domain/gap.ts';
import { BASELINE_SOURCES } from '../../domain/initiative.ts';
import { COMPARATORS, RISK_CLASSES } from '../../domain/risk.ts';
import { STAGES } from '../../domain/stage.ts';
import { COST_CATEGORIES, MEASUREMENT_METHODS, OUTCOME_KINDS } from '../../domain/value-lines.ts';
import { finite, id, instant, isoDate, money, month, text } from './primitives.ts';

export const stage = z.enum(STAGES);
export const gap = z.enum(GAPS);
export const level = z.literal(LEVELS);
export const evidenceKind = z.enum(EVIDENCE_KINDS);

/** The editable facts; every one may be changed alone. */
export const initiativeFields = z
  .object({
    name: text(500).refine((v) => v.trim() !== '', 'a name is needed'),
    purpose: text(8000),
    unit: text(300),
    businessOwner: text(200),
    technicalOwner: text(200),
    financeValidator: text(200),
    stage,
    stageEnteredOn: isoDate.nullable(),
    isPaused: z.boolean(),
    pausedMonths: z.int().min(0).max(600),
    plannedPilotMonths: z.int().min(1).max(120).nullable(),
    metricName: text(300),
    metricUnit: text(100),
    baselineValue: finite.nullable(),
    baselineDataEnd: isoDate.nullable(),
    baselineSource: z.enum(BASELINE_SOURCES).nullable(),
    targetComparator: z.enum(COMPARATORS).nullable(),
    targetValue: finite.nullable(),
    targetDate: isoDate.nullable(),
    lawfulBasis: z.enum(['yes', 'no']).nullable(),
    riskClass: z.enum(RISK_CLASSES).nullable(),
    oversight: text(2000),
    evaluationRanOn: isoDate.nullable(),
    evaluationPassRate: finite.min(0).max(1).nullable(),
    evaluationPassMark: finite.min(0).max(1).nullable(),
  })
  .strict();

export const initiative = initiativeFields.extend({
  id,
  importBatchId: id.nullable(),
  sourceRow: z.int().nullable(),
  createdAt: instant,
});

export const newEvidence = z
  .object({ kind: evidenceKind, datedOn: isoDate, link: text(2000), note: text(8000) })
  .strict();

export const evidence = newEvidence.extend({ id, assessmentId: id, sourceQuestion: text(2000) });

export const assessment = z.object({
  id,
  initiativeId: id,
  gap,
  level,
  rater: text(200),
  ratedOn: isoDate,
  note: text(8000),
  evidence: z.array(evidence),
});

const lineCommon = {
  name: text(200).refine((v) => v.trim() !== '', 'a name is needed'),
  startsOn: month.nullable(),
  endsOn: month.nullable(),
};
const share = finite.min(0).max(1);
/** How an outcome becomes money; null = not stated. */
export const outcomeTerms = z
  .object({
    unit: text(100),
    valuePerUnit: finite.nullable(),
    agreedBy: text(200),
    baselineValue: finite.nullable(),
    baselineOn: isoDate.nullable(),
    attribution: share.nullable(),
    realisation: share.nullable(),
  })
  .strict();
export const newLine = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('cost'),
      ...lineCommon,
      category: z.enum(COST_CATEGORIES),
      isOnce: z.boolean().exactOptional(),
    })
    .strict(),
  z
    .object({
      kind: z.literal('outcome'),
      ...lineCommon,
      outcomeKind: z.enum(OUTCOME_KINDS),
      method: z.enum(MEASUREMENT_METHODS),
      isCashReleasing: z.boolean(),
      terms: outcomeTerms.exactOptional(),
    })
    .strict(),
]);
const lineIds = { id, initiativeId: id, sortOrder: z.int() };
export const line = z.discriminatedUnion('kind', [
  newLine.options[0].extend(lineIds),
  newLine.options[1].extend(lineIds),
]);

export const monthValue = z.object({ lineId: id, month, amount: money });
export const metricReading = z.object({ month, value: finite });

export const newTripwire = z
  .object({
    metric: text(300).refine((v) => v.trim() !== '', 'a metric is needed'),
    comparator: z.enum(COMPARATORS),
    threshold: finite,
    dueOn: isoDate,
    committedOn: isoDate,
    measuredValue: finite.nullable(),
  })
  .strict();
export const tripwire = newTripwire.extend({ id, initiativeId: id });

export const newIncident = z
  .object({
    severity: z.literal([1, 2, 3, 4]),
    openedOn: isoDate,
    deadline: isoDate,
    mitigatedOn: isoDate.nullable(),
    note: text(4000),
  })
  .strict();
export const incident = newIncident.extend({ id, initiativeId: id });
