import { addMonths, formatMonth, monthOf } from '../../../domain/calendar.ts';
import { SCOPE_STAGE_NAMES, type Scope, type SharedAsset } from '../../../domain/forward-model.ts';
import type { MonthIndex } from '../../../domain/units.ts';
import { type EngineInputs, withFacts } from '../engine-inputs.ts';
import { type Step, type SteppedInput, wholeSteps } from './changeable-input.ts';

/** How far months are tried each way: a year. Further ahead nobody plans to the month. */
const REACH = 12;
const HIGHEST = 120;

const SCOPE_MONTHS = [
  ['decisionMonth', 'decision month', 0],
  ['buildMonths', 'build months', 0],
  ['rampMonths', 'ramp months', 1],
] as const;

/** Decision, build and ramp months of every scope that has them, and the months of the shared assets not yet live. */
export function monthInputs(inputs: EngineInputs): readonly SteppedInput[] {
  return [
    ...inputs.facts.scopes.flatMap((scope) => scopeMonths(inputs, scope)),
    ...inputs.facts.assetUses.flatMap(({ asset }) =>
      asset.liveOn === null ? assetMonths(inputs, asset) : [],
    ),
  ];
}

function scopeMonths(inputs: EngineInputs, scope: Scope): readonly SteppedInput[] {
  return SCOPE_MONTHS.flatMap(([field, text, lowest]) => {
    const now = scope[field];
    if (now === null) return [];
    const make = (to: number): EngineInputs => {
      const scopes = inputs.facts.scopes.map((one) => (one.id === scope.id ? { ...one, [field]: to } : one));
      return withFacts(inputs, { scopes });
    };
    return [
      {
        input: `scope:${scope.id}:${field}`,
        kind: 'month',
        name: `${SCOPE_STAGE_NAMES[scope.stage]}: ${text}`,
        unit: 'months',
        now,
        deviation: null,
        steps: wholeSteps(now, { lowest, highest: HIGHEST, reach: REACH }, make),
      },
    ];
  });
}

function assetMonths(inputs: EngineInputs, asset: SharedAsset): readonly SteppedInput[] {
  const found: SteppedInput[] = [];
  const { plannedLiveMonth: planned, monthsLate } = asset;
  if (planned !== null) {
    const lowest = monthOf(inputs.context.asOf);
    const make = (to: number): EngineInputs =>
      withAsset(inputs, { ...asset, plannedLiveMonth: to as MonthIndex });
    const steps = wholeSteps(planned, { lowest, highest: addMonths(planned, REACH), reach: REACH }, make);
    found.push({
      input: `asset:${asset.id}:plannedLiveMonth`,
      kind: 'date',
      name: `${asset.name}: planned live month`,
      unit: 'month',
      now: formatMonth(planned),
      deviation: null,
      steps: steps.map((step): Step => ({ ...step, to: formatMonth(step.to as MonthIndex) })),
    });
  }
  if (monthsLate !== null && asset.lateProbability !== null && asset.lateProbability > 0) {
    const make = (to: number): EngineInputs => withAsset(inputs, { ...asset, monthsLate: to });
    found.push({
      input: `asset:${asset.id}:monthsLate`,
      kind: 'month',
      name: `${asset.name}: months late`,
      unit: 'months',
      now: monthsLate,
      deviation: null,
      steps: wholeSteps(monthsLate, { lowest: 0, highest: HIGHEST, reach: REACH }, make),
    });
  }
  return found;
}

/** The inputs with a shared asset as given, in every use of it. */
export function withAsset(inputs: EngineInputs, asset: SharedAsset): EngineInputs {
  const assetUses = inputs.facts.assetUses.map((use) =>
    use.asset.id === asset.id ? { ...use, asset } : use,
  );
  return withFacts(inputs, { assetUses });
}
