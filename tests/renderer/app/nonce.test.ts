import { describe, expect, it } from 'vitest';
import { readNonce } from '#renderer/app/nonce.ts';

/** A page that answers only these selectors. */
const page = (nonces: Readonly<Record<string, string>>) =>
  ({
    querySelector: (selector: string) => (selector in nonces ? { nonce: nonces[selector] } : null),
  }) as unknown as ParentNode;

describe('readNonce()', () => {
  it('reads the meta tag, then a script tag, then gives up', () => {
    const [meta, script] = ['meta[property="csp-nonce"]', 'script[nonce]'];
    expect(readNonce(page({ [meta]: 'aaa', [script]: 'bbb' }))).toBe('aaa');
    expect(readNonce(page({ [meta]: '', [script]: 'bbb' }))).toBe('bbb');
    expect(readNonce(page({}))).toBe('');
  });
});
