import type { DataCall, Handlers } from '#shared/api/contract.ts';
import type { DataContext } from '../context.ts';
import { backupHandlers } from './backups.ts';
import { bulkHandlers } from './bulk.ts';
import { commandHandlers } from './commands.ts';
import { explainHandlers } from './explain.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './import.ts';
import { integrityHandlers } from './integrity.ts';
import { policyHandlers } from './policy.ts';
import { portfolioHandlers } from './portfolio.ts';
import { viewHandlers } from './views.ts';

/** Every call of the data contract; one that is missing or misspelt does not compile. */
export const handlers: Handlers<DataCall, DataContext> = {
  ...viewHandlers,
  ...backupHandlers,
  ...bulkHandlers,
  ...commandHandlers,
  ...explainHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...integrityHandlers,
  ...policyHandlers,
  ...portfolioHandlers,
};
