import type { GapQuestion } from '../mapping-types.ts';
import { CHANGE_QUESTIONS } from './federal-2024/change.ts';
import { DATA_QUESTIONS } from './federal-2024/data.ts';
import { EVALUATION_QUESTIONS } from './federal-2024/evaluation.ts';
import { GOVERNANCE_QUESTIONS } from './federal-2024/governance.ts';
import { INTEGRATION_QUESTIONS } from './federal-2024/integration.ts';

/*
 * What the answers of the 2024 federal form say about the five gaps. Two rules stand over all of them:
 * - an answer shows the level whose anchor it meets, and a form filled in by the agency itself, without any proof
 *   attached, shows level 2 at most: from level 3 on the anchors ask for something tested;
 * - an answer that speaks of the agency in general, or declines to say, shows nothing.
 * docs/federal-inventory-2024.md prints this table for people to argue with; a test keeps the two equal.
 */

/** Every question used, gap by gap. */
export const FEDERAL_2024_QUESTIONS: readonly GapQuestion[] = [
  ...DATA_QUESTIONS,
  ...INTEGRATION_QUESTIONS,
  ...EVALUATION_QUESTIONS,
  ...GOVERNANCE_QUESTIONS,
  ...CHANGE_QUESTIONS,
];
