import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, fingerprint, pageStyle } from '#renderer/features/report/page-style.ts';
import type { IsoDate } from '#shared/domain/units.ts';

/** Reads a CSS string literal as a browser does: escapes are a backslash, hex digits and one space. */
function readCssString(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6}) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

describe('cssString()', () => {
  it.each([
    ['Halden Mutual', '"Halden Mutual"'],
    ['A "quoted" name', '"A \\22 quoted\\22  name"'],
    ['back\\slash', '"back\\5c slash"'],
    ['</style>', '"\\3c /style>"'],
    ['two\nlines', '"two\\a lines"'],
  ])('writes %j as %s', (text, literal) => {
    expect(cssString(text)).toBe(literal);
  });

  it('holds any text without ending early, and is read back as the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), (text) => {
        const literal = cssString(text);
        expect(literal.slice(1, -1)).not.toMatch(/["\n\r\f<]/);
        expect(readCssString(literal)).toBe(text);
      }),
    );
  });
});

describe('fingerprint()', () => {
  it('is the first 16 hex digits of the audit head', () => {
    expect(fingerprint({ seq: 4, hash: '0123456789abcdef0123456789abcdef' })).toBe('0123456789abcdef');
  });

  it('says so when nothing has been recorded', () => {
    expect(fingerprint({ seq: 0, hash: '' })).toBe('nothing recorded yet');
  });
});

describe('pageStyle()', () => {
  const report = {
    portfolioName: 'Halden "Mutual"',
    title: 'Board report',
    asOf: '2026-09-30' as IsoDate,
    auditHead: { seq: 4, hash: '0123456789abcdef0123' },
  };

  it('sets the paper and puts fingerprint and page number on every page', () => {
    expect(pageStyle(report, 'A4')).toContain('size: A4;');
    expect(pageStyle(report, 'Letter')).toContain('size: letter;');
    expect(pageStyle(report, 'A4')).toContain('"Data fingerprint 0123456789abcdef"');
    expect(pageStyle(report, 'A4')).toContain('"Page " counter(page) " of " counter(pages)');
  });

  it('writes the name of the portfolio as one string', () => {
    expect(pageStyle(report, 'A4')).toContain('"Halden \\22 Mutual\\22 : board report as of 30 Sep 2026"');
  });
});
