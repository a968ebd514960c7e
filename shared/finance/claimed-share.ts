import type { OutcomeLine } from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';

/** The part of the policy that says how much of an outcome becomes money. */
export type ClaimPolicy = Pick<Policy, 'realisation' | 'cashReleasingDeflection'>;

/**
 * Share of an outcome line's amount that counts as claimed benefit: realisation x attribution, 0 to 1 each
 * (methodology 1.4). Actual and planned amounts of the line get the same share.
 *
 * - Realisation: as stated on the line, else the policy's default for its kind; deflected contacts have one of their
 *   own where staff or vendor cost really falls.
 * - Attribution: as stated, else 1. Revenue needs a stated attribution and a control or holdout; otherwise none of it
 *   is shown to be the initiative's doing, and it counts 0.
 * - Risk avoided is a forecast, never an actual: 0.
 *
 * Example: hours saved, nothing stated: .5 x 1 = .5.
 */
export function claimedShare(
  line: Pick<OutcomeLine, 'outcomeKind' | 'method' | 'isCashReleasing' | 'terms'>,
  policy: ClaimPolicy,
): number {
  const { outcomeKind: kind, terms } = line;
  if (kind === 'risk_avoided' || isUnattributedRevenue(line)) return 0;
  return (terms?.realisation ?? defaultShare(line, policy)) * (terms?.attribution ?? 1);
}

/** True for revenue without a stated attribution, or without a control or holdout: in verdicts it counts 0. */
export function isUnattributedRevenue(line: Pick<OutcomeLine, 'outcomeKind' | 'method' | 'terms'>): boolean {
  return line.outcomeKind === 'revenue' && (line.method !== 'holdout' || line.terms?.attribution == null);
}

function defaultShare(
  { outcomeKind, isCashReleasing }: Pick<OutcomeLine, 'outcomeKind' | 'isCashReleasing'>,
  policy: ClaimPolicy,
): number {
  return outcomeKind === 'deflected_contacts' && isCashReleasing
    ? policy.cashReleasingDeflection
    : policy.realisation[outcomeKind];
}
