import { dataConfidence } from '../decision/confidence.ts';
import { asOfDay, effectiveLevel } from '../decision/evidence.ts';
import { halved } from '../decision/half-life.ts';
import { readinessOf, scoreGaps } from '../decision/readiness.ts';
import { GAPS, type Level } from '../domain/gap.ts';
import type { Assessment } from '../domain/initiative.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';
import { AS_OF, day, monthsAgo, outcomeLine, rating } from './example-records.ts';
import type { Answer, FormulaEntry } from './formula.ts';

const JUDGE = asOfDay(AS_OF, DEFAULT_POLICY);
/** Nine months of 30.4375 days: three fresh ones and one half-life. */
const NINE_MONTHS = 9 * 30.4375;

export const SCORING_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'gap-level',
    name: 'Level of a gap',
    statement: 'level = lower median of the latest rating of each rater',
    convention:
      'Levels 0 absent, 1 ad hoc, 2 partial, 3 in place and tested, 4 proven in production. Floors of the gates use this raw level. Its evidence is the best among the ratings that carry it.',
    edgeCases: [
      { when: 'Never assessed', answer: 'none', run: () => levelOf([]) },
      {
        when: 'Ratings of 1, 2 and 4',
        answer: '2',
        run: () =>
          levelOf([
            rating('data', 1),
            rating('data', 2, { rater: 'two' }),
            rating('data', 4, { rater: 'three' }),
          ]),
      },
    ],
    example: {
      inputs: 'two raters: 2 and 3',
      compute: () => levelOf([rating('data', 2), rating('data', 3, { rater: 'two' })]),
      expected: 2,
      tolerance: 0,
      unit: 'level',
    },
    source: 'Ours; medians are the usual summary of ordinal ratings.',
    judgement: 'The lower of two middle ratings: doubt does not raise a level.',
    code: { 'shared/decision/readiness.ts': 'scoreGaps' },
  },
  {
    id: 'evidence-quality',
    name: 'Evidence quality',
    statement: 'q = g × 2^(−age / 6)',
    convention:
      'Grade g: opinion 0.4, document 0.6, test result 0.8, production telemetry or audit 1. Age in months of 30.4375 days. Below 0.25 a gate calls the level unknown: stale wins over low.',
    edgeCases: [
      {
        when: 'An opinion of 124 days (4.1 months): from here on stale',
        answer: '0.249841',
        run: () => qualityOf('opinion', '2026-03-29'),
      },
      { when: 'Dated in the future of the clock: no age', answer: '1', run: () => halved(-2) },
    ],
    example: {
      inputs: 'a test result of 183 days',
      compute: () => qualityOf('test', '2026-01-29'),
      expected: 0.39943,
      tolerance: 5e-6,
      unit: 'quality 0 to 1',
    },
    source: 'Exponential ageing.',
    judgement: 'Grades, the half-life of 6 months (two review cycles) and the mark of 0.25.',
    code: { 'shared/decision/evidence.ts': 'asOfDay', 'shared/decision/half-life.ts': 'halved' },
  },
  {
    id: 'effective-level',
    name: 'Effective level',
    statement:
      's_c = min(level, limit of the evidence)\nf = 1 up to 3 months, then 2^(−(age − 3) / 6)\ns_eff = f × s_c + (1 − f) × min(s_c, 1)',
    convention:
      'Limit: opinion 2, document or test result 3, production telemetry or audit 4. Used in readiness only; without fresh evidence the score drifts to "ad hoc", never up.',
    edgeCases: [
      {
        when: 'No evidence attached to a level of 3',
        answer: '1',
        run: () => effectiveLevel(3, null, DEFAULT_POLICY),
      },
      {
        when: 'A level of 4 on a fresh opinion',
        answer: '2',
        run: () =>
          effectiveLevel(4, { kind: 'opinion', datedOn: AS_OF, ageDays: 0, quality: 0.4 }, DEFAULT_POLICY),
      },
    ],
    example: {
      inputs: 'level 4 on telemetry of nine months',
      compute: () =>
        effectiveLevel(
          4,
          { kind: 'telemetry', datedOn: AS_OF, ageDays: NINE_MONTHS, quality: 0 },
          DEFAULT_POLICY,
        ),
      expected: 2.5,
      tolerance: 1e-12,
      unit: 'level',
    },
    source: 'Ours.',
    judgement: 'The whole of it: limits, three fresh months, half-life.',
    code: { 'shared/decision/evidence.ts': 'effectiveLevel' },
  },
  {
    id: 'readiness',
    name: 'Readiness (R)',
    statement: 'R = 25 × sum over the five gaps of w_k × s_eff,k',
    convention:
      '0 to 100; weights are fractions that sum to 1, 0.2 each by default. Rounded to 1e−9, so that 75 is 75; printed rounded down. Ordinal levels are treated as intervals, which the floors and the flip list keep in bounds.',
    edgeCases: [
      {
        when: 'A gap never assessed',
        answer: 'unknown: a level for Organizational change',
        run: () => readinessAnswer([3, 2, 3, 4]),
      },
    ],
    example: {
      inputs: 'levels 3, 2, 3, 4, 2, all on telemetry of today, equal weights',
      compute: () => readinessAnswer([3, 2, 3, 4, 2]),
      expected: 70,
      tolerance: 0,
      unit: 'points of 100',
    },
    source: 'Weighted sum; equal weights after Dawes 1979.',
    judgement: 'Equal weights; 75 to enter SCALE, 70 to stay in it.',
    code: { 'shared/decision/readiness.ts': 'readinessOf' },
  },
  {
    id: 'data-confidence',
    name: 'Data confidence (C)',
    statement: 'C = 1/2 × mean of q_k + 1/2 × sum over outcome lines of share_l × m_l × f_l',
    convention:
      'Lines active in one of the last 3 closed months; share by planned benefit, equal parts without a plan; m: holdout 1, before and after or log count 0.8, survey 0.5, estimate 0.3; f = measured months / 3. Rounded to 1e−9.',
    edgeCases: [
      { when: 'No active outcome line: the second half is 0', answer: '0.4', run: () => confidenceOf(0, 3) },
      { when: 'Measured in two of the three months', answer: '0.666667', run: () => confidenceOf(1, 2) },
    ],
    example: {
      inputs:
        'five gaps on fresh test results (0.8 each), one line by log count, measured in all three months',
      compute: () => confidenceOf(1, 3),
      expected: 0.8,
      tolerance: 1e-12,
      unit: 'confidence 0 to 1',
    },
    source: 'Ours.',
    judgement: 'Halves, grades and the mark of 0.50 below which rules of value do not fire.',
    code: { 'shared/decision/confidence.ts': 'dataConfidence' },
  },
];

