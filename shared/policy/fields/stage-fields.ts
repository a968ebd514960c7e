import type { PolicyField } from '../policy-field.ts';
import { familyOf, member, number } from './define.ts';

const STAGES = { group: 'stages', source: '2.2' } as const;

const STEPS = {
  idea: familyOf(
    'From idea to pilot',
    'The chance of a step starts from so many imagined outcomes and learns from your own; after 20 own steps these weigh a third. Our judgement: an idea is as likely to be piloted as not.',
  ),
  pilot: familyOf(
    'From pilot to limited production',
    'Our judgement: three in ten. A survey snapshot has 40 % of piloted initiatives at ready or beyond, which is an upper bound: a snapshot is not a cohort.',
  ),
  limited: familyOf(
    'From limited production to scaled',
    'Our judgement: six in ten. What has reached real users has passed most of what stops a pilot.',
  ),
};

const COUNTS = { a: 'Succeeded', b: 'Stopped' } as const;

/** The chance to leave a stage upward, before own record. */
export const STAGE_FIELDS: readonly PolicyField[] = (['idea', 'pilot', 'limited'] as const).flatMap((stage) =>
  (['a', 'b'] as const).map((parameter) =>
    member(
      STEPS[stage],
      number(
        STAGES,
        {
          path: `stagePriors.${stage}.${parameter}`,
          label: COUNTS[parameter],
          reason: STEPS[stage].reason,
        },
        { unit: 'imagined', min: 0.5, max: 100, step: 0.5 },
      ),
    ),
  ),
);
