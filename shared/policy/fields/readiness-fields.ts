import { GAP_NAMES, GAPS } from '../../domain/gap.ts';
import type { PolicyField } from '../policy-field.ts';
import { familyOf, member, number, percent } from './define.ts';

const READINESS = { group: 'readiness', source: '3.1' } as const;

const WEIGHTS = familyOf(
  'Weights of the gaps',
  'Must add up to 100 %. Equal by default: with weak evidence about weights, equal ones are hard to beat. Percentages quoted in the market ("85 % of failures trace to data") are no evidence for weights.',
  true,
);

const FLOORS = {
  pilot: familyOf(
    'Floors in pilot',
    'Lowest level each gap may have. Our judgement: a pilot needs lawful, named data; everything else may still be ad hoc, but not absent.',
  ),
  limited: familyOf(
    'Floors in limited production',
    'Our judgement: real users need data, evaluation and governance in place and tested; integration and change may still be partial.',
  ),
  scaled: familyOf(
    'Floors when scaled',
    'Our judgement: nothing is scaled on something untested. A mean cannot buy back a floor.',
  ),
};

/** The readiness score, and the levels no average makes up for. */
export const READINESS_FIELDS: readonly PolicyField[] = [
  number(
    { ...READINESS, source: '8.6' },
    {
      path: 'readinessEnter',
      label: 'Readiness to scale',
      reason: 'Our judgement: 75 of 100 is an average of level 3, "in place and tested".',
    },
    { unit: 'of 100', min: 0, max: 100, step: 1 },
  ),
  number(
    { ...READINESS, source: '3.5, 8.6' },
    {
      path: 'readinessLeave',
      label: 'Readiness to stay at SCALE',
      reason:
        'After a review that recommended SCALE readiness may fall to here. Our judgement: five points are about one level of one gap, so one piece of ageing evidence turns nothing.',
    },
    { unit: 'of 100', min: 0, max: 100, step: 1 },
  ),
  ...GAPS.map((gap) =>
    member(
      WEIGHTS,
      percent(
        READINESS,
        { path: `gapWeights.${gap}`, label: GAP_NAMES[gap], reason: WEIGHTS.reason },
        { unit: '%', min: 0, max: 1, step: 0.05 },
      ),
    ),
  ),
  ...(['pilot', 'limited', 'scaled'] as const).flatMap((stage) =>
    GAPS.map((gap) =>
      member(
        FLOORS[stage],
        number(
          { ...READINESS, source: '3.1, 8.2' },
          { path: `floors.${stage}.${gap}`, label: GAP_NAMES[gap], reason: FLOORS[stage].reason },
          { unit: 'level', min: 0, max: 4, step: 1 },
        ),
      ),
    ),
  ),
];
