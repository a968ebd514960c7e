import { describe, expect, it } from 'vitest';
import { refuseBinaryText, sniffKind } from '#shared/intake/sniff.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...p].map((c) => c.charCodeAt(0)) : p)));

describe('sniffKind()', () => {
  it('takes a ZIP container for a workbook and anything without a signature for text', () => {
    expect(sniffKind(bytes('PK', [3, 4]))).toBe('zip');
    expect(sniffKind(bytes('name,stage\n'))).toBe('text');
    expect(sniffKind(bytes('PK,stage\n'))).toBe('text');
  });

  it.each<[string, Uint8Array, string]>([
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'this is a PNG picture, not a spreadsheet'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'a JPEG picture'],
    ['a PDF', bytes('%PDF-1.7'), 'a PDF document'],
    ['a gzip', bytes([0x1f, 0x8b, 8, 0]), 'a gzip archive'],
    ['a web page under an .xls name', bytes('  <!DOCTYPE html><table>'), 'a web page'],
    ['XML with a byte-order mark', bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0"?>'), 'an XML file'],
    ['a database', bytes('SQLite format 3', [0]), 'Use Open'],
  ])('refuses %s by what it is', (_, file, words) => {
    expect(() => sniffKind(file)).toThrow(
      expect.objectContaining({ code: 'not_a_spreadsheet', message: expect.stringContaining(words) }),
    );
  });

  it('refuses an old or protected workbook with what to do', () => {
    expect(() => sniffKind(bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toThrow(
      expect.objectContaining({ code: 'old_excel', message: expect.stringContaining('save it as .xlsx') }),
    );
  });

  it('refuses an empty file', () => {
    expect(() => sniffKind(new Uint8Array())).toThrow(expect.objectContaining({ code: 'empty_file' }));
  });
});

describe('refuseBinaryText()', () => {
  it('refuses text that is mostly control characters and lets a stray one pass', () => {
    expect(() => refuseBinaryText('\u0001\u0002\u0003\u0004abc')).toThrow(
      expect.objectContaining({ code: 'not_a_spreadsheet' }),
    );
    expect(() => refuseBinaryText('name\u000b,stage\n')).not.toThrow();
  });
});
