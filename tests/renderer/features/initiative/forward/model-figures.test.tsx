import { describe, expect, it } from 'vitest';
import { ModelFigures } from '#renderer/features/initiative/forward/model-figures.tsx';
import type { DecisionResult } from '#shared/decision/result.ts';
import { markup, textOf } from '../../../support/markup.tsx';

const known = (value: number) => ({ status: 'known', value }) as const;
const decision = {
  initiativeId: 'one',
  policyVersion: 1,
  engineVersion: '1',
  asOf: '2026-09-30',
  simulated: null,
  value: known(123_456_78),
  probability: known(0.7996),
  bcr50: known(1.5251),
  unitEconomics: known(0.6999),
  paybackProbability: { status: 'computing' },
} as unknown as DecisionResult;

describe('ModelFigures', () => {
  const text = textOf(markup(<ModelFigures decision={decision} currency="EUR" />));

  it('prints ratios as the summary does, never as having reached a mark they have not', () => {
    expect(text).toContain('0.79');
    expect(text).toContain('1.52');
    expect(text).toContain('0.69');
    expect(text).not.toMatch(/80|70|1\.53/);
  });

  it('opens what is known to how it came about, and says what is not yet', () => {
    expect(text).toContain('Show how Chance it is positive (P) came about');
    expect(text).toContain('computing');
    expect(text).not.toContain('Show how Scaling pays back in time (PB) came about');
  });
});
