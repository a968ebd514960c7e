import { readAuditHead } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { PORTFOLIO_EXTENSION } from '../../platform/paths.ts';
import { fileStem } from '../../platform/portfolio-folder.ts';
import { pathOfBackup, pathsOfBackups } from '../backups.ts';
import { commandMeta, type DataContext } from '../context.ts';

/** Backups of the open portfolio, what a restore of one would change, and copies to give away. */
export const backupHandlers = {
  listBackups: (context) => context.backups.list(),
  makeBackup: async (context) => {
    await context.backups.now('by_hand');
    return context.backups.list();
  },
  previewRestore: (context, { choice }) => {
    const path = choice.kind === 'backup' ? pathOfBackup(context, choice.handle) : null;
    const { damage, file, fileThread, options } = context;
    // A backup or an empty portfolio shown in the place of a damaged file says nothing about that file.
    const isShown = damage === null || damage.shows === 'damaged';
    const present = {
      image: isShown ? file.db.serialize() : null,
      damagedPath: damage ? options.path : null,
    };
    const backups = choice.kind === 'rebuilt' ? pathsOfBackups(context) : [];
    return fileThread.run({ kind: 'compare', ...present, choice, path, backups });
  },
  exportCopy: async (context, { withHistory }) => {
    const { file, fileThread, memory, options } = context;
    const head = readAuditHead(file.db);
    const { name } = readPortfolio(file.db);
    const withoutHistory = withHistory ? null : commandMeta(context);
    const image = file.db.serialize();
    const copy = await fileThread.run({ kind: 'copy', image, withoutHistory });
    memory.note(head);
    const what = withHistory ? 'copy' : 'copy without history';
    return {
      name: `${fileStem(name)} ${what} ${options.today()}${PORTFOLIO_EXTENSION}`,
      mime: 'application/vnd.sqlite3',
      bytes: copy.image,
    };
  },
} satisfies Handlers<'listBackups' | 'makeBackup' | 'previewRestore' | 'exportCopy', DataContext>;
