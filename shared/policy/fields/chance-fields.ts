import type { PolicyField } from '../policy-field.ts';
import { familyOf, member, number, percent } from './define.ts';

const CHANCE = { group: 'chance', source: '3.5, 8.6' } as const;
const SIMULATION = { group: 'chance', source: '4.2' } as const;

const CUTS = familyOf(
  'Cuts of P',
  'P is the chance that going on has a positive expected value. Our judgement: the sign of the expected value decides, P guards against noise. Killing needs P below the lowest cut, since a false kill can partly be undone by starting again while false persistence costs every quarter. Value counts as positive from the middle cut. Scaling multiplies exposure and is slow to reverse, hence the highest.',
);

const cut = (index: 0 | 1 | 2, label: string) =>
  member(
    CUTS,
    percent(
      CHANCE,
      { path: `probabilityCuts.${index}`, label, reason: CUTS.reason },
      { unit: '%', min: 0.01, max: 0.99, step: 0.01 },
    ),
  );

/** The bands of P, and how the simulation behind it is run. */
export const CHANCE_FIELDS: readonly PolicyField[] = [
  cut(0, 'Lowest, kill below'),
  cut(1, 'Middle, positive from'),
  cut(2, 'Highest, scale from'),
  percent(
    CHANCE,
    {
      path: 'deadBand',
      label: 'Dead-band around a cut',
      reason:
        'How far past a cut P must move, twice in a row, before the verdict follows. Our judgement, simulated: on a cut it leaves 0.45 changes of class in seven reviews; without any such rule there are 3.5.',
    },
    { unit: 'points', min: 0, max: 0.25, step: 0.01 },
  ),
  percent(
    CHANCE,
    {
      path: 'clearBreach',
      label: 'Clear breach of a cut',
      reason:
        'A fall this far below a cut counts at once and is not waited out. Our judgement: with it a collapse of value shows within two reviews.',
    },
    { unit: 'points', min: 0.01, max: 0.5, step: 0.01 },
  ),
  number(
    { ...SIMULATION, source: '4.2, 8.6' },
    {
      path: 'draws',
      label: 'Draws of a simulation',
      reason: 'With 10,000 draws the standard error of P is at most 0.5 points, a tenth of the dead-band.',
    },
    { unit: 'draws', min: 1000, max: 200_000, step: 1000 },
  ),
  number(
    SIMULATION,
    {
      path: 'mostDraws',
      label: 'Draws near a cut, at most',
      reason:
        'When a figure lies within two standard errors of a cut that counts, the same streams are drawn on up to here; what is still inside then is called "on the line".',
    },
    { unit: 'draws', min: 1000, max: 200_000, step: 10_000 },
  ),
  number(
    SIMULATION,
    {
      path: 'assetLoading',
      label: 'Pull of a shared asset',
      reason:
        'How strongly the volumes of initiatives that wait for the same shared asset move together. Our judgement: 0.5 makes two users of one asset correlate by 0.25.',
    },
    { unit: 'loading', min: 0, max: 0.97, step: 0.05 },
  ),
];
