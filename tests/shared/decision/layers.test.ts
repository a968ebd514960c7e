import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { Layer } from '#shared/decision/result.ts';
import type { AdoptedPlan } from '#shared/domain/adopted-plan.ts';
import { date, decided, evidence, lastMonths, losingFacts, soundFacts, withLevel } from './example-facts.ts';

const plan: AdoptedPlan = {
  id: 'plan',
  adoptedOn: date('2026-07-01'),
  funded: ['i1'],
  notFunded: [],
  rolePrices: {},
};
function layer(facts: InitiativeFacts, name: Layer, over: Parameters<typeof decided>[1] = {}) {
  const found = decided(facts, over).layers.find((one) => one.layer === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return { state: found.state, open: found.items.filter((i) => i.holds !== true).map((i) => i.code) };
}
const withTelemetry = (facts: InitiativeFacts): InitiativeFacts => ({
  ...facts,
  assessments: facts.assessments.map((a) =>
    a.gap === 'change' ? { ...a, evidence: [...a.evidence, evidence('telemetry', '2026-08-01', 'e9')] } : a,
  ),
});

describe('layerOutcomes()', () => {
  it('measurement: the metric, half of the values, the last month', () => {
    expect(layer(soundFacts(), 'measurement')).toEqual({ state: 'solid', open: [] });
    const old = { ...soundFacts(), closedMonths: lastMonths(6).slice(0, 4) };
    expect(layer(old, 'measurement')).toEqual({ state: 'partial', open: ['lastMonth'] });
    // July closed last; of the six values of May to July one is left, and the metric was never read.
    const thin = { ...old, values: old.values.slice(0, 2), readings: [] };
    expect(layer(thin, 'measurement')).toEqual({
      state: 'missing',
      open: ['G2', 'measuredShare', 'lastMonth'],
    });
  });

  it('infrastructure: three floors, and telemetry as evidence of any gap', () => {
    expect(layer(soundFacts(), 'infrastructure')).toEqual({ state: 'partial', open: ['telemetry'] });
    expect(layer(withTelemetry(soundFacts()), 'infrastructure')).toEqual({ state: 'solid', open: [] });
    const low = withTelemetry(withLevel(soundFacts(), 'evaluation', 2));
    expect(layer(low, 'infrastructure')).toEqual({ state: 'partial', open: ['floor:evaluation'] });
    expect(layer({ ...soundFacts(), assessments: [] }, 'infrastructure').state).toBe('missing');
  });

  it('strategy: owners, the change floor, a stated problem and a place in the plan', () => {
    const stated = soundFacts('limited', { purpose: 'Claims wait nine days' });
    expect(layer(stated, 'strategy')).toEqual({ state: 'partial', open: ['plan'] });
    expect(layer(stated, 'strategy', { plan })).toEqual({ state: 'solid', open: [] });
    expect(layer(stated, 'strategy', { plan: { ...plan, funded: [], notFunded: ['i1'] } }).open).toEqual([
      'plan',
    ]);
    expect(layer(stated, 'strategy', { plan: { ...plan, funded: [] } }).open).toEqual(['plan']);
    const none = withLevel(soundFacts('limited', { businessOwner: '' }), 'change', 1);
    expect(layer(none, 'strategy').state).toBe('missing');
  });

  it('asks an idea for plans instead of floors', () => {
    expect(layer(withTelemetry(losingFacts('idea')), 'infrastructure')).toEqual({ state: 'solid', open: [] });
    const bare = soundFacts('idea');
    const unplanned = { ...bare, assessments: bare.assessments.map((a) => ({ ...a, evidence: [] })) };
    expect(layer(unplanned, 'infrastructure').state).toBe('missing');
  });

  it('cannot tell a floor from stale evidence', () => {
    const facts = soundFacts();
    const stale = {
      ...facts,
      assessments: facts.assessments.map((a) => ({ ...a, evidence: [evidence('opinion', '2025-01-01')] })),
    };
    const items = decided(stale).layers[1]?.items;
    expect(items?.map((i) => i.holds)).toEqual([null, null, null, false]);
  });

  it('has none for a retired initiative', () => {
    expect(decided(soundFacts('retired')).layers).toEqual([]);
  });
});
