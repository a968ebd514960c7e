import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeCell, unescapeCell } from '#shared/intake/safe-cell.ts';

describe('escapeCell()', () => {
  it.each([
    '=1+1',
    '+1',
    '-1+cmd',
    '@SUM(A1)',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\u3000=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    ' \n=x',
  ])('puts an apostrophe before %j', (text) => {
    expect(escapeCell(text)).toBe(`'${text}`);
  });

  it.each(['', 'a=1', '12', 'x\n=1', "it's", "'quoted'", '(=1)', '\u2212 5 %'])('leaves %j alone', (text) => {
    expect(escapeCell(text)).toBe(text);
  });
});

describe('unescapeCell()', () => {
  it('keeps an apostrophe that was typed by a person', () => {
    expect(unescapeCell("'tis")).toBe("'tis");
    expect(unescapeCell("''=x")).toBe("'=x");
  });

  it('gives back exactly what was escaped, for any text', () => {
    const start = fc
      .array(fc.constantFrom("'", '=', '-', ' ', '\t', '\n', '\uff1d', '\u200b', 'a', '\0'), { maxLength: 6 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (before, after) => {
        const text = before + after;
        expect(unescapeCell(escapeCell(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('never lets an escaped text begin with a risky character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeCell(text)).not.toMatch(/^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
      }),
    );
  });
});
