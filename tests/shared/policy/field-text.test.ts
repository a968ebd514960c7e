import { describe, expect, it } from 'vitest';
import { readValue, requirement, shownValue, valueText } from '#shared/policy/field-text.ts';
import { findField, POLICY_FIELDS } from '#shared/policy/fields.ts';
import type { PolicyField } from '#shared/policy/policy-field.ts';

function field(path: string): PolicyField {
  const found = findField(path);
  if (found === undefined) throw new Error(`no field ${path}`);
  return found;
}

describe('valueText()', () => {
  it.each([
    ['probabilityCuts.0', 0.07, '7'],
    ['unitCostRise', 0.29, '29'],
    ['discountRate', 0.0825, '8.25'],
    ['scaleBcr', 1.5, '1.5'],
    ['timing', 'mid', 'mid'],
    ['anchors.data.1', 'By hand.', 'By hand.'],
  ])('shows %s %s as %s', (path, value, text) => {
    expect(valueText(field(path), value)).toBe(text);
  });
});

describe('readValue()', () => {
  it.each([
    ['probabilityCuts.0', ' 7 % ', 0.07],
    ['unitCostRise', '29', 0.29],
    ['discountRate', '8,25', 0.0825],
    ['draws', '20,000', 20_000],
    ['scaleBcr', '1.75', 1.75],
    ['timing', 'mid', 'mid'],
    ['anchors.data.1', '  By hand.  ', 'By hand.'],
  ])('reads %s %j as %s', (path, text, value) => {
    expect(readValue(field(path), text)).toEqual({ ok: true, value });
  });

  it('reads back every default as it is shown', () => {
    for (const one of POLICY_FIELDS) {
      expect(readValue(one, valueText(one, one.default)), one.path).toEqual({ ok: true, value: one.default });
    }
  });

  it.each([
    ['horizonMonths', '', 'Horizon must be a whole number from 12 to 120\u00a0months.'],
    ['anchors.data.1', '  ', 'Data readiness: Level 1, ad hoc needs a text of at most 400 characters.'],
  ])('refuses %s %j: a policy has no blanks', (path, text, message) => {
    expect(readValue(field(path), text)).toEqual({ ok: false, message });
  });

  it('says in words why a text is no number', () => {
    const read = readValue(field('strikes'), 'two');
    expect(read.ok ? '' : read.message).toMatch(/two/);
  });
});

describe('shownValue()', () => {
  it.each([
    ['deadBand', 0.05, '5\u00a0points'],
    ['draws', 10_000, '10,000\u00a0draws'],
    ['evidenceHalfLifeMonths', 1, '1\u00a0month'],
    ['deadBand', 0.01, '1\u00a0point'],
    ['scaleBcr', 1, '1\u00a0times'],
    ['timing', 'mid', 'in its middle'],
    ['timing', 'weekly', 'weekly'],
    ['floors.pilot.data', 2, 'level\u00a02'],
  ])('says %s %s as %s', (path, value, text) => {
    expect(shownValue(field(path), value)).toBe(text);
  });
});

describe('requirement()', () => {
  it('gives the range as people type it', () => {
    expect(requirement(field('deadBand'))).toBe(
      'Dead-band around a cut must be a number from 0 to 25\u00a0points.',
    );
    expect(requirement(field('floors.pilot.data'))).toBe(
      'Floors in pilot: Data readiness must be a level from 0 to 4.',
    );
  });
});
