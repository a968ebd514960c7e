import { useSyncExternalStore } from 'react';

/** Asked of the page once and after each change of size: the question alone makes the browser lay out what is pending. */
let known: number | undefined;

function remSize(): number {
  known ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return known;
}

function subscribe(listener: () => void): () => void {
  const onResize = () => {
    known = undefined;
    listener();
  };
  window.addEventListener('resize', onResize);
  return () => window.removeEventListener('resize', onResize);
}

/** Pixels of 1 rem: row heights of a virtual list are pixels, ours are rem so that they grow with the text. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, remSize);
}
