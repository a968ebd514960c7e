import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FormulaEntry } from '#renderer/features/settings/formulas/formula-entry.tsx';
import { FORMULAS } from '#shared/formulas/catalogue.ts';
import type { Formula, WorkedExample } from '#shared/formulas/formula.ts';

const NPV = FORMULAS.find(({ id }) => id === 'npv-end') as Formula;
const text = (formula: Formula) =>
  renderToStaticMarkup(<FormulaEntry formula={formula} />)
    .replaceAll('&#x27;', "'")
    .replace(/<[^>]+>/g, '');
const withExample = (over: Partial<WorkedExample>): Formula => ({
  ...NPV,
  example: { ...NPV.example, ...over },
});

describe('FormulaEntry', () => {
  it('shows every part, and the computed beside the expected number', () => {
    const shown = text(NPV);
    for (const part of [NPV.name, NPV.statement, NPV.convention, NPV.source, 'shared/finance/npv.ts']) {
      expect(shown).toContain(part);
    }
    for (const { when, answer } of NPV.edgeCases) expect(shown).toContain(`${when}: ${answer}`);
    expect(shown).toContain('Computed 3,065.22, expected 3,065.22 unit of the flows');
  });

  it('says so when the code does not agree', () => {
    expect(text(NPV)).not.toContain('do not agree');
    const shown = text(withExample({ compute: () => 3000 }));
    expect(shown).toContain('Computed 3,000.00, expected 3,065.22');
    expect(shown).toContain('The two differ by more than 0.005');
  });

  it('says so when the code refuses the example', () => {
    const refuse = () => {
      throw new RangeError('no');
    };
    expect(text(withExample({ compute: refuse }))).toContain('could not be computed');
  });
});
