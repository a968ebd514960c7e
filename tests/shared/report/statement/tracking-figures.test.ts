import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { trackingFigures } from '#shared/report/statement/tracking-figures.ts';
import { date, money } from '#tests/shared/decision/example-facts.ts';
import { baseOf, factsOf } from './flows.ts';
import { at, story } from './story.ts';

const figureOf = (id: string, over: Partial<InitiativeFacts> = {}) =>
  trackingFigures(baseOf({ ...story(), ...over })).find((figure) => figure.id === id);

describe('trackingFigures()', () => {
  it('holds months against a plan only when each had one when it began', () => {
    const [plan] = story().planVersions;
    if (!plan) throw new Error('the story has no plan');
    // Approved in the middle of August: nobody was held to it in July and August.
    const late = { ...plan, approvedOn: date('2026-08-15') };
    for (const id of ['plan_variance', 'cost_index']) {
      expect(figureOf(id, { planVersions: [late] })).toMatchObject({
        value: null,
        reason: 'not entered: a plan in force for 2026-07, 2026-08',
        note: null,
        inputs: [],
      });
    }
    // On its first day the month had it.
    expect(
      figureOf('cost_index', { planVersions: [{ ...plan, approvedOn: date('2026-07-01') }] })?.value,
    ).toBe(1.2);
  });

  it('takes each month from the version in force, favourable where it is better than planned', () => {
    const [plan] = story().planVersions;
    if (!plan) throw new Error('the story has no plan');
    const lower = {
      ...plan,
      id: 'p2',
      version: 2,
      inForceFrom: at(17),
      approvedOn: date('2026-07-20'),
      values: plan.values.map((value) => ({ ...value, amount: money(value.amount / 2) })),
    };
    // Planned net: 1,400 in July, 700 in August and September. Actual: 3 x 1,200.
    expect(figureOf('plan_variance', { planVersions: [plan, lower] })).toMatchObject({
      value: 80_000,
      note: 'favourable; 12 of 12 measured',
    });
  });

  it('has no index where nothing was spent', () => {
    const values = story().values.filter(({ lineId }) => lineId === 'avoided');
    const free = { values, lines: story().lines.filter(({ kind }) => kind === 'outcome') };
    expect(figureOf('cost_index', free)).toMatchObject({
      value: null,
      reason: 'no cost was recorded, so no ratio to cost exists',
    });
  });

  it('asks for a plan before it speaks of realisation', () => {
    expect(figureOf('bri', { planVersions: [] })).toMatchObject({
      value: null,
      note: '6 of 6 outcome values measured',
    });
    expect(figureOf('bri', { planVersions: [] })?.reason).toMatch(/^not entered: .*plan/);
    expect(figureOf('benefit_haircut', { planVersions: [] })?.value).toBe(0.8);
  });

  it('keeps the plan of an outcome that was not measured, and says so', () => {
    const values = story().values.filter(({ lineId, month }) => lineId !== 'avoided' || month !== at(18));
    // 5,100 less 1,500 of 6,000.
    expect(figureOf('bri', { values })).toMatchObject({ note: '5 of 6 outcome values measured' });
    expect(figureOf('bri', { values })?.value).toBeCloseTo(0.6, 12);
  });

  it('compares a forecast with what was measured, never with a blank', () => {
    const values = story().values.filter(({ lineId, month }) => lineId !== 'hours' || month !== at(18));
    // August alone is left: 2,000 forecast, 1,700 measured.
    expect(figureOf('forecast_bias', { values })).toMatchObject({
      label: 'forecast against actual benefit, undiscounted, raw, 2026-08',
      inputs: [{ name: 'Forecast for 2026-08', value: '2,000.00\u00a0EUR' }],
    });
    expect(figureOf('forecast_bias', { values })?.value).toBeCloseTo(300 / 1700, 12);
    const half = story().forecasts.filter(({ lineId }) => lineId === 'avoided');
    expect(figureOf('forecast_error', { forecasts: half })).toMatchObject({
      value: null,
      reason: 'not entered: a forecast of every outcome line for a month that is closed and measured now',
      label: 'forecast against actual benefit, undiscounted, raw, no closed month',
    });
  });

  it('names the months between the three closed ones that were never closed', () => {
    const facts = factsOf([-100, 300, 300, 300]);
    const closedMonths = facts.closedMonths.filter((_, t) => t !== 1);
    const [runRate] = trackingFigures(baseOf({ ...facts, closedMonths }));
    // (-100 + 300 + 300) x 4.
    expect(runRate).toMatchObject({
      value: 200_000,
      note: '6 of 6 measured; not closed between: 2026-07',
    });
  });
});
