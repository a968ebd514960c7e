import type { Parsed } from '#shared/api/contract.ts';
import { CHECKLIST_NAMES } from '#shared/domain/checklist.ts';
import type { ReadDb } from '../handles.ts';
import { type Claim, toChecklistColumns } from '../rows/checklist-row.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName } from './words.ts';

const STATE_WORDS: Readonly<Record<Claim['state'], string>> = {
  pilot_grade: 'Mark as pilot-grade',
  production_ready: 'Mark as production-ready',
  unsaid: 'Take back the claim about',
};

/** "Mark as production-ready: Data of Claims triage". */
export function setChecklistRowLabel(db: ReadDb, input: Parsed<'setChecklistRow'>): string {
  const { state, dimension } = input.row;
  const colon = state === 'unsaid' ? '' : ':';
  return `${STATE_WORDS[state]}${colon} ${CHECKLIST_NAMES[dimension]} of ${initiativeName(db, input.initiativeId)}`;
}

/** Sets a claim of the checklist with its proof; `unsaid` takes it back. Gates are computed and stay as they are. */
export function setChecklistRow(tx: Tx, input: Parsed<'setChecklistRow'>): Done {
  const { id } = mustFind(tx, 'initiative', input.initiativeId);
  const { row } = input;
  if (row.state !== 'unsaid') {
    tx.upsert('checklist_row', toChecklistColumns(id, row));
    return DONE;
  }
  const key = { initiative_id: id, dimension: row.dimension };
  if (tx.find('checklist_row', key)) tx.remove('checklist_row', key);
  return DONE;
}
