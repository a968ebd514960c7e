import { useEffect } from 'react';
import { readNonce } from '../../app/nonce.ts';

/** Puts a style sheet into the page while the caller is shown; @page rules cannot be scoped to an element. */
export function usePageStyle(css: string): void {
  useEffect(() => {
    const style = document.createElement('style');
    const nonce = readNonce(document);
    if (nonce !== '') style.nonce = nonce;
    style.textContent = css;
    document.head.append(style);
    return () => style.remove();
  }, [css]);
}
