import type { Level } from '../domain/gap.ts';
import type {
  AnswerRule,
  GapQuestion,
  ImportAssessment,
  ImportEvidence,
  ImportMapping,
} from './mapping-types.ts';
import { isMissingText, multiLine, textKey } from './text-key.ts';

const NOTE_LENGTH = 8000;

/** The answer as compared: up to the first colon, without a final stop. */
export function answerKey(answer: string): string {
  const key = textKey(answer);
  const colon = key.indexOf(':');
  return (colon > 0 ? key.slice(0, colon) : key).replace(/\.$/, '').trim();
}

export interface QuestionReader {
  readonly question: GapQuestion;
  /** Rules met by a cell: `null` for a blank one, empty when the answer is known to nobody. */
  readonly read: (cell: string) => readonly AnswerRule[] | null;
}

/** Prepares a question for reading many cells. */
export function questionReader(question: GapQuestion): QuestionReader {
  const rules = new Map(question.answers.map((rule) => [answerKey(rule.answer), rule]));
  // Forms repeat the same few long answers thousands of times.
  const seen = new Map<string, readonly AnswerRule[] | null>();
  return {
    question,
    read(cell) {
      const before = seen.get(cell);
      if (before !== undefined) return before;
      const parts = question.isMultiple ? splitAnswers(cell, rules) : [cell];
      const met: AnswerRule[] = [];
      let said = false;
      for (const part of parts) {
        if (isMissingText(part)) continue;
        said = true;
        const rule = rules.get(answerKey(part));
        if (rule) met.push(rule);
      }
      const result = said ? met : null;
      seen.set(cell, result);
      return result;
    },
  };
}

/** Several answers in one cell: a JSON list, lines, or commas and semicolons. A known whole answer is not split. */
function splitAnswers(cell: string, rules: ReadonlyMap<string, AnswerRule>): readonly string[] {
  const trimmed = cell.trim();
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
    try {
      const list: unknown = JSON.parse(trimmed);
      if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
    } catch {
      // Not JSON after all: an ordinary text in brackets.
    }
  }
  return rules.has(answerKey(trimmed)) ? [trimmed] : trimmed.split(/[\n\r,;]+/);
}

/** One answered question of a row. */
export interface Answered {
  readonly header: string;
  readonly cell: string;
  readonly rules: readonly AnswerRule[];
}

/**
 * Combines the answers about one gap. The level is the highest that an answer shows, but not above the lowest that
 * an answer limits to. Without an answer that shows a level the gap stays unknown (undefined). Every answer that
 * said something becomes evidence, also the limiting ones.
 */
export function combineAnswers(
  gap: GapQuestion['gap'],
  answers: readonly Answered[],
  mapping: Pick<ImportMapping, 'rater' | 'evidenceDate' | 'evidenceLink'>,
): ImportAssessment | undefined {
  let shown: Level | undefined;
  let limit: Level | undefined;
  const evidence: ImportEvidence[] = [];
  for (const { header, cell, rules } of answers) {
    const telling = rules.filter((rule) => rule.shows !== null || rule.limitsTo !== null);
    if (telling.length === 0) continue;
    for (const { shows, limitsTo } of telling) {
      if (shows !== null && (shown === undefined || shows > shown)) shown = shows;
      if (limitsTo !== null && (limit === undefined || limitsTo < limit)) limit = limitsTo;
    }
    evidence.push({
      kind: strongest(telling).kind,
      datedOn: mapping.evidenceDate,
      link: mapping.evidenceLink,
      note: clip(multiLine(cell)),
      sourceQuestion: header,
    });
  }
  if (shown === undefined) return undefined;
  const isLimited = limit !== undefined && limit < shown;
  return {
    gap,
    level: isLimited ? (limit as Level) : shown,
    rater: mapping.rater,
    ratedOn: mapping.evidenceDate,
    note: isLimited ? `An answer shows level ${shown}; another allows no more than level ${limit}.` : '',
    evidence,
  };
}

/** The rule that shows most; its kind is the kind of the evidence. */
function strongest(rules: readonly AnswerRule[]): AnswerRule {
  return rules.reduce((best, rule) => ((rule.shows ?? -1) > (best.shows ?? -1) ? rule : best));
}

function clip(text: string): string {
  return text.length <= NOTE_LENGTH ? text : `${text.slice(0, NOTE_LENGTH - 1).toWellFormed()}\u2026`;
}