function levelOf(ratings: readonly Assessment[]): Answer {
  return scoreGaps(ratings, 'limited', DEFAULT_POLICY, JUDGE).data.score.level ?? 'none';
}

function qualityOf(kind: 'opinion' | 'test', datedOn: string): number {
  return JUDGE.judge({ kind, datedOn: day(datedOn) }).quality;
}

function readinessAnswer(levels: readonly Level[]): Answer {
  const ratings = levels.flatMap((level, i) => {
    const gap = GAPS[i];
    return gap === undefined ? [] : [rating(gap, level)];
  });
  const readiness = readinessOf(scoreGaps(ratings, 'limited', DEFAULT_POLICY, JUDGE), DEFAULT_POLICY);
  if (readiness.status === 'known') return readiness.value;
  return readiness.status === 'unknown'
    ? `unknown: ${readiness.missing.map(({ text }) => text).join(', ')}`
    : readiness.status;
}

/** C with all gaps on test results of today and `lines` outcome lines measured in `measured` of three months. */
function confidenceOf(lines: 0 | 1, measured: number): number {
  const gaps = scoreGaps(
    GAPS.map((gap) => rating(gap, 3, { kind: 'test' })),
    'limited',
    DEFAULT_POLICY,
    JUDGE,
  );
  const line = outcomeLine({ method: 'log_count' });
  const months = [2, 1, 0].map((back, i) => ({
    month: monthsAgo(back),
    lines: lines === 0 ? [] : [{ lineId: line.id, actual: i < measured ? 1 : null, plan: 0 }],
  }));
  return dataConfidence(gaps, lines === 0 ? [] : [line], months, DEFAULT_POLICY);
}
