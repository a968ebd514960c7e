import {
  CHECKLIST_DIMENSIONS,
  CHECKLIST_NAMES,
  CHECKLIST_STATES,
  type ChecklistState,
} from '../../domain/checklist.ts';
import { GAP_NAMES, GAPS, LEVEL_NAMES, LEVELS } from '../../domain/gap.ts';
import type { PolicyField } from '../policy-field.ts';
import { familyOf, text } from './define.ts';

const ANCHOR_REASON =
  'Says what a level means, so that two raters mean the same by it. Shipped wording; use your own words and keep the order: a level may be claimed only if every lower one holds.';
const CHECKLIST_REASON =
  'Describes what one meets at either end of the row. No threshold: the row is a claim with a proof, the gate beside it is computed.';
const STATE_NAMES: Readonly<Record<ChecklistState, string>> = {
  pilot_grade: 'Pilot-grade',
  production_ready: 'Production-ready',
};

/** What each level of each gap means. */
export const ANCHOR_FIELDS: readonly PolicyField[] = GAPS.flatMap((gap) => {
  const family = familyOf(GAP_NAMES[gap], ANCHOR_REASON);
  return LEVELS.map((level) =>
    text(
      { group: 'anchors', source: '3.1' },
      family,
      `anchors.${gap}.${level}`,
      `Level ${level}, ${LEVEL_NAMES[level]}`,
      400,
    ),
  );
});

/** Both ends of each checklist row. */
export const CHECKLIST_FIELDS: readonly PolicyField[] = CHECKLIST_DIMENSIONS.flatMap((dimension) => {
  const family = familyOf(`Checklist, ${CHECKLIST_NAMES[dimension].toLowerCase()}`, CHECKLIST_REASON);
  return CHECKLIST_STATES.map((state) =>
    text(
      { group: 'checklist', source: '8.2' },
      family,
      `checklist.${dimension}.${state}`,
      STATE_NAMES[state],
      200,
    ),
  );
});
