import { readHistory } from '#db/read/history.ts';
import { readHistoryChanges } from '#db/read/history-changes.ts';
import { redoLast, undoLast, undoPlace } from '#db/undo.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { announce, commandMeta, type DataContext, refuseReadOnly } from '../context.ts';
import { viewAt } from '../portfolio-at.ts';

const CHANGES_ON_PAGE = 100;

/** Undo, redo and the list of what was done. */
export const historyHandlers = {
  listHistory: (context, { asOf, ...query }) =>
    viewAt(context, asOf, ({ db }) => ({ entries: readHistory(db, query) })),
  getHistoryChanges: (context, { asOf, ...query }) =>
    viewAt(context, asOf, ({ db }) => ({
      ...readHistoryChanges(db, { ...query, limit: CHANGES_ON_PAGE }),
      undo: undoPlace(db, query.seq),
    })),
  undo: (context) => {
    refuseReadOnly(context);
    context.backups.beforeChange();
    const outcome = undoLast(context.file.db, commandMeta(context));
    if (!outcome) return { undone: null };
    announce(context, outcome.seq, outcome.tables);
    return { undone: outcome.step };
  },
  redo: (context) => {
    refuseReadOnly(context);
    context.backups.beforeChange();
    const outcome = redoLast(context.file.db, commandMeta(context));
    if (!outcome) return { redone: null };
    announce(context, outcome.seq, outcome.tables);
    return { redone: outcome.step };
  },
} satisfies Handlers<'listHistory' | 'getHistoryChanges' | 'undo' | 'redo', DataContext>;
