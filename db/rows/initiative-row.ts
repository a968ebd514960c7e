import type { BaselineSource, Initiative, InitiativeFields } from '#shared/domain/initiative.ts';
import type { Comparator, RiskClass } from '#shared/domain/risk.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { PatchOf, RowOf } from '../tables.ts';

/** An initiative from its row. The CHECKs of the schema vouch for the enumerations. */
export function toInitiative(row: RowOf<'initiative'>): Initiative {
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    unit: row.unit,
    businessOwner: row.business_owner,
    technicalOwner: row.technical_owner,
    financeValidator: row.finance_validator,
    stage: row.stage as Stage,
    stageEnteredOn: row.stage_entered_on as IsoDate | null,
    isPaused: row.is_paused === 1,
    pausedMonths: row.paused_months,
    plannedPilotMonths: row.planned_pilot_months,
    metricName: row.metric_name,
    metricUnit: row.metric_unit,
    baselineValue: row.baseline_value,
    baselineDataEnd: row.baseline_data_end as IsoDate | null,
    baselineSource: row.baseline_source as BaselineSource | null,
    targetComparator: row.target_comparator as Comparator | null,
    targetValue: row.target_value,
    targetDate: row.target_date as IsoDate | null,
    lawfulBasis: row.lawful_basis as 'yes' | 'no' | null,
    riskClass: row.risk_class as RiskClass | null,
    oversight: row.oversight,
    evaluationRanOn: row.evaluation_ran_on as IsoDate | null,
    evaluationPassRate: row.evaluation_pass_rate,
    evaluationPassMark: row.evaluation_pass_mark,
    importBatchId: row.import_batch_id,
    sourceRow: row.source_row,
    createdAt: row.created_at as Instant,
  };
}

/** The column of each field. Booleans are stored as 0 and 1, everything else as it is. */
const COLUMN_OF = {
  name: 'name',
  purpose: 'purpose',
  unit: 'unit',
  businessOwner: 'business_owner',
  technicalOwner: 'technical_owner',
  financeValidator: 'finance_validator',
  stage: 'stage',
  stageEnteredOn: 'stage_entered_on',
  isPaused: 'is_paused',
  pausedMonths: 'paused_months',
  plannedPilotMonths: 'planned_pilot_months',
  metricName: 'metric_name',
  metricUnit: 'metric_unit',
  baselineValue: 'baseline_value',
  baselineDataEnd: 'baseline_data_end',
  baselineSource: 'baseline_source',
  targetComparator: 'target_comparator',
  targetValue: 'target_value',
  targetDate: 'target_date',
  lawfulBasis: 'lawful_basis',
  riskClass: 'risk_class',
  oversight: 'oversight',
  evaluationRanOn: 'evaluation_ran_on',
  evaluationPassRate: 'evaluation_pass_rate',
  evaluationPassMark: 'evaluation_pass_mark',
} as const satisfies Record<keyof InitiativeFields, keyof PatchOf<'initiative'>>;

export type FieldPatch = { readonly [K in keyof InitiativeFields]?: InitiativeFields[K] | undefined };

/** Columns for the fields that were given; the others stay as they are. */
export function toInitiativePatch(fields: FieldPatch): PatchOf<'initiative'> {
  const patch: Record<string, string | number | null> = {};
  for (const key of Object.keys(COLUMN_OF) as (keyof InitiativeFields)[]) {
    const value = fields[key];
    if (value !== undefined) patch[COLUMN_OF[key]] = typeof value === 'boolean' ? Number(value) : value;
  }
  return patch as PatchOf<'initiative'>;
}

/** An initiative about which only the name and the stage are known. */
export function blankFields(name: string, stage: Stage): InitiativeFields {
  return {
    name,
    purpose: '',
    unit: '',
    businessOwner: '',
    technicalOwner: '',
    financeValidator: '',
    stage,
    stageEnteredOn: null,
    isPaused: false,
    pausedMonths: 0,
    plannedPilotMonths: null,
    metricName: '',
    metricUnit: '',
    baselineValue: null,
    baselineDataEnd: null,
    baselineSource: null,
    targetComparator: null,
    targetValue: null,
    targetDate: null,
    lawfulBasis: null,
    riskClass: null,
    oversight: '',
    evaluationRanOn: null,
    evaluationPassRate: null,
    evaluationPassMark: null,
  };
}
