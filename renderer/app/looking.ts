import type { CallName, Input } from '#shared/api/contract.ts';
import type { IsoDate } from '#shared/domain/units.ts';

/** Calls that can look at a past day. */
export type LookingCall = {
  // A call without input takes any key, and none.
  [C in CallName]: string extends keyof Input<C> ? never : 'asOf' extends keyof Input<C> ? C : never;
}[CallName];

/** Every one of them; a call that takes a day and is missing here does not compile. */
const LOOKING: Readonly<Record<LookingCall, true>> = {
  getPortfolio: true,
  getPortfolioFigure: true,
  getChanges: true,
  getDecisions: true,
  listRegister: true,
  getInitiative: true,
  getReport: true,
  listHistory: true,
  getHistoryChanges: true,
  explainInitiative: true,
  listAssets: true,
  listMonth: true,
  getPolicy: true,
  exportRegister: true,
};

/**
 * Calls about the open file, the machine or a window that write nothing into the portfolio; a restore puts another file
 * in its place, whatever day is shown. All others write: a call that is missing here is refused on a past day, never
 * sent by mistake.
 */
const HARMLESS: ReadonlySet<CallName> = new Set<CallName>([
  'getStatus',
  'stopExplaining',
  'retrySimulations',
  'getPolicyVersion',
  'previewPolicy',
  'listSavedViews',
  'verifyFile',
  'listBackups',
  'makeBackup',
  'previewRestore',
  'exportCopy',
  'discardImport',
  'listPortfolios',
  'newPortfolio',
  'openPortfolio',
  'openCopy',
  'openSample',
  'restorePortfolio',
  'chooseBackupFolder',
  'saveFile',
  'printReport',
]);

/** The input of a call with the day that is looked at, where the call takes one and none is named. */
export function onDay<C extends CallName>(name: C, input: Input<C>, day: IsoDate | null): Input<C> {
  return day === null || !Object.hasOwn(LOOKING, name) ? input : { asOf: day, ...input };
}

/** True for a call that changes the portfolio, or begins to. */
export function isWriting(name: CallName): boolean {
  return !Object.hasOwn(LOOKING, name) && !HARMLESS.has(name);
}
