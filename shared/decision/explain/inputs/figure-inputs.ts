import type { StopTerms } from '../../../domain/forward-model.ts';
import { GAP_NAMES, GAPS } from '../../../domain/gap.ts';
import type { MinorUnits } from '../../../domain/units.ts';
import { closedUpTo } from '../../../finance/months.ts';
import type { GapScore } from '../../result.ts';
import { type EngineInputs, withContext, withFacts, withFields } from '../engine-inputs.ts';
import { reweighted, weightNeeded } from '../sensitivity.ts';
import type { ScaledInput, SteppedInput } from './changeable-input.ts';
import { withAsset } from './month-inputs.ts';

/** A tenth of a percent: as near below a pass mark as anybody states one. */
const PASS_RATE_STEP = 0.001;
const RECENT_MONTHS = 3;
/** Readiness is compared after rounding to 1e-9, so this much surely misses the mark. */
const JUST_BELOW = 1e-6;

/**
 * The weight of each gap that alone brings readiness to the mark that counts for S1, by the closed form of
 * methodology 3.4. Whether the verdict then changes is for the engine to say.
 */
export function weightInputs(
  inputs: EngineInputs,
  gaps: readonly GapScore[],
  readiness: { readonly now: number; readonly mark: number },
): readonly SteppedInput[] {
  const { policy } = inputs.context;
  const scores = GAPS.map((gap) => gaps.find((score) => score.gap === gap)?.effective ?? null);
  if (scores.some((score) => score === null)) return [];
  const known = scores.map((score) => score ?? 0);
  const weights = GAPS.map((gap) => policy.gapWeights[gap]);
  return GAPS.flatMap((gap, index): readonly SteppedInput[] => {
    const needed = weightNeeded({
      readiness: readiness.now,
      // From below the mark has to be reached, from above just missed.
      mark: readiness.now >= readiness.mark ? readiness.mark - JUST_BELOW : readiness.mark,
      weights,
      scores: known,
      index,
    });
    if (needed === undefined || !needed.isFeasible || needed.change === 0) return [];
    const changed = reweighted(weights, index, needed.change);
    const gapWeights = { ...policy.gapWeights };
    for (const [i, name] of GAPS.entries()) gapWeights[name] = changed[i] ?? 0;
    const make = (): EngineInputs => withContext(inputs, { policy: { ...policy, gapWeights } });
    return [
      {
        input: `weight:${gap}`,
        kind: 'figure',
        name: `${GAP_NAMES[gap]}: weight in readiness`,
        unit: 'share',
        now: weights[index] ?? 0,
        deviation: null,
        steps: [{ direction: needed.change > 0 ? 'up' : 'down', to: changed[index] ?? 0, make }],
      },
    ];
  });
}

/** The evaluation's pass rate at its mark, or just below it. */
export function passRateInputs(inputs: EngineInputs): readonly SteppedInput[] {
  const { evaluationPassRate: now, evaluationPassMark: mark } = inputs.facts.initiative;
  if (now === null || mark === null) return [];
  const to = now < mark ? mark : mark - PASS_RATE_STEP;
  if (to < 0) return [];
  return [
    {
      input: 'evaluationPassRate',
      kind: 'figure',
      name: 'Evaluation pass rate',
      unit: 'share',
      now,
      deviation: null,
      steps: [
        {
          direction: to > now ? 'up' : 'down',
          to,
          make: () => withFields(inputs, { evaluationPassRate: to }),
        },
      ],
    },
  ];
}

/** Money and chances without a spread of their own: stop terms, chances of delay, what the last months measured. */
export function scaledFigures(inputs: EngineInputs): readonly ScaledInput[] {
  return [...stopTerms(inputs), ...lateProbabilities(inputs), ...recentMoney(inputs)];
}

const STOP_TERMS = [
  ['salvage', 'Stopping: salvage'],
  ['exitCost', 'Stopping: exit cost'],
  ['upkeepPerMonth', 'Stopping: upkeep a month'],
] as const satisfies readonly (readonly [keyof StopTerms, string])[];

function stopTerms(inputs: EngineInputs): readonly ScaledInput[] {
  const { stopTerms: terms } = inputs.facts;
  if (terms === null) return [];
  return STOP_TERMS.flatMap(([field, name]): readonly ScaledInput[] => {
    const now = terms[field];
    if (now === 0) return [];
    return [
      {
        input: `stop:${field}`,
        kind: 'figure',
        name,
        unit: 'money',
        now,
        deviation: null,
        at: (factor) => {
          const to = Math.round(now * factor) as MinorUnits;
          return { to, inputs: withFacts(inputs, { stopTerms: { ...terms, [field]: to } }) };
        },
      },
    ];
  });
}

function lateProbabilities(inputs: EngineInputs): readonly ScaledInput[] {
  const assets = new Map(inputs.facts.assetUses.map(({ asset }) => [asset.id, asset]));
  return [...assets.values()].flatMap((asset): readonly ScaledInput[] => {
    const now = asset.lateProbability;
    if (asset.liveOn !== null || now === null || now <= 0 || now >= 1) return [];
    return [
      {
        input: `asset:${asset.id}:lateProbability`,
        kind: 'figure',
        name: `${asset.name}: chance that it comes late`,
        unit: 'share',
        now,
        deviation: null,
        at: (factor) => {
          const to = (now * factor) / (1 - now + now * factor);
          return { to, inputs: withAsset(inputs, { ...asset, lateProbability: to }) };
        },
      },
    ];
  });
}

/** All measured benefits (costs) of the last three closed months by one factor: what BRI and cost per success rest on. */
function recentMoney(inputs: EngineInputs): readonly ScaledInput[] {
  const { facts, context } = inputs;
  const recent = new Set(closedUpTo(facts.closedMonths, context.asOf).slice(-RECENT_MONTHS));
  return (['outcome', 'cost'] as const).flatMap((kind): readonly ScaledInput[] => {
    const lines = new Set(facts.lines.filter((line) => line.kind === kind).map((line) => line.id));
    const isMeant = (value: (typeof facts.values)[number]): boolean =>
      lines.has(value.lineId) && recent.has(value.month);
    const sum = (values: typeof facts.values): number =>
      values.reduce((total, value) => (isMeant(value) ? total + value.amount : total), 0);
    const now = sum(facts.values);
    if (now === 0) return [];
    return [
      {
        input: `recent:${kind}`,
        kind: 'figure',
        name: `Measured ${kind === 'cost' ? 'costs' : 'benefits'} of the last 3 closed months`,
        unit: 'money',
        now,
        deviation: null,
        at: (factor) => {
          const values = facts.values.map((value) =>
            isMeant(value) ? { ...value, amount: Math.round(value.amount * factor) as MinorUnits } : value,
          );
          return { to: sum(values), inputs: withFacts(inputs, { values }) };
        },
      },
    ];
  });
}
