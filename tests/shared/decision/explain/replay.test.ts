import { describe, expect, test } from 'vitest';
import { simulateNow } from '#shared/decision/evaluate.ts';
import { withFacts } from '#shared/decision/explain/engine-inputs.ts';
import { openReplay } from '#shared/decision/explain/replay.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { prepare } from '#shared/decision/prepare.ts';
import type { Simulated } from '#shared/decision/result.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import { money } from '../example-facts.ts';
import { CONNECTOR, contextOf, SCALABLE_CONTEXT, scalable, unclearPilot } from './worked-example.ts';

const DRAWS = 3000;

function requestOf(facts: InitiativeFacts, context = SCALABLE_CONTEXT): SimulationRequest {
  const { model } = prepare(facts, context);
  if (model.status !== 'complete') throw new TypeError('the model is not complete');
  return { ...model.request, draws: DRAWS, mostDraws: DRAWS };
}

/** What rules read. */
function read({ draws, expected, probability, bcr50, unitEconomics, payback }: Simulated) {
  return {
    draws,
    figures: [expected, probability, bcr50, unitEconomics, payback].map((figure) => figure?.value),
  };
}

const base = scalable();
const changed = (over: (facts: InitiativeFacts) => Partial<InitiativeFacts>): InitiativeFacts =>
  withFacts({ facts: base, context: SCALABLE_CONTEXT }, over(base)).facts;

const variations: readonly (readonly [string, InitiativeFacts])[] = [
  ['nothing changed', base],
  [
    'one driver moved',
    changed(({ drivers }) => ({
      drivers: drivers.map((one) => (one.id === 'value' ? { ...one, p10: 5, p50: 6, p90: 7.5 } : one)),
    })),
  ],
  [
    'a known driver moved',
    changed(({ drivers }) => ({
      drivers: drivers.map((one) => (one.id === 'rate' ? { ...one, p10: 60, p50: 60, p90: 60 } : one)),
    })),
  ],
  [
    'another ramp',
    changed(({ scopes }) => ({
      scopes: scopes.map((one) => (one.stage === 'scaled' ? { ...one, rampMonths: 9 } : one)),
    })),
  ],
  [
    'other stop terms',
    changed(() => ({
      stopTerms: { salvage: money(9_000_000), exitCost: money(0), upkeepPerMonth: money(0), upkeepMonths: 0 },
    })),
  ],
  [
    'the asset late more often',
    changed(() => ({ assetUses: [{ ...CONNECTOR, asset: { ...CONNECTOR.asset, lateProbability: 0.8 } }] })),
  ],
  [
    'the asset live, so that nothing loads on it',
    changed(() => ({
      assetUses: [{ ...CONNECTOR, asset: { ...CONNECTOR.asset, liveOn: SCALABLE_CONTEXT.asOf } }],
    })),
  ],
  [
    'a current scope that is only planned',
    changed(({ scopes }) => ({ scopes: scopes.map((one) => ({ ...one, basis: 'plan' as const })) })),
  ],
  [
    'a driver that follows the asset too',
    changed(({ drivers }) => ({
      drivers: drivers.map((one) =>
        one.id === 'value' ? { ...one, loadings: [{ factor: 'connector', loading: 0.4 }] } : one,
      ),
    })),
  ],
  [
    'benefits realised anew',
    changed(({ values }) => ({ values: values.map((value) => ({ ...value, amount: money(700_000) })) })),
  ],
];

describe('openReplay()', () => {
  test.each(variations)('gives the figures of the simulation to the last bit: %s', (_, facts) => {
    const replay = openReplay('2026', DRAWS);
    replay.figures(requestOf(base).model);
    const request = requestOf(facts);
    expect(read(replay.figures(request.model))).toEqual(read(simulateNow(request)));
  });

  test('tells variations apart in any order', () => {
    const replay = openReplay('2026', DRAWS);
    const forward = variations.map(([, facts]) => read(replay.figures(requestOf(facts).model)));
    const fresh = openReplay('2026', DRAWS);
    const backward = variations
      .toReversed()
      .map(([, facts]) => read(fresh.figures(requestOf(facts).model)))
      .toReversed();
    expect(backward).toEqual(forward);
    expect(new Set(forward.map((figures) => JSON.stringify(figures))).size).toBe(variations.length);
  });

  test('has no PB for a pilot, as the simulation', () => {
    const request = requestOf(unclearPilot(), contextOf());
    const figures = openReplay('2026', DRAWS).figures(request.model);
    expect(figures.payback).toBeNull();
    expect(read(figures)).toEqual(read(simulateNow(request)));
  });

  test('draws other numbers from another seed', () => {
    const { model } = requestOf(base);
    const one = openReplay('2026', DRAWS).figures(model);
    expect(openReplay('2027', DRAWS).figures(model).expected.value).not.toBe(one.expected.value);
  });
});
