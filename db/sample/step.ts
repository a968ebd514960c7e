import { formatMonth } from '#shared/domain/calendar.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../write.ts';
import { day } from './script.ts';

/** The day the sample is looked at, whatever the calendar says. */
export const SAMPLE_AS_OF: IsoDate = day('2026-09-30');

/** One command of the story: on which day, under which name, in which words, and what it does. */
export interface Step {
  readonly on: IsoDate;
  readonly name: string;
  readonly label: (db: ReadDb) => string;
  readonly run: (tx: Tx) => unknown;
}

/** Ids given while the story runs, by keys of the script. */
export type Ids = Map<string, string>;

/** The id given to a thing of the script. @throws Error when the story names it too early. */
export const idOf = (ids: Ids, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample names ${key} before it is made`);
  return id;
};

export const firstDayOf = (one: MonthIndex): IsoDate => day(`${formatMonth(one)}-01`);

/** The later of two days. */
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
