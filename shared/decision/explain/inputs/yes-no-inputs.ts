import type { Incident, Initiative, Tripwire } from '../../../domain/initiative.ts';
import { type EngineInputs, withContext, withFacts, withFields } from '../engine-inputs.ts';
import type { SteppedInput } from './changeable-input.ts';
import { withAsset } from './month-inputs.ts';

type State = readonly [to: string, make: () => EngineInputs];

/** Facts that hold or do not: none has a standard deviation, so none counts in the stability. */
export function yesNoInputs(inputs: EngineInputs): readonly SteppedInput[] {
  const { initiative, tripwires, incidents, assetUses } = inputs.facts;
  const assets = new Map(assetUses.map(({ asset }) => [asset.id, asset]));
  return [
    lawfulBasis(inputs),
    named(inputs, 'businessOwner', 'Business owner', 'named'),
    named(inputs, 'technicalOwner', 'Technical owner', 'named'),
    named(inputs, 'oversight', 'Human oversight measure', 'set'),
    ...funded(inputs),
    ...[...assets.values()].map((asset) =>
      yesNo(`asset:${asset.id}:live`, `${asset.name}: live`, asset.liveOn === null ? 'not live' : 'live', [
        asset.liveOn === null
          ? ['live', () => withAsset(inputs, { ...asset, liveOn: inputs.context.asOf })]
          : ['not live', () => withAsset(inputs, { ...asset, liveOn: null })],
      ]),
    ),
    ...tripwires.filter(({ dueOn }) => dueOn <= inputs.context.asOf).map((one) => tripwireMet(inputs, one)),
    ...incidents
      .filter((one) => one.severity === 1 && isOpen(one, inputs))
      .map((one) =>
        yesNo(`incident:${one.id}`, `Severity 1 incident of ${one.openedOn}`, 'open', [
          ['mitigated', () => withIncident(inputs, { ...one, mitigatedOn: inputs.context.asOf })],
        ]),
      ),
    ...(initiative.riskClass === null
      ? []
      : [
          yesNo('riskClass', 'Prohibited practice', initiative.riskClass === 'prohibited' ? 'yes' : 'no', [
            initiative.riskClass === 'prohibited'
              ? ['no', () => withFields(inputs, { riskClass: 'minimal' })]
              : ['yes', () => withFields(inputs, { riskClass: 'prohibited' })],
          ]),
        ]),
  ];
}

function yesNo(input: string, name: string, now: string, others: readonly State[]): SteppedInput {
  return {
    input,
    kind: 'yes_no',
    name,
    unit: '',
    now,
    deviation: null,
    steps: others.map(([to, make]) => ({ direction: 'other', to, make })),
  };
}

function lawfulBasis(inputs: EngineInputs): SteppedInput {
  const { lawfulBasis: now } = inputs.facts.initiative;
  const others = (['yes', 'no'] as const).filter((to) => to !== now);
  return yesNo(
    'lawfulBasis',
    'Lawful basis',
    now ?? 'not answered',
    others.map((to): State => [to, () => withFields(inputs, { lawfulBasis: to })]),
  );
}

/** A text that counts as given when it is not blank. */
function named(
  inputs: EngineInputs,
  field: keyof Pick<Initiative, 'businessOwner' | 'technicalOwner' | 'oversight'>,
  name: string,
  word: 'named' | 'set',
): SteppedInput {
  const isGiven = inputs.facts.initiative[field].trim() !== '';
  return yesNo(field, name, isGiven ? word : 'blank', [
    isGiven
      ? ['blank', () => withFields(inputs, { [field]: '' })]
      : [word, () => withFields(inputs, { [field]: name })],
  ]);
}

/** Only a plan that decided about the initiative can decide otherwise. */
function funded(inputs: EngineInputs): readonly SteppedInput[] {
  const { plan } = inputs.context;
  const { id } = inputs.facts.initiative;
  const isFunded = plan?.funded.includes(id) ?? false;
  if (plan === null || (!isFunded && !plan.notFunded.includes(id))) return [];
  const without = (ids: readonly string[]): readonly string[] => ids.filter((other) => other !== id);
  const other: State = isFunded
    ? [
        'not funded',
        () =>
          withContext(inputs, {
            plan: { ...plan, funded: without(plan.funded), notFunded: [...plan.notFunded, id] },
          }),
      ]
    : [
        'funded',
        () =>
          withContext(inputs, {
            plan: { ...plan, funded: [...plan.funded, id], notFunded: without(plan.notFunded) },
          }),
      ];
  return [yesNo('funded', 'Funded by the adopted plan', isFunded ? 'funded' : 'not funded', [other])];
}

function tripwireMet(inputs: EngineInputs, tripwire: Tripwire): SteppedInput {
  const { id, comparator, threshold, measuredValue: value } = tripwire;
  const isMet = value !== null && (comparator === 'at_least' ? value >= threshold : value <= threshold);
  const measured = (to: number) => () =>
    withFacts(inputs, {
      tripwires: inputs.facts.tripwires.map((one) => (one.id === id ? { ...one, measuredValue: to } : one)),
    });
  const met: State = ['met', measured(threshold)];
  const missed: State = ['missed', measured(comparator === 'at_least' ? below(threshold) : above(threshold))];
  return yesNo(
    `tripwire:${id}`,
    `Tripwire ${tripwire.metric} due ${tripwire.dueOn}`,
    value === null ? 'not measured' : isMet ? 'met' : 'missed',
    value === null ? [met, missed] : isMet ? [missed] : [met],
  );
}

/** A value that surely lies below (above) a threshold of any size. */
function below(threshold: number): number {
  return threshold - Math.abs(threshold) - 1;
}

function above(threshold: number): number {
  return threshold + Math.abs(threshold) + 1;
}

function isOpen({ openedOn, mitigatedOn }: Incident, { context: { asOf } }: EngineInputs): boolean {
  return openedOn <= asOf && (mitigatedOn === null || mitigatedOn > asOf);
}

function withIncident(inputs: EngineInputs, incident: Incident): EngineInputs {
  const incidents = inputs.facts.incidents.map((one) => (one.id === incident.id ? incident : one));
  return withFacts(inputs, { incidents });
}
