import { useCallback, useSyncExternalStore } from 'react';

/** A place in the app: `#/register?verdict=kill` is path '/register' and search 'verdict=kill'. */
export interface Place {
  readonly path: string;
  readonly search: string;
}

/** Reads a location hash. Anything that is not `#/...` (nothing, a start code) is the home. */
export function parseHash(hash: string): Place {
  if (!hash.startsWith('#/')) return { path: '/portfolio', search: '' };
  const [path = '', ...rest] = hash.slice(1).split('?');
  const trimmed = path.replace(/\/+$/, '');
  return { path: trimmed === '' ? '/portfolio' : trimmed, search: rest.join('?') };
}

/** What keeps the heading's focus: the screen and its subject, not the tab or the filter within it. */
export function screenKey(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

/** The hash of a route with its query; empty and undefined values are left out. */
export function hrefTo(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, value);
  }
  // Commas and colons are legal in a fragment; left readable, the address can be typed.
  const text = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `#${path}${text === '' ? '' : `?${text}`}`;
}

const CHANGED = 'hashchange';
let navigations = 0;

/** How many times this page has navigated; 0 on the first screen, which must not steal focus. */
export function navigationCount(): number {
  return navigations;
}

/** Counts a step to another screen that leaves the address as it is: the same route on another day. */
export function noteNavigation(): void {
  navigations += 1;
}

/** Goes to a route such as '/register?verdict=kill'; `replace` leaves no step in the history. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.replace(/^#/, '')}`;
  if (hash === window.location.hash) return;
  if (options.replace) {
    history.replaceState(history.state, '', hash);
    // replaceState is silent; the hooks below listen to this event.
    window.dispatchEvent(new HashChangeEvent(CHANGED));
  } else {
    window.location.hash = hash;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

// Counted once for the page, however many hooks listen, and before any of them renders.
if (typeof window !== 'undefined') {
  window.addEventListener(CHANGED, () => {
    navigations += 1;
  });
}

const path = () => parseHash(window.location.hash).path;
const search = () => parseHash(window.location.hash).search;

/** The location hook wouter's Router takes. */
export function useHashLocation(): [string, (to: string, options?: { replace?: boolean }) => void] {
  const current = useSyncExternalStore(subscribe, path);
  return [current, useCallback((to, options) => navigate(to, options), [])];
}

/** The search hook wouter's Router takes. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, search);
}
