import type { Parsed } from '#shared/api/contract.ts';
import type { TextField } from '#shared/api/schemas/bulk.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { updateInitiative } from './initiatives.ts';
import { counted, initiativeName, shortName } from './words.ts';

type Patch = Parsed<'updateInitiatives'>['patch'];

/** "14 initiatives", or the name of the only one. */
function subject(db: ReadDb, ids: readonly string[]): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined
    ? initiativeName(db, only)
    : counted(ids.length, 'initiative');
}

/**
 * "Assign business owner Ana Ruiz to 14 initiatives", "Set stage Pilot for 3 initiatives", "Pause Claims triage";
 * "Change 2 details of 14 initiatives" when it is more than one.
 */
export function updateInitiativesLabel(db: ReadDb, { ids, patch }: Parsed<'updateInitiatives'>): string {
  const whom = subject(db, ids);
  // The entry day is part of setting the stage.
  const fields = Object.entries(patch).filter(
    ([name, value]) => value !== undefined && name !== 'stageEnteredOn',
  );
  if (fields.length !== 1) return `Change ${fields.length} details of ${whom}`;
  if (patch.stage !== undefined) return `Set stage ${STAGE_NAMES[patch.stage]} for ${whom}`;
  if (patch.isPaused !== undefined) return `${patch.isPaused ? 'Pause' : 'Resume'} ${whom}`;
  if (patch.unit !== undefined) return oneText('unit', patch.unit, whom, ['Set', 'for']);
  const people = Object.entries(PEOPLE) as [keyof typeof PEOPLE, string][];
  const [role, words] = people.find(([field]) => patch[field] !== undefined) ?? [undefined, 'owner'];
  return oneText(words, (role && patch[role]) ?? '', whom, ['Assign', 'to']);
}

const PEOPLE = {
  businessOwner: 'business owner',
  technicalOwner: 'technical owner',
  financeValidator: 'finance validator',
} as const satisfies Partial<Record<keyof Patch, string>>;

function oneText(what: string, text: string, whom: string, [verb, to]: readonly [string, string]): string {
  return text.trim() === '' ? `Clear ${what} of ${whom}` : `${verb} ${what} ${shortName(text)} ${to} ${whom}`;
}

/**
 * Changes the same facts of many initiatives, all or none; each by the rules of {@link updateInitiative}. Where a fact
 * is so already, nothing happens.
 * @throws AppError not_found when one of them is gone.
 */
export function updateInitiatives(tx: Tx, { ids, patch }: Parsed<'updateInitiatives'>): Done {
  for (const id of ids) updateInitiative(tx, { id, patch });
  return DONE;
}

const COLUMN_WORDS: Readonly<Record<TextField, string>> = {
  name: 'names',
  unit: 'units',
  businessOwner: 'business owners',
  technicalOwner: 'technical owners',
};

/** "Paste business owners of 14 initiatives". */
export function setInitiativeTextsLabel(db: ReadDb, input: Parsed<'setInitiativeTexts'>): string {
  const ids = input.values.map((value) => value.id);
  return `Paste ${COLUMN_WORDS[input.field]} of ${subject(db, ids)}`;
}

/** Sets one text field of many initiatives, each to its own text, all or none. @throws AppError not_found. */
export function setInitiativeTexts(tx: Tx, { field, values }: Parsed<'setInitiativeTexts'>): Done {
  for (const { id, text } of values) updateInitiative(tx, { id, patch: { [field]: text } });
  return DONE;
}
