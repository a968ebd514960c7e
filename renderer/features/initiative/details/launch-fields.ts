import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Launch } from '#shared/domain/launch.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { FieldValue } from './field-value.ts';
import type { FieldKind } from './initiative-fields.ts';

export type LaunchFieldName = Exclude<keyof Launch, 'isFundedFromReturns'>;

/** One typed field of the panel; whether returns paid for it is a tick. */
export interface LaunchField {
  readonly name: LaunchFieldName;
  readonly label: string;
  readonly hint: string;
  readonly kind: FieldKind;
}

/** What is typed about a launch, in the order it is asked. */
export const LAUNCH_FIELDS: readonly LaunchField[] = [
  {
    name: 'launchedOn',
    label: 'Launched on',
    hint: 'The day it entered limited production',
    kind: { type: 'date' },
  },
  {
    name: 'effortPoints',
    label: 'Effort points',
    hint: 'Its size, counted alike for every launch',
    kind: { type: 'number' },
  },
  {
    name: 'workingDays',
    label: 'Working days to launch',
    hint: 'From the start of its pilot',
    kind: { type: 'whole', min: 0, max: 100_000, isRequired: false },
  },
];

export type NextLaunch =
  | { readonly ok: true; readonly launch: Launch }
  | { readonly ok: false; readonly text: string };

type Known = Pick<InitiativeDetail, 'launch'> & {
  readonly initiative: Pick<InitiativeDetail['initiative'], 'stage' | 'stageEnteredOn'>;
};

/** True where a launch is asked for: in production, or wherever one is on record. */
export function asksForLaunch({ launch, initiative: { stage } }: Known): boolean {
  return launch !== null || stage === 'limited' || stage === 'scaled';
}

/**
 * The launch as it will be kept after one figure of it changed, or why it cannot be. While no day was given the day it
 * entered limited production is taken, where that is its present stage.
 */
export function nextLaunch(known: Known, name: keyof Launch, value: FieldValue | boolean): NextLaunch {
  const { stage, stageEnteredOn } = known.initiative;
  if (name === 'launchedOn' && value === null)
    return {
      ok: false,
      text: 'A launch has a day. Enter the right one, or take the launch back with the button above.',
    };
  if (name === 'effortPoints' && typeof value === 'number' && value <= 0)
    return { ok: false, text: 'Write a number above 0, or leave it blank while it is not known.' };
  const blank = {
    launchedOn: stage === 'limited' ? stageEnteredOn : null,
    effortPoints: null,
    workingDays: null,
    isFundedFromReturns: false,
  };
  const next = { ...(known.launch ?? blank), [name]: value };
  if (next.launchedOn === null)
    return { ok: false, text: 'Enter first on which day it was launched, then this.' };
  return { ok: true, launch: { ...next, launchedOn: next.launchedOn as IsoDate } };
}
