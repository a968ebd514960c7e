import { create } from 'zustand';

/** The initiatives a month is entered for, as chosen in the register; null = all that are active. */
export interface MonthChoice {
  readonly ids: ReadonlySet<string> | null;
}

/** Forgotten with the page. */
export const useMonthChoice = create<MonthChoice>()(() => ({ ids: null }));

/** Says for which initiatives the month screen asks. */
export function chooseForMonth(ids: readonly string[] | null): void {
  useMonthChoice.setState({ ids: ids === null ? null : new Set(ids) });
}
