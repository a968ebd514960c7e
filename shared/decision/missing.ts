import { GAP_NAMES, type Gap } from '../domain/gap.ts';
import type { Missing } from './result.ts';

/** Inputs that no facts can hold yet; each names what has to exist before the rule can be told. */
export const NO_FORWARD_MODEL: Missing = {
  code: 'forwardModel',
  text: 'the forward model (drivers, scopes, simulation)',
};
export const NO_PLAN: Missing = { code: 'plan', text: 'a locked plan of benefits' };
export const NO_UNIT_COUNTS: Missing = { code: 'unitCounts', text: 'successful tasks a month' };
export const NO_SHARED_ASSETS: Missing = { code: 'sharedAssets', text: 'the shared assets it needs' };

const LEVELS: Readonly<Record<Gap, Missing>> = {
  data: missingLevelOf('data'),
  integration: missingLevelOf('integration'),
  evaluation: missingLevelOf('evaluation'),
  governance: missingLevelOf('governance'),
  change: missingLevelOf('change'),
};

function missingLevelOf(gap: Gap): Missing {
  return { code: `levels:${gap}`, text: `a level for ${GAP_NAMES[gap]}` };
}

/** "a level for Data readiness". */
export function missingLevel(gap: Gap): Missing {
  return LEVELS[gap];
}
