import { create } from 'zustand';

interface RegisterMemory {
  /** The row the keyboard stands on; null before the first move. */
  readonly activeId: string | null;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** Where a person stood in the register, so that coming back from an initiative finds the same place. Forgotten with the page. */
export const useRegisterMemory = create<RegisterMemory>()(() => ({
  activeId: null,
  scrollTop: 0,
  scrollLeft: 0,
}));
