import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS } from '../../domain/gap.ts';
import { MEASUREMENT_METHOD_NAMES, MEASUREMENT_METHODS } from '../../domain/value-lines.ts';
import type { PolicyField } from '../policy-field.ts';
import { familyOf, member, number, percent } from './define.ts';

const EVIDENCE = { group: 'evidence', source: '3.2' } as const;
const SHARE = { unit: '%', min: 0, max: 1, step: 0.05 } as const;

const GRADES = familyOf(
  'Grade of fresh evidence',
  'What a piece of evidence counts on its first day. Our judgement, in the order anyone would give them: what was seen in production or by an auditor counts in full, an opinion less than half.',
);
const LIMITS = familyOf(
  'Highest level evidence can support',
  'Our judgement: an opinion cannot show more than "partial", and only production can show "proven in production".',
);
const METHODS = familyOf(
  'Quality of a measurement',
  'How much an outcome measured this way counts in data confidence. Our judgement: only a comparison group separates the agent from everything else that happened.',
);

/** What is believed, how much and for how long. */
export const EVIDENCE_FIELDS: readonly PolicyField[] = [
  percent(
    { ...EVIDENCE, source: '8.3, 8.6' },
    {
      path: 'confidenceNeeded',
      label: 'Data confidence needed',
      reason: 'Our judgement: 50 % stands for half of the evidence fresh and tested.',
    },
    SHARE,
  ),
  ...EVIDENCE_KINDS.map((kind) =>
    member(
      GRADES,
      percent(
        EVIDENCE,
        { path: `evidenceGrade.${kind}`, label: EVIDENCE_KIND_NAMES[kind], reason: GRADES.reason },
        SHARE,
      ),
    ),
  ),
  ...EVIDENCE_KINDS.map((kind) =>
    member(
      LIMITS,
      number(
        EVIDENCE,
        { path: `evidenceLimit.${kind}`, label: EVIDENCE_KIND_NAMES[kind], reason: LIMITS.reason },
        { unit: 'level', min: 0, max: 4, step: 1 },
      ),
    ),
  ),
  number(
    EVIDENCE,
    {
      path: 'evidenceHalfLifeMonths',
      label: 'Half-life of evidence',
      reason: 'After so long evidence counts half. Our judgement: two review cycles.',
    },
    { unit: 'months', min: 1, max: 60, step: 1 },
  ),
  number(
    EVIDENCE,
    {
      path: 'evidenceFreshMonths',
      label: 'Evidence stays fresh for',
      reason:
        'Up to here a level counts in full in readiness, then it drifts towards "ad hoc". Our judgement: one review cycle.',
    },
    { unit: 'months', min: 0, max: 24, step: 1 },
  ),
  percent(
    EVIDENCE,
    {
      path: 'evidenceStaleBelow',
      label: 'Evidence is stale below',
      reason:
        'Below this quality a level counts as unknown. Our judgement: 25 % lets an opinion live four months, a document eight, a test result ten and telemetry a year.',
    },
    SHARE,
  ),
  ...MEASUREMENT_METHODS.map((method) =>
    member(
      METHODS,
      percent(
        EVIDENCE,
        {
          path: `methodQuality.${method}`,
          label: MEASUREMENT_METHOD_NAMES[method],
          reason: METHODS.reason,
        },
        SHARE,
      ),
    ),
  ),
];
