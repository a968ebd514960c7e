import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#shared/domain/units.ts';
import { answerKey, combineAnswers, questionReader } from '#shared/intake/gap-answers.ts';
import type { AnswerRule, GapQuestion } from '#shared/intake/mapping-types.ts';

const rule = (
  answer: string,
  shows: AnswerRule['shows'],
  limitsTo: AnswerRule['limitsTo'] = null,
): AnswerRule => ({
  answer,
  shows,
  limitsTo,
  kind: shows === 2 ? 'document' : 'opinion',
  why: '',
});
const TESTED = rule('Tested', 2);
const SHOWN = rule('Shown to some', 1);
const NOT_TESTED = rule('No testing', 0, 1);
const SILENT = rule('Other', null);

const question: GapQuestion = {
  gap: 'evaluation',
  topic: '',
  header: '',
  isMultiple: true,
  answers: [TESTED, SHOWN, NOT_TESTED, SILENT],
};
const source = { rater: 'Form', evidenceDate: '2024-12-16' as IsoDate, evidenceLink: 'x' };
const answered = (...rules: AnswerRule[]) => ({ header: 'Q', cell: ' said\r\nso ', rules });

describe('answerKey()', () => {
  it('compares answers up to the explanation, without their final stop', () => {
    expect(answerKey('Documentation is complete: it exists.')).toBe(answerKey('documentation is  complete.'));
  });
});

describe('questionReader()', () => {
  const { read } = questionReader(question);

  it.each<[string, readonly AnswerRule[] | null]>([
    ['Tested: in the field', [TESTED]],
    ['["Other","Tested"]', [SILENT, TESTED]],
    ['tested, shown to some', [TESTED, SHOWN]],
    ['Tested\nsomething else', [TESTED]],
    ['something else', []],
    ['[not json', []],
    ['N/A', null],
    [' ', null],
    ['[]', null],
  ])('reads %j', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });
});

describe('combineAnswers()', () => {
  it('takes the highest level shown', () => {
    expect(combineAnswers('evaluation', [answered(SHOWN), answered(TESTED)], source)).toMatchObject({
      level: 2,
    });
  });

  it('holds it down to the lowest limit and says so', () => {
    const result = combineAnswers('evaluation', [answered(TESTED), answered(NOT_TESTED)], source);
    expect(result).toMatchObject({ level: 1, note: expect.stringContaining('no more than level 1') });
    expect(result?.evidence).toHaveLength(2);
  });

  it('takes the lowest of several limits', () => {
    const answers = [rule('a', 2, 2), rule('b', null, 0), rule('c', null, 1)].map((r) => answered(r));
    expect(combineAnswers('evaluation', answers, source)).toMatchObject({ level: 0 });
  });

  it('leaves the gap unknown when no answer shows a level', () => {
    expect(combineAnswers('evaluation', [], source)).toBeUndefined();
    expect(
      combineAnswers('evaluation', [answered(SILENT), answered(rule('x', null, 2))], source),
    ).toBeUndefined();
  });

  it('keeps each telling answer as evidence with its question and date', () => {
    const result = combineAnswers('evaluation', [answered(SHOWN, TESTED), answered(SILENT)], source);
    expect(result?.evidence).toEqual([
      { kind: 'document', datedOn: '2024-12-16', link: 'x', note: 'said\nso', sourceQuestion: 'Q' },
    ]);
  });
});
