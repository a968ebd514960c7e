import type { PolicyField } from '../policy-field.ts';
import { choice, number, percent } from './define.ts';

const MONEY = { group: 'money' } as const;

/** How money at different times is put side by side. */
export const MONEY_FIELDS: readonly PolicyField[] = [
  percent(
    { ...MONEY, source: '1.1, 8.6' },
    {
      path: 'discountRate',
      label: 'Discount rate',
      reason:
        'What money later is worth today, as an effective rate a year. Published studies of total economic impact assume 10 %, public appraisals 7 % in real terms. Take your own cost of capital and add nothing for risk: risk lives in the probabilities.',
    },
    { unit: '% a year', min: 0, max: 0.5, step: 0.005 },
  ),
  choice(
    { ...MONEY, source: '1.1' },
    {
      path: 'timing',
      label: 'Money of a month falls due',
      reason:
        'At the end of the month any spreadsheet gives the same figure: the first outlay plus NPV of the months. The middle suits flows that are spread evenly over the month.',
    },
    [
      { value: 'end', name: 'at its end' },
      { value: 'mid', name: 'in its middle' },
    ],
  ),
  number(
    { ...MONEY, source: '8.6' },
    {
      path: 'horizonMonths',
      label: 'Horizon',
      reason:
        'How far forward benefits and costs are counted. Published studies use tables of three years. Our judgement: token prices and models age too fast to look further.',
    },
    { unit: 'months', min: 12, max: 120, step: 1 },
  ),
];
