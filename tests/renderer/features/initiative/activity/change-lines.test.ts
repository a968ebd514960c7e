import { describe, expect, test } from 'vitest';
import { changeLines, undoWords } from '#renderer/features/initiative/activity/change-lines.ts';

const text = (words: string) => ({ type: 'text', text: words }) as const;

describe('changeLines()', () => {
  test('says the subject once and the amount without its label', () => {
    const lines = changeLines([
      {
        subject: '“Model usage”, 2026-08',
        action: 'changed',
        fields: [{ label: 'Amount', before: { type: 'money', minor: 1 }, after: null }],
      },
      {
        subject: 'Incident',
        action: 'added',
        fields: [
          { label: 'Severity', before: null, after: text('3') },
          { label: 'Opened on', before: null, after: text('1 Jan 2026') },
        ],
      },
      { subject: 'Use of “X”', action: 'removed', fields: [] },
    ]);
    expect(lines.map((line) => [line.subject, line.field, line.isWhole])).toEqual([
      ['“Model usage”, 2026-08', '', false],
      ['Incident', 'Severity', false],
      ['', 'Opened on', false],
      ['Use of “X”', '', true],
    ]);
  });
});

describe('undoWords()', () => {
  test.each([
    [
      { status: 'ahead', steps: 1, nextLabel: 'X' } as const,
      false,
      /^1 later step has to be undone first.*“X”/,
    ],
    [{ status: 'ahead', steps: null, nextLabel: 'X' } as const, false, /^More than 2,000/],
    [{ status: 'closed', refusal: 'Closed for ever.' } as const, false, /^Closed for ever\.$/],
    [{ status: 'none' } as const, true, /^It is undone/],
    [{ status: 'none' } as const, false, /^$/],
  ])('tells %j', (undo, isUndone, words) => {
    expect(undoWords(undo, isUndone)).toMatch(words);
  });
});
