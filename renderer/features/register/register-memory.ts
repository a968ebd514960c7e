import { create } from 'zustand';

interface RegisterMemory {
  /** The line the keyboard stands on, see `itemKey`; null before the first move. */
  readonly activeKey: string | null;
  /** The same when that line is an initiative. */
  readonly activeId: string | null;
  readonly scrollTop: number;
  readonly scrollLeft: number;
  /** Keys of the groups whose rows are put away. */
  readonly collapsed: ReadonlySet<string>;
}

/** Where a person stood in the register, so that coming back from an initiative finds the same place. Forgotten with the page. */
export const useRegisterMemory = create<RegisterMemory>()(() => ({
  activeKey: null,
  activeId: null,
  scrollTop: 0,
  scrollLeft: 0,
  collapsed: new Set(),
}));

/** Puts the rows of a group away or brings them back. */
export function setCollapsed(key: string, isCollapsed: boolean): void {
  const collapsed = new Set(useRegisterMemory.getState().collapsed);
  if (isCollapsed) collapsed.add(key);
  else collapsed.delete(key);
  useRegisterMemory.setState({ collapsed });
}

/** Puts the rows of exactly these groups away. */
export function collapseAll(keys: readonly string[]): void {
  useRegisterMemory.setState({ collapsed: new Set(keys) });
}
