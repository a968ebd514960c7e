import type { Initiative } from '../../../domain/initiative.ts';
import { RISK_CLASS_NAMES } from '../../../domain/risk.ts';
import { STAGE_NAMES } from '../../../domain/stage.ts';
import { formatNumber } from '../../../report/format.ts';
import { withFields } from '../engine-inputs.ts';
import type { Compared, Difference } from './difference.ts';

/** Fields of an initiative the engine reads, grouped where one alone means nothing. */
const GROUPS = [
  ['stage', 'Stage', ['stage', 'stageEnteredOn']],
  ['pause', 'Pause', ['isPaused', 'pausedMonths']],
  ['plannedPilotMonths', 'Planned pilot months', ['plannedPilotMonths']],
  ['businessOwner', 'Business owner', ['businessOwner']],
  ['technicalOwner', 'Technical owner', ['technicalOwner']],
  ['metric', 'Success metric', ['metricName', 'metricUnit']],
  ['baseline', 'Baseline', ['baselineValue', 'baselineDataEnd', 'baselineSource']],
  ['target', 'Target', ['targetComparator', 'targetValue', 'targetDate']],
  ['lawfulBasis', 'Lawful basis', ['lawfulBasis']],
  ['riskClass', 'Risk class', ['riskClass']],
  ['oversight', 'Human oversight measure', ['oversight']],
  ['evaluation', 'Evaluation run', ['evaluationRanOn', 'evaluationPassRate', 'evaluationPassMark']],
] as const satisfies readonly (readonly [string, string, readonly (keyof Initiative)[]])[];

/** Facts of the Details tab that are not what they were. */
export function fieldDifferences({ old, now }: Compared): readonly Difference[] {
  const was = old.facts.initiative;
  const is = now.facts.initiative;
  return GROUPS.flatMap(([code, name, fields]) => {
    if (fields.every((field) => was[field] === is[field])) return [];
    const before = Object.fromEntries(fields.map((field) => [field, was[field]]));
    return [
      {
        input: `field:${code}`,
        name,
        was: phrase(was, fields),
        is: phrase(is, fields),
        withOld: () => withFields(now, before),
      },
    ];
  });
}

function phrase(initiative: Initiative, fields: readonly (keyof Initiative)[]): string {
  return fields.map((field) => word(initiative, field)).join(', ');
}

const WORDS: Readonly<Record<string, string>> = {
  at_least: 'at least',
  at_most: 'at most',
  before: 'before the pilot',
  holdout: 'holdout',
  comparison_group: 'comparison group',
};

function word(initiative: Initiative, field: keyof Initiative): string {
  const value = initiative[field];
  if (field === 'stage') return STAGE_NAMES[initiative.stage];
  if (field === 'riskClass' && initiative.riskClass !== null) return RISK_CLASS_NAMES[initiative.riskClass];
  if (field === 'isPaused') return initiative.isPaused ? 'paused' : 'running';
  if (field === 'pausedMonths') return `${initiative.pausedMonths} months paused`;
  if (value === null || value === '') return 'blank';
  if (typeof value === 'number') return formatNumber(value);
  return WORDS[String(value)] ?? String(value);
}
