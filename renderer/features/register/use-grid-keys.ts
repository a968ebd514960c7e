import type { KeyboardEvent, RefObject } from 'react';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { onGridKey } from './edit/grid-keys.ts';
import { isGroup, type RegisterItem } from './group-register.ts';
import { nextRowIndex } from './register-keys.ts';
import { setCollapsed } from './register-memory.ts';

interface GridKeys {
  readonly grid: RefObject<HTMLElement | null>;
  readonly items: readonly RegisterItem[];
  /** -1: no line is active. */
  readonly activeIndex: number;
  /** Lines that are in view at once. */
  readonly pageSize: () => number;
  readonly goTo: (index: number) => void;
  readonly open: (id: string) => void;
  readonly scrollSideways: (sign: -1 | 1) => void;
}

/**
 * The keys of the register: up and down from line to line, Enter opens an initiative and a group, left and right close
 * and open a group as in every tree, elsewhere they scroll sideways.
 */
export function useGridKeys(keys: GridKeys): (event: KeyboardEvent) => void {
  const { grid, items, activeIndex, pageSize, goTo, open, scrollSideways } = keys;
  const canWrite = useWritingOff() === null;
  return (event) => {
    if (event.target !== grid.current) return;
    const active = items[activeIndex];
    const activeId = active === undefined || isGroup(active) ? null : active.id;
    if (onGridKey(event, { activeId, canWrite })) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      if (isGroup(active)) setCollapsed(active.key, !active.isCollapsed);
      else open(active.id);
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      const isLeft = event.key === 'ArrowLeft';
      if (active !== undefined && isGroup(active) && active.isCollapsed !== isLeft) {
        setCollapsed(active.key, isLeft);
        return;
      }
      scrollSideways(isLeft ? -1 : 1);
      return;
    }
    const next = nextRowIndex(event.key, activeIndex, items.length, pageSize());
    if (next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
}
