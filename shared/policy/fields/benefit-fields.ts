import {
  MEASUREMENT_METHOD_NAMES,
  MEASUREMENT_METHODS,
  OUTCOME_KIND_NAMES,
  OUTCOME_KINDS,
} from '../../domain/value-lines.ts';
import type { PolicyField } from '../policy-field.ts';
import { familyOf, member, number, percent } from './define.ts';

const BENEFITS = { group: 'benefits', source: '1.4' } as const;
const SHARE = { unit: '%', min: 0, max: 1, step: 0.05 } as const;

const REALISATION = familyOf(
  'Share of an outcome that becomes money',
  'Where a line states none. Our judgement: an hour saved is not an hour paid less, and studies of total economic impact commonly count about half; an invoice that no longer comes, and margin on revenue proven against a control, count in full.',
);
const BENEFIT_RISK = familyOf(
  'Deducted from benefits for risk',
  'In the risk-adjusted view only, by how the benefit was measured. The idea is that of published total-economic-impact studies; the sizes are our judgement. Never used together with a three-point simulation: that would count risk twice.',
);
const COST_RISK = familyOf(
  'Added to costs for risk',
  'In the risk-adjusted view only, by what the cost rests on. The sizes are our judgement. Never used together with a three-point simulation.',
);

const COST_BASES = { actual: 'Actuals', quote: 'Quote', estimate: 'Estimate' } as const;

/** From measured outcomes to money, and how far a promise of money is believed. */
export const BENEFIT_FIELDS: readonly PolicyField[] = [
  ...OUTCOME_KINDS.map((kind) =>
    member(
      REALISATION,
      percent(
        BENEFITS,
        { path: `realisation.${kind}`, label: OUTCOME_KIND_NAMES[kind], reason: REALISATION.reason },
        SHARE,
      ),
    ),
  ),
  percent(
    BENEFITS,
    {
      path: 'cashReleasingDeflection',
      label: 'Deflected contacts where cost really falls',
      reason:
        'Instead of the share above when staff or vendor cost goes down. Our judgement: 80 %, because some contacts come back.',
    },
    SHARE,
  ),
  percent(
    { ...BENEFITS, source: '1.6' },
    {
      path: 'realisationPrior.value',
      label: 'Promised benefit believed at first',
      reason:
        'A haircut for optimism on forecast benefits that fades with own closed months. Our judgement: 80 %.',
    },
    { unit: '%', min: 0.1, max: 1, step: 0.05 },
  ),
  number(
    { ...BENEFITS, source: '1.6' },
    {
      path: 'realisationPrior.months',
      label: 'Weight of that first belief',
      reason:
        'As many months of own record as it weighs. Our judgement: after a quarter both weigh the same.',
    },
    { unit: 'months', min: 1, max: 24, step: 1 },
  ),
  ...MEASUREMENT_METHODS.map((method) =>
    member(
      BENEFIT_RISK,
      percent(
        { ...BENEFITS, source: '1.5' },
        {
          path: `benefitRisk.${method}`,
          label: MEASUREMENT_METHOD_NAMES[method],
          reason: BENEFIT_RISK.reason,
        },
        { unit: '%', min: 0, max: 0.9, step: 0.05 },
      ),
    ),
  ),
  ...(['actual', 'quote', 'estimate'] as const).map((basis) =>
    member(
      COST_RISK,
      percent(
        { ...BENEFITS, source: '1.5' },
        { path: `costRisk.${basis}`, label: COST_BASES[basis], reason: COST_RISK.reason },
        { unit: '%', min: 0, max: 2, step: 0.05 },
      ),
    ),
  ),
];
