declare global {
  /** Read by react-remove-scroll through get-nonce, whatever the bundler is. */
  var __webpack_nonce__: string | undefined;
}

/**
 * The nonce this page was served with, or '' when the page carries none (a development server with a looser policy).
 * Vite writes it on a meta tag; the script tag has it too. The attribute is emptied by the browser, the property is not.
 */
export function readNonce(root: ParentNode): string {
  for (const selector of ['meta[property="csp-nonce"]', 'script[nonce]']) {
    const nonce = root.querySelector<HTMLElement>(selector)?.nonce;
    if (nonce) return nonce;
  }
  return '';
}
