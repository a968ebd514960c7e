import { useSyncExternalStore } from 'react';

const remSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Pixels of 1 rem: row heights of a virtual list are pixels, ours are rem so that they grow with the text. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, remSize);
}
