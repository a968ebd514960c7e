import { z } from 'zod';
import { decisionResultSchema } from '../../decision/schema.ts';
import { GAPS } from '../../domain/gap.ts';
import { RULE_IDS, VERDICTS } from '../../domain/verdict.ts';
import { OFF_MAP_REASONS } from '../../portfolio/off-map.ts';
import { fileDamage, fileNotice } from './file.ts';
import {
  assetUse,
  checklistRow,
  driver,
  planCell,
  planVersion,
  scope,
  stopTerms,
  unitCount,
} from './forward-model.ts';
import {
  assessment,
  incident,
  initiative,
  level,
  line,
  metricReading,
  monthValue,
  stage,
  tripwire,
} from './initiative.ts';
import { attentionItem, attentionKind, figure, figureId } from './portfolio.ts';
import { finite, id, instant, isoDate, money, month, text } from './primitives.ts';
import { assetReuse, assetTerms, condition, governance, launch, restatement } from './trace.ts';

const verdict = z.enum(VERDICTS);
const rule = z.enum(RULE_IDS);

export const historyEntry = z.object({
  seq: z.int(),
  at: instant,
  actor: text(200),
  command: text(100),
  /** In words: "Close March 2026 for Claims triage". */
  label: text(400),
  undoes: z.int().nullable(),
  isUndone: z.boolean(),
  hash: z.string(),
});

export const namedStep = z.object({ seq: z.int(), label: text(400) });
/** What Undo would do next; `refusal` says why it cannot be done, null when it can. */
export const undoStep = namedStep.extend({ refusal: text(600).nullable() });

export const portfolioSettings = z.object({
  name: text(200).refine((v) => v.trim() !== '', 'a name is needed'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'a three-letter ISO 4217 code'),
  fiscalYearStart: z.int().min(1).max(12),
  reviewer: text(200),
});

export const status = z.object({
  appVersion: z.string(),
  engineVersion: z.string(),
  host: z.enum(['desktop', 'browser']),
  file: z.object({
    name: z.string(),
    location: z.string(),
    isSample: z.boolean(),
    isReadOnly: z.boolean(),
    /** When this is a copy of a file another program holds: the moment it was copied. */
    copiedAt: instant.nullable(),
    notices: z.array(fileNotice),
    damage: fileDamage.nullable(),
  }),
  portfolio: portfolioSettings,
  asOf: isoDate,
  /** True for the sample: it is shown as of its own last day, whatever the calendar says. */
  isAsOfPinned: z.boolean(),
  /** The first day the portfolio can be shown as of. */
  knownFrom: isoDate,
  initiativeCount: z.int(),
  undo: undoStep.nullable(),
  redo: namedStep.nullable(),
  auditHead: z.object({ seq: z.int(), hash: z.string() }),
  /** Simulations queued or under way. */
  computing: z.int(),
  /** Simulations that failed: their figures read "computing" until they are tried again. */
  failedSimulations: z.int(),
});

/** One row of the register: facts and verdict, ready to sort and filter. Money in minor units; null = unmeasured. */
export const registerRow = z.object({
  id,
  name: z.string(),
  purpose: z.string(),
  unit: z.string(),
  stage,
  isPaused: z.boolean(),
  stageEnteredOn: isoDate.nullable(),
  businessOwner: z.string(),
  technicalOwner: z.string(),
  financeValidator: z.string(),
  verdict: verdict.nullable(),
  rule: rule.nullable(),
  /** The verdict sentence. */
  reason: z.string(),
  readiness: finite.nullable(),
  /** The verdict waits for a simulation that is running. */
  isComputing: z.boolean(),
  /** E of the engine: mean of going on against stopping, minor units, PV over the horizon, simulated. */
  value: finite.nullable(),
  /** `value` is null because its simulation is running. */
  isValueComputing: z.boolean(),
  cost3: money.nullable(),
  net3: money.nullable(),
  net12: money.nullable(),
  closedMonths: z.int(),
  levels: z.record(z.enum(GAPS), level.nullable()),
  gatesPassed: z.int(),
  gatesAsked: z.int(),
  /** What it needs attention for, most urgent first. */
  attention: z.array(attentionKind),
  lastChangedAt: instant,
});

export const portfolioSummary = z.object({
  currency: z.string(),
  asOf: isoDate,
  /** The label of E: "forecast, PV at 10 %, simulated, next 36 months, against stopping". */
  valueLabel: z.string(),
  /** Readiness SCALE asks for. */
  readinessMark: finite,
  total: z.int(),
  /** Initiatives whose verdict waits for a simulation that is running. */
  computing: z.int(),
  byStage: z.record(stage, z.int()),
  inProduction: z.object({ count: z.int(), of: z.int(), share: finite.nullable() }),
  byVerdict: z.record(verdict, z.int()),
  byRule: z.array(z.object({ rule, verdict, count: z.int() })),
  runRate: figure,
  net3: figure,
  net12: figure,
  roi12: figure,
  /** Share of claimed benefit that is measured, last 3 closed months. */
  measuredShare: figure,
  /** Cost of not deciding: spend since reviews began to recommend KILL, and FIX. */
  killSpend: figure,
  fixSpend: figure,
  measuredInitiatives: z.int(),
  months3: z.array(month),
  mapPoints: z.array(
    z.object({
      id,
      name: z.string(),
      verdict,
      readiness: finite,
      value: finite,
      monthlyCost: finite.nullable(),
    }),
  ),
  /** Initiatives that cannot stand on the map, and why; the dearest of each reason are named. */
  offMap: z.array(
    z.object({
      reason: z.enum(OFF_MAP_REASONS),
      count: z.int(),
      first: z.array(z.object({ id, name: z.string() })),
    }),
  ),
  attention: z.array(attentionItem),
  /** In words how far raters agree; null while no gap has two ratings. */
  raterAgreement: z.string().nullable(),
});

