import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { MonthValue, ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import {
  costLine,
  date,
  lastMonths,
  money,
  monthly,
  outcomeLine,
  soundFacts,
  unitCounts,
} from '#tests/shared/decision/example-facts.ts';

/** The months of the story: April 2025 to September 2026. */
export const STORY_MONTHS = lastMonths(18);

/** The first, second, … month of the story, from 1 on. */
export const at = (number: number): MonthIndex => STORY_MONTHS[number - 1] as MonthIndex;

const NOT_MEASURED = 8;

/**
 * Eighteen closed months of an initiative in limited production since January 2026 (month 10), in EUR:
 * - build, once, 9,000.00 in month 1;
 * - platform (fixed) 200.00 and inference (variable) 300.00 a month, all 18;
 * - cost avoided, by log count, counted in full: 1,500.00 a month from month 4 on; month 8 was not measured;
 * - hours saved, by survey, of which half becomes money: 400.00 a month from month 10 on, so 200.00 claimed.
 * A plan of 600.00 of cost and 2,000.00 of benefit a month for months 16 to 18; 500 tasks attempted and 400 done in
 * each of them; and for months 17 and 18 a forecast of what the outcomes would be.
 */
export function story(): InitiativeFacts {
  const lines: ValueLine[] = [
    costLine('build', { category: 'integration_build', endsOn: at(1) }),
    costLine('platform', { category: 'platform' }),
    costLine('inference', { category: 'inference' }),
    outcomeLine('avoided', { startsOn: at(4) }),
    outcomeLine('hours', { outcomeKind: 'hours_saved', method: 'survey', startsOn: at(10) }),
  ];
  const from = (number: number) => STORY_MONTHS.slice(number - 1);
  const values: MonthValue[] = [
    ...monthly('build', [at(1)], 900_000),
    ...monthly('platform', STORY_MONTHS, 20_000),
    ...monthly('inference', STORY_MONTHS, 30_000),
    ...monthly(
      'avoided',
      from(4).filter((month) => month !== at(NOT_MEASURED)),
      150_000,
    ),
    ...monthly('hours', from(10), 40_000),
  ];
  const cell = (lineId: string, number: number, amount: number) => ({
    lineId,
    month: at(number),
    amount: money(amount),
  });
  return {
    ...soundFacts('limited', { stageEnteredOn: date('2026-01-01') }),
    lines,
    values,
    closedMonths: STORY_MONTHS,
    planVersions: [
      {
        id: 'p1',
        version: 1,
        inForceFrom: at(16),
        approvedOn: date('2026-06-15'),
        approvedBy: 'CFO',
        values: [16, 17, 18].flatMap((number) => [
          cell('inference', number, 60_000),
          cell('avoided', number, 180_000),
          cell('hours', number, 40_000),
        ]),
      },
    ],
    unitCounts: unitCounts(from(16), 400).map((count) => ({ ...count, attempts: 500 })),
    forecasts: [
      cell('avoided', 17, 180_000),
      cell('hours', 17, 40_000),
      cell('avoided', 18, 130_000),
      cell('hours', 18, 60_000),
    ],
  };
}
