import { type RefObject, useLayoutEffect, useState } from 'react';
import { useRegisterMemory } from './register-memory.ts';

export interface Sideways {
  readonly isScrolled: boolean;
  /** True once the columns beyond the first screen can be seen. */
  readonly showsFar: boolean;
}

/**
 * Watches how far the register is scrolled to the side, remembers where it stands, and goes back there when it opens.
 * While everything beyond the first screen is out of sight those cells are not made: half the work of every sort.
 * @param farStart where the far columns begin, in pixels.
 */
export function useSideways(scroller: RefObject<HTMLElement | null>, farStart: number): Sideways {
  const [sideways, setSideways] = useState<Sideways>({ isScrolled: false, showsFar: false });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const isScrolled = element.scrollLeft > 0;
      const showsFar = isScrolled || element.clientWidth > farStart;
      setSideways((now) =>
        now.isScrolled === isScrolled && now.showsFar === showsFar ? now : { isScrolled, showsFar },
      );
    };
    const onScroll = () => {
      look();
      useRegisterMemory.setState({ scrollTop: element.scrollTop, scrollLeft: element.scrollLeft });
    };
    const { scrollTop, scrollLeft } = useRegisterMemory.getState();
    element.scrollTo(scrollLeft, scrollTop);
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, farStart]);

  return sideways;
}