/** One figure ready to show: its number or why there is none, what it is of, and how it was made. */
export const statementFigure = z.object({
  id: z.string(),
  group: z.enum(['net_value', 'return', 'payback', 'unit', 'tracking']),
  name: z.string(),
  /** "actual, undiscounted, raw, 2025-04 to 2026-09". */
  label: z.string(),
  kind: z.enum(['money', 'ratio', 'percent', 'months', 'count']),
  /** Money in minor units, percent as a fraction. */
  value: finite.nullable(),
  /** More than one number (all IRR roots); empty otherwise. */
  also: z.array(finite),
  /** Why there is no number; null when there is one. */
  reason: z.string().nullable(),
  /** What to know beside the number: "17 of 18 measured". */
  note: z.string().nullable(),
  formula: z.string(),
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
});

export const initiativeDetail = z.object({
  initiative,
  decision: decisionResultSchema,
  sentence: z.string(),
  assessments: z.array(assessment),
  lines: z.array(line),
  values: z.array(monthValue),
  closedMonths: z.array(month),
  readings: z.array(metricReading),
  tripwires: z.array(tripwire),
  incidents: z.array(incident),
  drivers: z.array(driver),
  scopes: z.array(scope),
  stopTerms: stopTerms.nullable(),
  assetUses: z.array(assetUse),
  planVersions: z.array(planVersion),
  forecasts: z.array(planCell),
  unitCounts: z.array(unitCount),
  checklist: z.array(checklistRow),
  /** Finance figures of the life so far, each with its label, formula and inputs. */
  statement: z.array(statementFigure),
  governance: governance.nullable(),
  launch: launch.nullable(),
  conditions: z.array(condition),
  restatements: z.array(restatement),
  /** What the assets it uses cost and save, where that is stated, and since when it reuses them. */
  assetTerms: z.array(z.object({ assetId: id, terms: assetTerms.nullable(), reuse: assetReuse.nullable() })),
  /** P10 and P90 of forecasts that have a range. */
  forecastRanges: z.array(z.object({ lineId: id, month, p10: money, p90: money })),
  /**
   * What each month from the as-of month on brings with every driver at P50 and no asset late, minor units, undiscounted;
   * null while the forward model is not complete.
   */
  flowAtP50: z
    .array(z.object({ month, benefit: finite, cost: finite, settlement: finite, net: finite }))
    .nullable(),
  history: z.array(historyEntry),
  currency: z.string(),
  asOf: isoDate,
});

/** The one model every export draws from; all text and figures final, so that no two exports can differ. */
export const boardReport = z.object({
  title: z.string(),
  portfolioName: z.string(),
  currency: z.string(),
  asOf: isoDate,
  madeAt: instant,
  engineVersion: z.string(),
  policyVersion: z.int(),
  auditHead: z.object({ seq: z.int(), hash: z.string() }),
  summary: portfolioSummary,
  headline: z.array(z.string()),
  figures: z.array(z.object({ id: figureId, label: z.string(), value: z.string(), note: z.string() })),
  /** Initiatives the board is asked to decide on: kill, fix, scale, in that order; then the rest. */
  decisions: z.array(
    z.object({
      id,
      name: z.string(),
      unit: z.string(),
      stage: z.string(),
      verdict,
      rule,
      reason: z.string(),
      readiness: z.string(),
      net3: z.string(),
      value: z.string(),
    }),
  ),
  register: z.array(
    z.object({
      id,
      name: z.string(),
      unit: z.string(),
      stage: z.string(),
      verdict: z.string(),
      rule: z.string(),
      readiness: z.string(),
      net3: z.string(),
    }),
  ),
  rules: z.array(z.object({ rule, name: z.string(), verdict, count: z.int(), status: z.string() })),
  notes: z.array(z.string()),
});

export type RegisterRow = z.output<typeof registerRow>;
export type PortfolioSummary = z.output<typeof portfolioSummary>;
export type InitiativeDetail = z.output<typeof initiativeDetail>;
export type HistoryEntry = z.output<typeof historyEntry>;
export type PortfolioSettings = z.output<typeof portfolioSettings>;
export type Status = z.output<typeof status>;
export type BoardReport = z.output<typeof boardReport>;
export type StatementFigure = z.output<typeof statementFigure>;
