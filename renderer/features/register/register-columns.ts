import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { GAP_NAMES, GAPS, type Gap } from '#shared/domain/gap.ts';
import { STAGES } from '#shared/domain/stage.ts';
import { RULE_IDS, VERDICTS } from '#shared/domain/verdict.ts';

export const COLUMN_IDS = [
  'name',
  'unit',
  'stage',
  'verdict',
  'readiness',
  'value',
  'cost3',
  'net3',
  'closedMonths',
  'gates',
  ...GAPS,
  'businessOwner',
  'technicalOwner',
  'lastChangedAt',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** What a column compares by. undefined = unmeasured or unnamed: always last, whichever way the column is sorted. */
export type SortValue = string | number | undefined;

export interface RegisterColumn {
  readonly id: ColumnId;
  readonly header: string;
  /** In full, for the tooltip and the screen reader. */
  readonly title: string;
  /** rem. */
  readonly width: number;
  /** Share of the room a wide screen has left over; 0 = stays as it is. */
  readonly growth: number;
  readonly isNumber: boolean;
  readonly startsDescending: boolean;
  readonly sortValue: (row: RegisterRow) => SortValue;
}

/** Blank text sorts as missing. */
export function textSortValue(text: string): SortValue {
  return text.trim() === '' ? undefined : text;
}

/** null and everything that is no finite number sort as missing. */
export function numberSortValue(value: number | null | undefined): SortValue {
  return value === null || value === undefined || !Number.isFinite(value) ? undefined : value;
}

/** Verdict, worst first, then the order of the rules; no verdict is missing. */
export function verdictSortValue(row: RegisterRow): SortValue {
  if (row.verdict === null) return undefined;
  const rule = row.rule === null ? RULE_IDS.length : RULE_IDS.indexOf(row.rule);
  return VERDICTS.indexOf(row.verdict) * 100 + rule;
}

/** Along the road from idea to retired; within a stage the unpaused first. */
export function stageSortValue(row: RegisterRow): SortValue {
  return STAGES.indexOf(row.stage) * 2 + (row.isPaused ? 1 : 0);
}

/** Share of the asked gates that pass; nothing asked is missing, not zero. */
export function gatesSortValue(row: RegisterRow): SortValue {
  return row.gatesAsked === 0 ? undefined : row.gatesPassed / row.gatesAsked;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Orders two present values: numbers by size, text as people order it (case and accents aside, 2 before 10). */
export function compareSortValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}

const GAP_HEADERS: Readonly<Record<Gap, string>> = {
  data: 'Dat',
  integration: 'Int',
  evaluation: 'Eva',
  governance: 'Gov',
  change: 'Chg',
};

const GROWTH: Partial<Record<ColumnId, number>> = { name: 3, unit: 2, businessOwner: 1, technicalOwner: 1 };

const text = (
  id: ColumnId,
  header: string,
  width: number,
  sortValue: RegisterColumn['sortValue'],
  title = header,
): RegisterColumn => ({
  id,
  header,
  title,
  width,
  growth: GROWTH[id] ?? 0,
  isNumber: false,
  startsDescending: false,
  sortValue,
});

const figure = (
  id: ColumnId,
  header: string,
  width: number,
  title: string,
  sortValue: RegisterColumn['sortValue'],
): RegisterColumn => ({
  id,
  header,
  title,
  width,
  growth: 0,
  isNumber: true,
  startsDescending: true,
  sortValue,
});

/** The columns of the register in their order; widths leave room for the longest usual content. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  text('name', 'Initiative', 15, (row) => textSortValue(row.name)),
  text('unit', 'Unit', 9, (row) => textSortValue(row.unit)),
  text('stage', 'Stage', 10.25, stageSortValue),
  text('verdict', 'Verdict', 8.5, verdictSortValue, 'Verdict and the rule that decided'),
  figure('readiness', 'R', 3, 'Readiness, 0 to 100', (row) => numberSortValue(row.readiness)),
  figure(
    'value',
    'E, forecast',
    5.75,
    'Expected value E of going on against stopping: forecast, present value over the horizon, simulated',
    (row) => numberSortValue(row.value),
  ),
  figure('cost3', 'Cost 3 m', 5.25, 'Cost of the last 3 closed months, actual, undiscounted', (row) =>
    numberSortValue(row.cost3),
  ),
  figure('net3', 'Net 3 m', 5.25, 'Net value of the last 3 closed months, actual, undiscounted', (row) =>
    numberSortValue(row.net3),
  ),
  figure(
    'closedMonths',
    'Months',
    3.75,
    'Complete months: closed, with every active cost and an outcome measured',
    (row) => numberSortValue(row.closedMonths),
  ),
  figure('gates', 'Gates', 3.5, 'Gates passed of those the stage asks for', gatesSortValue),
  ...GAPS.map(
    (gap): RegisterColumn => ({
      ...figure(gap, GAP_HEADERS[gap], 2.5, `${GAP_NAMES[gap]}, level 0 to 4`, (row) =>
        numberSortValue(row.levels[gap]),
      ),
      startsDescending: false,
    }),
  ),
  text('businessOwner', 'Business owner', 11, (row) => textSortValue(row.businessOwner)),
  text('technicalOwner', 'Technical owner', 11, (row) => textSortValue(row.technicalOwner)),
  {
    ...text('lastChangedAt', 'Last changed', 6.5, (row) => textSortValue(row.lastChangedAt)),
    startsDescending: true,
  },
];
