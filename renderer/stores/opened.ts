import { create } from 'zustand';

interface Opened {
  /** How many times the page was given another file to show; what a screen holds of its own ends with each. */
  readonly count: number;
}

/** Counted from the load of the page; 0 while it shows the file it began with. */
export const useOpened = create<Opened>()(() => ({ count: 0 }));

/** Another file is open, or another content in the same place. */
export function noteOpened(): void {
  useOpened.setState(({ count }) => ({ count: count + 1 }));
}
