import * as commands from '#db/commands/index.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { monthSheet } from '#shared/portfolio/month-sheet.ts';
import { type DataContext, write } from '../context.ts';
import { viewAt } from '../portfolio-at.ts';
import { evaluated } from '../settled.ts';

/** The calls that look at or change many initiatives at once; each change one command, one history entry, one undo. */
export const bulkHandlers: Handlers<
  'listMonth' | 'enterMonth' | 'updateInitiatives' | 'setInitiativeTexts',
  DataContext
> = {
  listMonth: (context, { month, asOf }) =>
    viewAt(context, asOf, (view) => ({
      currency: readPortfolio(view.db).currency,
      asOf: view.asOf,
      month,
      initiatives: monthSheet(
        Array.from(evaluated(view).values(), (one) => one.facts),
        month,
      ),
    })),
  enterMonth: (context, input) =>
    write(context, 'enterMonth', commands.enterMonthLabel(context.file.db, input), (tx) =>
      commands.enterMonth(tx, input),
    ),
  updateInitiatives: (context, input) =>
    write(context, 'updateInitiatives', commands.updateInitiativesLabel(context.file.db, input), (tx) =>
      commands.updateInitiatives(tx, input),
    ),
  setInitiativeTexts: (context, input) =>
    write(context, 'setInitiativeTexts', commands.setInitiativeTextsLabel(context.file.db, input), (tx) =>
      commands.setInitiativeTexts(tx, input),
    ),
};
