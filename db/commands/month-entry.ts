import type { Parsed } from '#shared/api/contract.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { closeMonths, setMonthValues } from './months.ts';
import { counted, initiativeName, monthName } from './words.ts';

type Entries = Parsed<'enterMonth'>['entries'];

/**
 * "Close September 2026 for 10 initiatives", "Enter September 2026 for Claims triage", or both when some of them stay
 * open: "Close September 2026 for 6 initiatives and enter it for 4 more".
 */
export function enterMonthLabel(db: ReadDb, { month, entries }: Parsed<'enterMonth'>): string {
  const closing = entries.filter((entry) => entry.isClosing);
  const open = entries.length - closing.length;
  if (closing.length === 0) return `Enter ${monthName(month)} for ${subject(db, entries)}`;
  const close = `Close ${monthName(month)} for ${subject(db, closing)}`;
  return open === 0 ? close : `${close} and enter it for ${open} more`;
}

function subject(db: ReadDb, entries: Entries): string {
  const [only] = entries;
  return entries.length === 1 && only
    ? initiativeName(db, only.initiativeId)
    : counted(entries.length, 'initiative');
}

/**
 * Enters one month of many initiatives and closes it for those that say so, all or none. Each by the rules of
 * {@link setMonthValues} and {@link closeMonths}: null takes an amount away, a closed month stays as it is.
 * @throws AppError conflict for amounts in a closed month, invalid_input for a line of another initiative, not_found.
 */
export function enterMonth(tx: Tx, { month, entries }: Parsed<'enterMonth'>): Done {
  for (const { initiativeId, cells, isClosing } of entries) {
    if (cells.length > 0)
      setMonthValues(tx, { initiativeId, cells: cells.map((cell) => ({ ...cell, month })) });
    else mustFind(tx, 'initiative', initiativeId);
    if (isClosing) closeMonths(tx, { initiativeId, months: [month] });
  }
  return DONE;
}
