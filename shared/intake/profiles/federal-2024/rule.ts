import type { EvidenceKind, Level } from '../../../domain/gap.ts';
import type { AnswerRule } from '../../mapping-types.ts';

/** One line of the answer tables: see `AnswerRule`. */
export function rule(
  answer: string,
  shows: Level | null,
  limitsTo: Level | null,
  kind: EvidenceKind,
  why: string,
): AnswerRule {
  return { answer, shows, limitsTo, kind, why };
}
