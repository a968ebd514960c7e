import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameHeaders } from '#shared/intake/headers.ts';
import { textKey } from '#shared/intake/text-key.ts';

describe('nameHeaders()', () => {
  it('tells repeated headers apart by number and keeps the source text', () => {
    const headers = nameHeaders(['If Other, please explain.', 'Stage', 'If Other,\r\nplease explain. ']);
    expect(headers.map((h) => h.name)).toEqual([
      'If Other, please explain.',
      'Stage',
      'If Other, please explain. (2)',
    ]);
    expect(headers[2]).toMatchObject({ index: 2, source: 'If Other,\r\nplease explain. ' });
  });

  it('calls blank headers by their place', () => {
    expect(nameHeaders(['Name', ' ', ''], 4).map((h) => h.name)).toEqual([
      'Name',
      'Column 2',
      'Column 3',
      'Column 4',
    ]);
  });

  it('does not give a repeat the name another column has', () => {
    expect(nameHeaders(['a', 'a', 'a (2)']).map((h) => h.name)).toEqual(['a', 'a (3)', 'a (2)']);
  });

  it('names every column once, whatever the headers', () => {
    const header = fc.oneof(fc.constantFrom('a', 'A ', 'a (2)', '', 'Column 2', '__proto__'), fc.string());
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (cells) => {
        const headers = nameHeaders(cells);
        expect(headers).toHaveLength(cells.length);
        expect(new Set(headers.map((h) => textKey(h.name))).size).toBe(cells.length);
      }),
    );
  });
});
