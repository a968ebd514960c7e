import { describe, expect, it } from 'vitest';
import { searchFormulas } from '#renderer/features/settings/formulas/search-formulas.ts';
import { FORMULAS } from '#shared/formulas/catalogue.ts';

const found = (text: string) => searchFormulas(FORMULAS, text).map(({ id }) => id);

describe('searchFormulas()', () => {
  it.each(['', '   '])('leaves all for "%s"', (text) => {
    expect(searchFormulas(FORMULAS, text)).toBe(FORMULAS);
  });

  it.each([
    ['hysteresis band', 'band-step'],
    ['IRR several', 'headline-rate'],
    ['end of month', 'discount-factor'],
    ['end-of-month', 'discount-factor'],
    ['xirr.ts', 'xirr'],
    ['dixit', 'option-to-wait'],
    ['margin_not_positive', 'break-even-volume'],
    ['20,000 tasks 12 % retried', 'token-cost'],
  ])('finds by "%s" the formula %s', (text, id) => {
    expect(found(text)).toContain(id);
  });

  it('asks for every word, in any order', () => {
    expect(found('payback discounted calcdomain')).toEqual(['discounted-payback']);
    expect(found('calcdomain payback')).toEqual(['discounted-payback']);
    expect(found('calcdomain metalog')).toEqual([]);
  });

  it('keeps the order', () => {
    const ids = FORMULAS.map(({ id }) => id);
    const places = found('payback').map((id) => ids.indexOf(id));
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
