import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { FRAMEWORK_FUNCTIONS } from '#shared/domain/governance.ts';
import type { ReadDb } from '../handles.ts';
import { toGovernanceColumns } from '../rows/governance-row.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName } from './words.ts';

/** "Change governance of Claims triage". */
export function setGovernanceLabel(db: ReadDb, input: Parsed<'setGovernance'>): string {
  return `Change governance of ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Sets what is on record about an agent's powers and trials, as a whole. A function of the framework that is not
 * given is not stated; with nothing given at all there is no record.
 * @throws AppError invalid_input for a function of the framework that is given twice.
 */
export function setGovernance(tx: Tx, input: Parsed<'setGovernance'>): Done {
  const { id } = mustFind(tx, 'initiative', input.initiativeId);
  const { framework } = input.governance;
  const given = new Map(framework.map((one) => [one.function, one]));
  if (given.size !== framework.length)
    throw new AppError(
      'invalid_input',
      'One function of the framework is given twice. Nothing was changed. Keep one of the two, then save again.',
      { field: 'framework' },
    );
  const columns = toGovernanceColumns(input.governance);
  const key = { initiative_id: id };
  const isRecorded = framework.length > 0 || Object.values(columns).some(isStated);
  if (isRecorded) tx.upsert('governance', { ...key, ...columns });
  else if (tx.find('governance', key)) tx.remove('governance', key);
  for (const framework_function of FRAMEWORK_FUNCTIONS) {
    const one = given.get(framework_function);
    if (one)
      tx.upsert('framework_status', { ...key, framework_function, status: one.status, link: one.link });
    else if (tx.find('framework_status', { ...key, framework_function }))
      tx.remove('framework_status', { ...key, framework_function });
  }
  return DONE;
}

function isStated(value: string | null): boolean {
  return value !== null && value.trim() !== '';
}
