import { GAP_NAMES, type Gap } from '../domain/gap.ts';
import type { Figure, Missing } from './result.ts';

/** Nothing has been entered for the forward model: no driver and no scope. */
export const NO_FORWARD_MODEL: Missing = {
  code: 'forwardModel',
  text: 'the forward model (drivers, scopes, stop terms)',
};
/** The inputs are complete and the simulation is running. */
export const SIMULATION: Missing = { code: 'simulation', text: 'the simulation, which is running' };
export const NO_PLAN: Missing = { code: 'plan', text: 'a locked plan of benefits' };
export const NO_UNIT_COUNTS: Missing = { code: 'unitCounts', text: 'successful tasks a month' };

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

export const NO_MISSING: readonly Missing[] = [];
const COMPUTING: readonly Missing[] = [SIMULATION];

/**
 * What keeps a figure from being known; nothing when it is known.
 * @param wanted what would make it apply, when it does not
 */
export function missingFor(figure: Figure, wanted?: Missing): readonly Missing[] {
  switch (figure.status) {
    case 'known':
      return NO_MISSING;
    case 'computing':
      return COMPUTING;
    case 'not_applicable':
      return wanted === undefined ? [{ code: 'notApplicable', text: figure.reason }] : [wanted];
    default:
      return figure.missing;
  }
}

/** The items of all lists, each code once, in the order they come. */
export function uniqueMissing(...lists: readonly (readonly Missing[])[]): readonly Missing[] {
  const items = new Map<string, Missing>();
  for (const list of lists) for (const item of list) if (!items.has(item.code)) items.set(item.code, item);
  return items.size === 0 ? NO_MISSING : [...items.values()];
}
