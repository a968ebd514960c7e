import { describe, expect, test } from 'vitest';
import { type FlowColumn, flowExplanation } from '#renderer/features/initiative/summary/flow-explanation.ts';
import {
  baseExplanation,
  type TornadoColumn,
  tornadoExplanation,
} from '#renderer/features/initiative/summary/tornado-explanation.ts';
import type { DriverEffect } from '#shared/decision/explanation.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { FORMULAS } from '#shared/formulas/catalogue.ts';
import { inputsOf } from '#tests/renderer/inputs-of.ts';
import { explanation, START } from './example-explanation.ts';

const known = new Set(FORMULAS.map(({ id }) => id));

describe('flowExplanation()', () => {
  const given = explanation({
    flow: [
      { month: 0, p10: -900, p50: -500, p90: -100, atP50: -400 },
      { month: 1, p10: -700, p50: 100, p90: 900, atP50: 250 },
    ],
    paybackBy: [{ month: (START + 1) as MonthIndex, probability: 0.25 }],
  });
  const at = (row: number, column: FlowColumn) => flowExplanation(given, row, column, 'EUR');

  test('adds the month to those before with every driver at P50', () => {
    expect(inputsOf(at(1, 'atP50'))).toEqual([
      ['Up to the month before', '−4.00 EUR'],
      ['This month', '6.50 EUR'],
      ['In all', '2.50 EUR'],
    ]);
    expect(inputsOf(at(0, 'atP50'))).toEqual([
      ['This month', '−4.00 EUR'],
      ['In all', '−4.00 EUR'],
    ]);
  });

  test('says draws and seed of a percentile and of the chance of payback', () => {
    expect(inputsOf(at(1, 'p10'))).toEqual([['P10', '−7.00 EUR']]);
    expect(at(1, 'p10').formula).toContain('Sep 2026 to Oct 2026');
    expect(inputsOf(at(1, 'paid'))).toEqual([['P(paid back)', '25 %']]);
    expect(inputsOf(at(0, 'paid'))).toEqual([['P(paid back)', 'not told']]);
    for (const column of ['p90', 'paid'] as const)
      expect(at(1, column).source).toBe('10,000 draws, seed seed-of-the-portfolio');
  });
});

describe('tornadoExplanation()', () => {
  const given = explanation();
  const [driver, fixed] = given.drivers as [DriverEffect, DriverEffect];
  const of = (one: DriverEffect, column: TornadoColumn) =>
    tornadoExplanation(given, one, column, { base: 55_600_000, currency: 'EUR' });

  test('names the end of the bar with the point it was worked out at', () => {
    expect(inputsOf(of(driver, 'atP10'))).toEqual([
      ['Success rate at P10', '0.74'],
      ['All at P50', '556,000.00 EUR'],
      ['Value', '−10,000.00 EUR'],
    ]);
    expect(inputsOf(of(driver, 'atP90'))[2]).toEqual(['Value', '900,000.00 EUR']);
  });

  test('says of a known driver why it has neither correlation nor worth', () => {
    expect(inputsOf(of(fixed, 'correlation'))).toEqual([['Rank correlation', 'known']]);
    expect(of(fixed, 'correlation').note).toContain('does not vary');
    expect(of(fixed, 'evppi').note).toContain('nothing left to learn');
    expect(of(driver, 'evppi').note).toBeNull();
  });

  test('leads to formulas the help has', () => {
    const columns = ['atP10', 'atP90', 'correlation', 'evppi'] as const;
    const ids = [
      ...columns.map((column) => of(driver, column).formulaId),
      baseExplanation(given, { base: 0, currency: 'EUR' }).formulaId,
      ...(['p10', 'atP50', 'paid'] as const).map(
        (column) =>
          flowExplanation(
            explanation({ flow: [{ month: 0, p10: 0, p50: 0, p90: 0, atP50: 0 }] }),
            0,
            column,
            'EUR',
          ).formulaId,
      ),
    ];
    for (const id of ids) expect(known).toContain(id);
  });
});
