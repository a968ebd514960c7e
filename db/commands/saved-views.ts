import type { Parsed } from '#shared/api/contract.ts';
import { getRow, type ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { rowName, shortName } from './words.ts';

/** "Save view Pilots at risk". */
export function saveViewLabel(input: Parsed<'saveView'>): string {
  return `Save view ${shortName(input.name)}`;
}

/** Keeps how a screen was left under a name; a view of the same name on the same screen is replaced and keeps its id. */
export function saveView(tx: Tx, input: Parsed<'saveView'>, newId: NewId): Created {
  const { screen } = input;
  const name = input.name.trim();
  const body = JSON.stringify(input.body);
  const same = getRow<{ id: string }>(
    tx.db,
    'SELECT id FROM saved_view WHERE screen = ? AND name = ?',
    screen,
    name,
  );
  if (same) {
    tx.update('saved_view', { id: same.id }, { body });
    return { id: same.id };
  }
  const last = getRow<{ last: number | null }>(
    tx.db,
    'SELECT max(sort_order) AS last FROM saved_view WHERE screen = ?',
    screen,
  );
  const id = newId();
  tx.insert('saved_view', { id, screen, name, body, sort_order: (last?.last ?? 0) + 1 });
  return { id };
}

/** "Remove view Pilots at risk". */
export function removeViewLabel(db: ReadDb, input: Parsed<'removeView'>): string {
  return `Remove view ${rowName(db, 'saved_view', input.id)}`;
}

/** Removes a saved view. */
export function removeView(tx: Tx, input: Parsed<'removeView'>): Done {
  mustFind(tx, 'saved_view', input.id);
  tx.remove('saved_view', { id: input.id });
  return DONE;
}
