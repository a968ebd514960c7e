import type { Output } from '#shared/api/contract.ts';
import { getRows, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';

type SavedView = Output<'listSavedViews'>['views'][number];

/** Every saved view, screen by screen in the order they were first saved. */
const SAVED_VIEWS = 'SELECT * FROM saved_view ORDER BY screen, sort_order, id';

/** The saved views of all screens. */
export function listSavedViews(db: ReadDb): SavedView[] {
  return getRows<RowOf<'saved_view'>>(db, SAVED_VIEWS).map((row) => ({
    id: row.id,
    screen: row.screen as SavedView['screen'],
    name: row.name,
    body: JSON.parse(row.body) as SavedView['body'],
  }));
}
