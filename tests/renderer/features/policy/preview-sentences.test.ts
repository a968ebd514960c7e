import { describe, expect, it } from 'vitest';
import {
  becauseSentence,
  changeSentence,
  type Difference,
  type Preview,
  previewHeadline,
  problemSentence,
  waitingSentence,
} from '#renderer/features/policy/preview-sentences.ts';

function difference(isVerdictChanged: boolean, because: Difference['because']): Difference {
  return {
    id: 'a',
    name: 'Claims triage',
    from: { verdict: 'continue', rule: 'C1' },
    to: { verdict: 'hold', rule: 'H3' },
    isVerdictChanged,
    because,
  };
}

const TOGETHER = { kind: 'together' } as const;

function preview(change: Partial<Preview>): Preview {
  return { problems: [], changes: [], compared: 12, computing: 0, differences: [], ...change };
}

describe('previewHeadline()', () => {
  it.each([
    [preview({}), 'All 12 verdicts stay'],
    [preview({ compared: 1 }), 'The one verdict stays'],
    [preview({ compared: 0 }), 'No verdict to compare'],
    [preview({ differences: [difference(true, TOGETHER)] }), '1 of 12 verdicts changes'],
    [
      preview({ compared: 1200, differences: [difference(true, TOGETHER), difference(true, TOGETHER)] }),
      '2 of 1,200 verdicts change',
    ],
    [preview({ differences: [difference(false, TOGETHER)] }), 'All 12 verdicts stay'],
  ])('counts changed verdicts, not changed rules (%#)', (given, sentence) => {
    expect(previewHeadline(given)).toBe(sentence);
  });
});

describe('waitingSentence()', () => {
  it('says what is still being simulated', () => {
    expect(waitingSentence(preview({}))).toBe('');
    expect(waitingSentence(preview({ computing: 1 }))).toBe('1 more is being simulated under these values.');
    expect(waitingSentence(preview({ computing: 3 }))).toBe('3 more are being simulated under these values.');
    const reasons = preview({ differences: [difference(true, { kind: 'computing' })] });
    expect(waitingSentence(reasons)).toBe('The reasons are being simulated.');
  });
});

describe('becauseSentence()', () => {
  const setting = (name: string) => ({ name, paths: ['strikes'] });

  it.each([
    [difference(true, { kind: 'alone', settings: [setting('Horizon')] }), 'because of Horizon'],
    [
      difference(true, { kind: 'alone', settings: [setting('Horizon'), setting('Discount rate')] }),
      'because of Horizon and Discount rate: any one of them put back gives the old verdict back',
    ],
    [
      difference(false, { kind: 'alone', settings: [setting('A'), setting('B'), setting('C')] }),
      'because of A, B and C: any one of them put back gives the old rule back',
    ],
    [
      difference(true, TOGETHER),
      'by several changes at once: none of them put back alone gives the old verdict back',
    ],
    [difference(true, { kind: 'computing' }), 'the reason is being simulated'],
  ])('says which settings make the difference (%#)', (given, sentence) => {
    expect(becauseSentence(given)).toBe(sentence);
  });
});

describe('problemSentence()', () => {
  it.each([
    [
      'strikes',
      '“x” is not a number.',
      'FIX decisions in a row, the next is a kill (K5): “x” is not a number.',
    ],
    ['horizonMonths', 'Horizon must be 12.', 'Horizon must be 12.'],
    ['gapWeights', 'The weights must add up.', 'The weights must add up.'],
  ])('names the field of %s once', (path, message, sentence) => {
    expect(problemSentence(path, message)).toBe(sentence);
  });
});

describe('changeSentence()', () => {
  it('gives both values with their unit', () => {
    expect(changeSentence({ path: 'discountRate', name: 'Discount rate', from: 0.1, to: 0.08 })).toBe(
      '10\u00a0% a year to 8\u00a0% a year',
    );
  });

  it('does not quote a text', () => {
    expect(changeSentence({ path: 'anchors.data.0', name: '', from: 'Old.', to: 'New.' })).toBe('reworded');
  });
});
