import fc from 'fast-check';
import { SCOPE_STAGES } from '#shared/domain/forward-model.ts';
import type {
  ForwardModel,
  ModelAsset,
  ModelDriver,
  ModelLine,
  ModelScope,
} from '#shared/forward-model/model.ts';
import { fitThreePoint } from '#shared/uncertainty/three-point.ts';

const DRIVERS = 5;
/** Even steps: fast-check's doubles crowd near 0, where chances and amounts of nothing hide every mistake. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000 }).map((step) => min + ((max - min) * step) / 1_000);

function driverOf(j: number): fc.Arbitrary<ModelDriver> {
  return fc
    .record({
      p50: number(0.5, 20),
      below: number(0.7, 0.95),
      above: number(1.05, 1.4),
      isKnown: fc.boolean(),
    })
    .map(({ p50, below, above, isKnown }) => {
      const p10 = isKnown ? p50 : p50 * below;
      const p90 = isKnown ? p50 : p50 * above;
      const form = isKnown
        ? fitThreePoint('positive', p50, p50, p50)
        : // The ratio of the logarithms may be infeasible for lopsided points; even ones never are.
          fitThreePoint('positive', p50 / above, p50, p50 * above);
      return { id: `d${j}`, form, p10, p50, p90, loadings: [] };
    });
}

const assetOf = (a: number): fc.Arbitrary<ModelAsset> =>
  fc.record({
    id: fc.constant(`a${a}`),
    liveMonth: fc.integer({ min: 0, max: 12 }),
    lateProbability: number(0, 1),
    monthsLate: fc.integer({ min: 0, max: 9 }),
  });

const aLine: fc.Arbitrary<ModelLine> = fc.record({
  kind: fc.constantFrom('benefit', 'variable', 'fixed', 'once'),
  constant: number(-20, 50),
  drivers: fc
    .array(fc.integer({ min: 0, max: DRIVERS - 1 }), { minLength: 1, maxLength: 5 })
    .map((places) => places.sort((a, b) => a - b)),
});

function scopeOf(stage: ModelScope['stage'], isFirst: boolean, assets: number): fc.Arbitrary<ModelScope> {
  const months = (min: number, max: number) => (isFirst ? fc.constant(min) : fc.integer({ min, max }));
  return fc.record({
    stage: fc.constant(stage),
    isMeasured: isFirst ? fc.boolean() : fc.constant(false),
    decisionMonth: months(0, 40),
    buildMonths: months(0, 12),
    rampMonths: months(1, 8),
    assets: isFirst ? fc.constant([]) : fc.subarray(Array.from({ length: assets }, (_, a) => a)),
    stepProbability: isFirst ? fc.constant(1) : number(0, 1),
    lines: fc.array(aLine, { minLength: 1, maxLength: 6 }),
  });
}

/** Forward models of one to four scopes from any stage on, with up to three late assets. */
export const anyModel: fc.Arbitrary<ForwardModel> = fc
  .record({
    start: fc.integer({ min: 0, max: 4 }),
    length: fc.integer({ min: 1, max: 4 }),
    assets: fc.integer({ min: 0, max: 3 }),
  })
  .chain(({ start, length, assets }) => {
    const stages = SCOPE_STAGES.slice(start, start + length);
    return fc.record({
      initiativeId: fc.constant('any'),
      horizon: fc.integer({ min: 12, max: 48 }),
      discountRate: number(0, 0.3),
      timing: fc.constantFrom<'end' | 'mid'>('end', 'mid'),
      paybackMonths: fc.constant(12),
      benefitHaircut: number(0.3, 1),
      stopValue: number(-50_000, 50_000),
      drivers: fc.tuple(...Array.from({ length: DRIVERS }, (_, j) => driverOf(j))),
      factors: fc.constant([]),
      assets: fc.tuple(...Array.from({ length: assets }, (_, a) => assetOf(a))),
      scopes: fc.tuple(...stages.map((stage, k) => scopeOf(stage, k === 0, assets))),
    });
  });
