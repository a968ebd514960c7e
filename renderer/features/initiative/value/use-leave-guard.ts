import { useCallback, useEffect, useState } from 'react';
import { navigate } from '../../../app/hash-location.ts';
import { guardDay } from '../../../app/show-day.ts';
import { useStatus } from '../../../app/use-call.ts';

export interface LeaveGuard {
  /** Somebody wants to go elsewhere: ask. */
  readonly isAsking: boolean;
  readonly stay: () => void;
}

/**
 * Holds the page back from going elsewhere while something on it would be lost, and asks. Goes before every other
 * listener, so that nothing of the app has moved when the answer is to stay. To leave, drop what would be lost:
 * the page then goes where it was asked to.
 */
export function useLeaveGuard(isNeeded: boolean): LeaveGuard {
  /** A place, the step to another day, or closing the window. */
  const [wanted, setWanted] = useState<string | (() => void) | null>(null);
  const host = useStatus().data?.host;

  useEffect(() => {
    if (!isNeeded) return;
    const here = window.location.hash;
    const onHash = (event: HashChangeEvent) => {
      const there = window.location.hash;
      if (there === here) return;
      event.stopImmediatePropagation();
      history.replaceState(history.state, '', here);
      setWanted(there);
    };
    window.addEventListener('hashchange', onHash, { capture: true });
    return () => window.removeEventListener('hashchange', onHash, { capture: true });
  }, [isNeeded]);

  useEffect(() => (isNeeded ? guardDay((go) => setWanted(() => go)) : undefined), [isNeeded]);

  // A browser asks by itself. A desktop window has no dialog of its own for this, it would just not close: so the page
  // asks, and closes the window once it may.
  useEffect(() => {
    if (!isNeeded) return;
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      if (host === 'desktop') setWanted(() => () => window.close());
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [isNeeded, host]);

  // Once nothing is left to lose, the way is free.
  useEffect(() => {
    if (isNeeded || wanted === null) return;
    setWanted(null);
    if (typeof wanted === 'string') navigate(wanted);
    else wanted();
  }, [isNeeded, wanted]);

  return {
    isAsking: isNeeded && wanted !== null,
    stay: useCallback(() => setWanted(null), []),
  };
}
