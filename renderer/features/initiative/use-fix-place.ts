import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex]';

/** The place an address asks for, such as `evidence:data` in `?focus=evidence:data`; null = none. */
export function askedPlace(search: string): string | null {
  const place = new URLSearchParams(search).get('focus');
  return place !== null && /^[A-Za-z]+:[A-Za-z0-9_-]{1,64}$/.test(place) ? place : null;
}

/**
 * Leads to the place an address asks for: what carries it as `data-fix` comes into view and its first control takes the
 * focus, once for each time the address is followed. On a past day, when no control can be used, the place itself does.
 */
export function useFixPlace(tab: string, isThere: boolean): void {
  const place = askedPlace(useSearch());
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (place === null) {
      done.current = null;
      return;
    }
    const key = `${tab} ${place}`;
    if (!isThere || done.current === key) return;
    done.current = key;
    const found = document.querySelector<HTMLElement>(`[data-fix="${place}"]`);
    if (!found) return;
    const isUsable = (one: HTMLElement) => one.matches(FOCUSABLE) && !one.matches(':disabled');
    const control = isUsable(found)
      ? found
      : [...found.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => isUsable(one));
    found.scrollIntoView({ block: 'center' });
    if (control === undefined) found.tabIndex = -1;
    (control ?? found).focus({ preventScroll: true });
  }, [place, tab, isThere]);
}
