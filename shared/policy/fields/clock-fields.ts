import { type ActiveStage, STAGE_NAMES } from '../../domain/stage.ts';
import type { PolicyField } from '../policy-field.ts';
import { familyOf, member, number, percent } from './define.ts';

const CLOCKS = { group: 'clocks', source: '8.4, 8.6' } as const;

const MONTHS_NEEDED = familyOf(
  'Complete closed months needed',
  'Months with every active cost line valued and an outcome measured, before data count as sufficient. Our judgement: an idea has none to show; a pilot is judged from its second month, production on three, because every window of the rules is three months long.',
);

const ACTIVE_STAGES = ['idea', 'pilot', 'limited', 'scaled'] as const satisfies readonly ActiveStage[];

/** How long things may take, and how often they may happen. */
export const CLOCK_FIELDS: readonly PolicyField[] = [
  number(
    CLOCKS,
    {
      path: 'pilotTimeBoxMonths',
      label: 'Time-box of a pilot (K6)',
      reason:
        'The smaller of this and twice the planned months. A secondary source says large companies take nine months and more from pilot to production, mid-sized ones about three; nothing firmer was found.',
    },
    { unit: 'months', min: 1, max: 36, step: 1 },
  ),
  number(
    CLOCKS,
    {
      path: 'strikes',
      label: 'FIX decisions in a row, the next is a kill (K5)',
      reason: '"Three strikes and out" is common practice at stage gates: two fixes, then the third kills.',
    },
    { unit: 'reviews', min: 1, max: 6, step: 1 },
  ),
  number(
    CLOCKS,
    {
      path: 'killWatches',
      label: 'Kill watches in a row that become a kill (K4)',
      reason:
        'Value at or below zero with a low P is watched first. Our judgement: after two watches half a year has gone by and waiting has been tried.',
    },
    { unit: 'reviews', min: 1, max: 6, step: 1 },
  ),
  ...ACTIVE_STAGES.map((stage) =>
    member(
      MONTHS_NEEDED,
      number(
        { ...CLOCKS, source: '8.3' },
        {
          path: `closedMonthsNeeded.${stage}`,
          label: STAGE_NAMES[stage],
          reason: MONTHS_NEEDED.reason,
        },
        { unit: 'months', min: 0, max: 12, step: 1 },
      ),
    ),
  ),
  number(
    { ...CLOCKS, source: '8.4' },
    {
      path: 'tripwireGraceDays',
      label: 'Grace for measuring a tripwire (K2)',
      reason:
        'A tripwire that nobody has measured so long after its due date counts as missed. Our judgement: a month is enough to close a month.',
    },
    { unit: 'days', min: 0, max: 180, step: 5 },
  ),
  percent(
    { ...CLOCKS, source: '8.2' },
    {
      path: 'onTrackShare',
      label: 'On track from this share of the way (G2)',
      reason:
        'Way covered from baseline to target, against the share of time elapsed. Our judgement: at 80 % a slow start is forgiven and a standstill is not.',
    },
    { unit: '%', min: 0.1, max: 1, step: 0.05 },
  ),
  number(
    { ...CLOCKS, source: '8.2' },
    {
      path: 'evaluationMaxAgeDays',
      label: 'Oldest evaluation run that still proves something (G5)',
      reason: 'Our judgement: a quarter. Models, prompts and data change faster than one review to the next.',
    },
    { unit: 'days', min: 7, max: 730, step: 1 },
  ),
];
