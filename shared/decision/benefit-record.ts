import type { OutcomeLine } from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';
import { benefitMonths } from '../finance/benefit-months.ts';
import { type BenefitMonth, benefitRealisation } from '../finance/benefit-realisation.ts';
import { type Computed, reasonText } from '../finance/reason.ts';
import type { InitiativeFacts } from './facts.ts';
import { NO_PLAN } from './missing.ts';
import type { Figure } from './result.ts';

/** How well the promised benefits were kept so far. */
export interface BenefitRecord {
  readonly outcomeLines: readonly OutcomeLine[];
  /** The closed months with claimed and planned benefit by line. */
  readonly months: readonly BenefitMonth[];
  readonly realisation: Figure;
  readonly haircut: Figure;
  /** Outcome values measured of those expected, last 3 closed months. */
  readonly measured: number;
  readonly expected: number;
}

const UNPLANNED: Figure = { status: 'unknown', missing: [NO_PLAN] };

/** BRI and BRI* with the months they come from (methodology 1.6). @param facts as known on the as-of date */
export function benefitRecord(facts: InitiativeFacts, policy: Policy): BenefitRecord {
  const outcomeLines = facts.lines.filter((line) => line.kind === 'outcome');
  const months = benefitMonths(outcomeLines, facts.values, facts.planVersions, facts.closedMonths, policy);
  const { bri, haircut, measured, expected } = benefitRealisation(months, policy.realisationPrior);
  return {
    outcomeLines,
    months,
    realisation: facts.planVersions.length === 0 ? UNPLANNED : figureOf(bri),
    haircut: figureOf(haircut),
    measured,
    expected,
  };
}

function figureOf(computed: Computed): Figure {
  if (computed.status === 'known') return { status: 'known', value: computed.value };
  if (computed.reason.code === 'plan_zero') return NO_BENEFIT_PLANNED;
  return { status: 'unknown', missing: [{ code: 'plan', text: reasonText(computed.reason) }] };
}

const NO_BENEFIT_PLANNED: Figure = {
  status: 'unknown',
  missing: [{ code: 'plan', text: 'a planned benefit in the last 3 closed months' }],
};
