import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMULAS } from '#shared/formulas/catalogue.ts';
import { formulasPage } from '#shared/formulas/formulas-page.ts';

const FILE = resolve(import.meta.dirname, '../../../docs/formulas.md');
const REFRESH = 'node_modules/.bin/node build/formulas.mjs';

describe('formulasPage()', () => {
  it('is what docs/formulas.md holds', () => {
    const isSame = readFileSync(FILE, 'utf8') === formulasPage();
    expect(isSame, `docs/formulas.md is not what the catalogue says; refresh it: ${REFRESH}`).toBe(true);
  });

  it('has a section with an anchor for every formula', () => {
    const page = formulasPage();
    for (const { id, name } of FORMULAS) expect(page).toContain(`### <a id="${id}"></a>${name}\n`);
  });

  it('prints the expected number with its unit and tolerance', () => {
    expect(formulasPage()).toContain('→ `3,065.22` (unit of the flows), within 0.005');
  });

  it('says what the examples of the forward model are made of, from the models themselves', () => {
    const page = formulasPage();
    expect(page).toContain('tasks limited 4,000 / 5,000 / 5,800; tasks scaled 14,000 / 18,000 / 22,000');
    expect(page).toContain('hourly rate 45;');
  });
});
