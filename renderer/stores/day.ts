import { create } from 'zustand';
import type { IsoDate } from '#shared/domain/units.ts';

export interface DayState {
  /** The past day the whole app shows the portfolio as of; null = today. */
  readonly day: IsoDate | null;
}

/** Never kept: the app opens on today. */
export const useDay = create<DayState>()(() => ({ day: null }));
