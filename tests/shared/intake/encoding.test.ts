import { describe, expect, it } from 'vitest';
import { decodeText, type Encoding } from '#shared/intake/encoding.ts';

const TEXT = 'name;unit\nCafé “Nuñez”;Zürich\n';

function utf16(text: string, isBig: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), !isBig);
  return bytes;
}

const windows1252 = Uint8Array.from([...TEXT].map((c) => ({ '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0)));
const utf8 = new TextEncoder().encode(TEXT);

describe('decodeText()', () => {
  it.each<[string, Uint8Array, Encoding, string]>([
    ['UTF-8 without a mark', utf8, 'utf-8', 'certain'],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8', 'certain'],
    ['UTF-16 LE with a mark', utf16(TEXT, false, true), 'utf-16le', 'certain'],
    ['UTF-16 BE with a mark', utf16(TEXT, true, true), 'utf-16be', 'certain'],
    ['UTF-16 LE without a mark', utf16(TEXT, false, false), 'utf-16le', 'guess'],
    ['UTF-16 BE without a mark', utf16(TEXT, true, false), 'utf-16be', 'guess'],
    ['Windows-1252', windows1252, 'windows-1252', 'guess'],
  ])('reads %s, leaves the mark out and says how sure it is', (_, bytes, encoding, basis) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding, basis });
  });

  it('reads 0x80 of Windows-1252 as the euro sign', () => {
    expect(decodeText(Uint8Array.of(0x80, 0xe9)).text).toBe('€é');
  });

  it('does not take one stray NUL for UTF-16', () => {
    expect(decodeText(new TextEncoder().encode('a,b\n1,\0\n')).encoding).toBe('utf-8');
  });

  it('follows the choice of the user', () => {
    expect(decodeText(utf8, 'windows-1252')).toMatchObject({ basis: 'chosen', encoding: 'windows-1252' });
    expect(decodeText(utf8, 'windows-1252').text).toContain('CafÃ©');
  });

  it('refuses a chosen encoding that does not fit', () => {
    expect(() => decodeText(windows1252, 'utf-8')).toThrow(
      expect.objectContaining({ code: 'bad_encoding', message: expect.stringContaining('UTF-8') }),
    );
  });

  it('refuses bytes that contradict their own mark', () => {
    expect(() => decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0xe9, 0x20))).toThrow(
      expect.objectContaining({ code: 'bad_encoding' }),
    );
  });
});
