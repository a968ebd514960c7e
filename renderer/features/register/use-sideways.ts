import { type RefObject, useLayoutEffect, useState } from 'react';
import { useRegisterMemory } from './register-memory.ts';

export interface Sideways {
  readonly isScrolled: boolean;
  /** px between the edges of the table; 0 before it is measured. */
  readonly room: number;
}

/**
 * Watches how wide the register is and whether it is scrolled to the side, remembers where it stands, and goes back
 * there when it opens.
 */
export function useSideways(scroller: RefObject<HTMLElement | null>): Sideways {
  const [sideways, setSideways] = useState<Sideways>({ isScrolled: false, room: 0 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const show = (isScrolled: boolean, room: number) =>
      setSideways((now) => (now.isScrolled === isScrolled && now.room === room ? now : { isScrolled, room }));
    let room = element.clientWidth;
    const onScroll = () => {
      show(element.scrollLeft > 0, room);
      useRegisterMemory.setState({ scrollTop: element.scrollTop, scrollLeft: element.scrollLeft });
    };
    const { scrollTop, scrollLeft } = useRegisterMemory.getState();
    element.scrollTo(scrollLeft, scrollTop);
    show(scrollLeft > 0, room);
    const watcher = new ResizeObserver(() => {
      room = element.clientWidth;
      show(element.scrollLeft > 0, room);
    });
    watcher.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  return sideways;
}
