import { z } from 'zod';
import type { Result } from './errors.ts';
import { bulkIds, bulkPatch, initiativeTexts, monthEntry, monthSheet } from './schemas/bulk.ts';
import { explanation } from './schemas/explanation.ts';
import {
  backupList,
  fileCheckReport,
  heldHead,
  restoreChoice,
  restorePreview,
  viewDate,
} from './schemas/file.ts';
import {
  checklistClaim,
  newAsset,
  newDriver,
  newForwardModel,
  newScope,
  newScopeLine,
  scopeStage,
  sharedAsset,
  stopTerms,
  unitCount,
} from './schemas/forward-model.ts';
import { historyChanges, historyKind } from './schemas/history.ts';
import {
  gap,
  initiativeFields,
  level,
  newEvidence,
  newIncident,
  newLine,
  newTripwire,
} from './schemas/initiative.ts';
import { importDraft, importOptions, importOutcome, stagedFile } from './schemas/intake.ts';
import {
  newPolicy,
  policyCandidate,
  policyInForce,
  policyOfVersion,
  policyPreview,
  policyVersionNumber,
} from './schemas/policy.ts';
import {
  figureId,
  initiativeDecisions,
  portfolioChanges,
  portfolioFigureDetail,
} from './schemas/portfolio.ts';
import { bytes, done, finite, id, isoDate, money, month, nothing, text } from './schemas/primitives.ts';
import {
  assetReuse,
  assetTerms,
  governance,
  launch,
  newCondition,
  newRestatement,
  newSavedView,
  savedView,
} from './schemas/trace.ts';
import {
  boardReport,
  historyEntry,
  initiativeDetail,
  namedStep,
  portfolioSettings,
  portfolioSummary,
  registerRow,
  status,
} from './schemas/views.ts';

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const created = z.object({ id });
/** Amounts of lines by month; null = unmeasured. */
const valueCells = z
  .array(z.object({ lineId: id, month, amount: money.nullable() }).strict())
  .min(1)
  .max(20_000);

/** The same for forecasts: the amount is the P50, with P10 and P90 where somebody gave a range. */
const forecastCells = z
  .array(
    z
      .object({
        lineId: id,
        month,
        amount: money.nullable(),
        range: z.object({ p10: money, p90: money }).strict().nullable().exactOptional(),
      })
      .strict()
      .refine(
        ({ amount, range }) => !range || (amount !== null && range.p10 <= amount && amount <= range.p90),
        'the P10 must not lie above the forecast, nor the P90 below it',
      ),
  )
  .min(1)
  .max(20_000);

/** Calls answered by the data service, the same on both hosts. One line a call: name, input, output. */
export const dataContract = {
  getStatus: call(nothing, status),
  // The calls that look take a past day: then they answer as was known at its end.
  getPortfolio: call(viewDate.strict(), portfolioSummary),
  listRegister: call(
    viewDate.strict(),
    z.object({ currency: z.string(), asOf: isoDate, rows: z.array(registerRow) }),
  ),
  getInitiative: call(viewDate.extend({ id }).strict(), initiativeDetail),
  getReport: call(viewDate.strict(), boardReport),
  /** How a header figure of the home screen came about, with what every initiative adds. */
  getPortfolioFigure: call(viewDate.extend({ figure: figureId }).strict(), portfolioFigureDetail),
  /** Since a closed review; absent = the last one closed before the day, null = 90 days. */
  getChanges: call(viewDate.extend({ reviewId: id.nullable().optional() }).strict(), portfolioChanges),
  /** What every closed review recommended and decided about one initiative, and what followed. */
  getDecisions: call(viewDate.extend({ id }).strict(), initiativeDecisions),
  listHistory: call(
    viewDate
      .extend({
        initiativeId: id.optional(),
        /** Only entries about this; it takes an initiative. */
        kind: historyKind.optional(),
        before: z.int().optional(),
        limit: z.int().min(1).max(500),
      })
      .strict()
      .refine((v) => v.kind === undefined || v.initiativeId !== undefined, 'a kind takes an initiative'),
    z.object({ entries: z.array(historyEntry) }),
  ),
  /** What one entry changed about an initiative, field by field; `fromOrdinal` pages on. */
  getHistoryChanges: call(
    viewDate
      .extend({ initiativeId: id, seq: z.int().min(1), fromOrdinal: z.int().min(1).optional() })
      .strict(),
    historyChanges,
  ),

  /** Tornado, flips, verdict shares, what to measure next: worked out on demand, off the main thread. */
  explainInitiative: call(viewDate.extend({ id }).strict(), explanation),
  /** Stops the explanation that is being worked out; it answers `cancelled`. */
  stopExplaining: call(nothing, done),
  /** Begins the simulations that failed again. */
  retrySimulations: call(nothing, done),

  createInitiative: call(initiativeFields.partial().required({ name: true, stage: true }).strict(), created),
  updateInitiative: call(z.object({ id, patch: initiativeFields.partial().strict() }).strict(), done),
  deleteInitiative: call(z.object({ id }).strict(), done),
  /** The same change for many, in one step. */
  updateInitiatives: call(z.object({ ids: bulkIds, patch: bulkPatch }).strict(), done),
  /** One text field, each initiative its own text, in one step. */
  setInitiativeTexts: call(initiativeTexts, done),
  recordAssessment: call(
    z
      .object({
        initiativeId: id,
        gap,
        level,
        rater: text(200),
        ratedOn: isoDate,
        note: text(8000),
        evidence: z.array(newEvidence).max(50),
      })
      .strict(),
    created,
  ),
  addEvidence: call(z.object({ assessmentId: id, evidence: newEvidence }).strict(), created),
  addLine: call(z.object({ initiativeId: id, line: newLine }).strict(), created),
  updateLine: call(z.object({ id, line: newLine }).strict(), done),
  removeLine: call(z.object({ id }).strict(), done),
  setMonthValues: call(
    z
      .object({
        initiativeId: id,
        cells: valueCells,
      })
      .strict(),
    done,
  ),
  setReadings: call(
    z
      .object({
        initiativeId: id,
        readings: z
          .array(z.object({ month, value: finite.nullable() }).strict())
          .min(1)
          .max(600),
      })
      .strict(),
    done,
  ),
  /** What was measured of one initiative, of whatever kind, in one step: a block pasted into its grid. */
  setActuals: call(
    z
      .object({
        initiativeId: id,
        cells: z.array(z.object({ lineId: id, month, amount: money.nullable() }).strict()).max(20_000),
        readings: z.array(z.object({ month, value: finite.nullable() }).strict()).max(600),
        counts: z.array(unitCount).max(600),
      })
      .strict()
      .refine((v) => v.cells.length + v.readings.length + v.counts.length > 0, 'there is nothing to enter'),
    done,
  ),
  /** Corrects a closed month: the old figures stay on record with the reason. */
  restateMonth: call(newRestatement, created),
  closeMonths: call(z.object({ initiativeId: id, months: z.array(month).min(1).max(600) }).strict(), done),
  /** One month of all initiatives, to look at and to enter. */
  listMonth: call(viewDate.extend({ month }).strict(), monthSheet),
  /** Amounts of one month for many initiatives, and its closing, in one step. */
  enterMonth: call(monthEntry, done),
  reopenMonths: call(z.object({ initiativeId: id, months: z.array(month).min(1).max(600) }).strict(), done),
  addTripwire: call(z.object({ initiativeId: id, tripwire: newTripwire }).strict(), created),
  updateTripwire: call(z.object({ id, tripwire: newTripwire }).strict(), done),
  removeTripwire: call(z.object({ id }).strict(), done),
  addIncident: call(z.object({ initiativeId: id, incident: newIncident }).strict(), created),
  updateIncident: call(z.object({ id, incident: newIncident }).strict(), done),
  removeIncident: call(z.object({ id }).strict(), done),

  setGovernance: call(z.object({ initiativeId: id, governance }).strict(), done),
  /** null takes the launch back. */
  setLaunch: call(z.object({ initiativeId: id, launch: launch.nullable() }).strict(), done),
  addCondition: call(z.object({ initiativeId: id, condition: newCondition }).strict(), created),
  updateCondition: call(z.object({ id, condition: newCondition }).strict(), done),
  removeCondition: call(z.object({ id }).strict(), done),

  /** A whole beginning in one step: what the usual shape of a stage asks for and is not there yet. */
  startForwardModel: call(z.object({ initiativeId: id, model: newForwardModel }).strict(), done),
  addDriver: call(z.object({ initiativeId: id, driver: newDriver }).strict(), created),
  updateDriver: call(z.object({ id, driver: newDriver }).strict(), done),
  removeDriver: call(z.object({ id }).strict(), done),
  addScope: call(z.object({ initiativeId: id, scope: newScope }).strict(), created),
  updateScope: call(z.object({ id, scope: newScope }).strict(), done),
  removeScope: call(z.object({ id }).strict(), done),
  addScopeLine: call(z.object({ scopeId: id, line: newScopeLine }).strict(), created),
  updateScopeLine: call(z.object({ id, line: newScopeLine }).strict(), done),
  removeScopeLine: call(z.object({ id }).strict(), done),
  /** null takes the terms back: not entered. */
  setStopTerms: call(z.object({ initiativeId: id, terms: stopTerms.nullable() }).strict(), done),

  listAssets: call(
    viewDate.strict(),
    z.object({ assets: z.array(z.object({ asset: sharedAsset, users: z.int() })) }),
  ),
  addAsset: call(z.object({ asset: newAsset }).strict(), created),
  updateAsset: call(z.object({ id, asset: newAsset }).strict(), done),
  removeAsset: call(z.object({ id }).strict(), done),
  /** null = the initiative does not use it. */
  setAssetUse: call(
    z.object({ initiativeId: id, assetId: id, neededFrom: scopeStage.nullable() }).strict(),
    done,
  ),

  setAssetTerms: call(z.object({ id, terms: assetTerms }).strict(), done),
  /** null = it does not reuse it (any more). */
  setAssetReuse: call(
    z.object({ initiativeId: id, assetId: id, reuse: assetReuse.nullable() }).strict(),
    done,
  ),

  setUnitCounts: call(
    z.object({ initiativeId: id, counts: z.array(unitCount).min(1).max(600) }).strict(),
    done,
  ),
  setForecastValues: call(z.object({ initiativeId: id, cells: forecastCells }).strict(), done),
  /** Locks a plan as the next version. Its amounts never change afterwards. */
  lockPlan: call(
    z
      .object({
        initiativeId: id,
        inForceFrom: month,
        approvedOn: isoDate,
        approvedBy: text(200),
        cells: z.array(z.object({ lineId: id, month, amount: money }).strict()).max(20_000),
      })
      .strict(),
    created,
  ),
  setChecklistRow: call(z.object({ initiativeId: id, row: checklistClaim }).strict(), done),

  listSavedViews: call(nothing, z.object({ views: z.array(savedView) })),
  /** A view of the same name on the same screen is replaced. */
  saveView: call(newSavedView, created),
  removeView: call(z.object({ id }).strict(), done),

  updateSettings: call(portfolioSettings.partial().strict(), done),

  getPolicy: call(viewDate.strict(), policyInForce),
  /** One version's values, to look at or to start from. */
  getPolicyVersion: call(policyVersionNumber, policyOfVersion),
  /** Which verdicts a policy would change and why. Asked again while some are computing. */
  previewPolicy: call(policyCandidate, policyPreview),
  savePolicy: call(newPolicy, policyVersionNumber),

  undo: call(nothing, z.object({ undone: namedStep.nullable() })),
  redo: call(nothing, z.object({ redone: namedStep.nullable() })),

  /** Every check there is, on a snapshot in the background, against every head held outside the file. */
  verifyFile: call(z.object({ held: z.array(heldHead).max(20) }).strict(), fileCheckReport),
  listBackups: call(nothing, backupList),
  makeBackup: call(nothing, backupList),
  /** What a restore would change, initiative by initiative. Changes nothing. */
  previewRestore: call(z.object({ choice: restoreChoice }).strict(), restorePreview),

  openImport: call(z.object({ handle: z.string().max(64), options: importOptions }).strict(), importDraft),
  reviseImport: call(
    z.object({ importId: z.string().max(64), options: importOptions }).strict(),
    importDraft,
  ),
  commitImport: call(z.object({ importId: z.string().max(64) }).strict(), importOutcome),
  discardImport: call(z.object({ importId: z.string().max(64) }).strict(), done),

  /** CSV of the register, or of the initiatives named; the page hands the bytes to `saveFile` or offers them as a download. */
  exportRegister: call(
    viewDate.extend({ ids: bulkIds.optional() }).strict(),
    z.object({ name: z.string(), mime: z.string(), bytes }),
  ),
  /**
   * A copy of the whole portfolio, made by SQLite and read back. Without its history it holds the current rows, one
   * entry that names the head it was copied from, and a new chain: for mailing to somebody who need not see the past.
   */
  exportCopy: call(
    z.object({ withHistory: z.boolean() }).strict(),
    z.object({ name: z.string(), mime: z.string(), bytes }),
  ),
} as const;

/** Calls answered by the host itself: windows, dialogs, files. Never a path in either direction. */
export const hostContract = {
  listPortfolios: call(
    nothing,
    z.object({
      /** Shown to the person, never sent back. */
      folder: z.string(),
      files: z.array(
        z.object({ handle: z.string(), name: z.string(), modifiedAt: z.string(), isOpen: z.boolean() }),
      ),
    }),
  ),
  /** Desktop: asks where; browser mode: makes it in the data folder. `isOpened` false = the person cancelled. */
  newPortfolio: call(
    z
      .object({
        name: text(100).refine((v) => v.trim() !== '', 'a name is needed'),
        currency: portfolioSettings.shape.currency,
      })
      .strict(),
    z.object({ isOpened: z.boolean() }),
  ),
  /** Desktop without a handle: asks which; otherwise the file behind a handle of `listPortfolios`. */
  openPortfolio: call(
    z.object({ handle: z.string().max(64).optional() }).strict(),
    z.object({ isOpened: z.boolean() }),
  ),
  /** A copy as of now of a portfolio that another program holds, to read. */
  openCopy: call(z.object({ handle: z.string().max(64) }).strict(), z.object({ isOpened: z.boolean() })),
  /** Puts the chosen content in the place of the open portfolio; the replaced file is kept. */
  restorePortfolio: call(
    z.object({ choice: restoreChoice }).strict(),
    z.object({
      /** Name of the file that holds what was replaced. */
      keptAs: z.string(),
    }),
  ),
  /** Desktop only: another folder for the backups on this machine; `isDefault` goes back to Pilotage's own. */
  chooseBackupFolder: call(
    z.object({ isDefault: z.boolean() }).strict(),
    z.object({ isChosen: z.boolean() }),
  ),
  openSample: call(nothing, z.object({ isOpened: z.boolean() })),
  /** Desktop only: the open dialog. null = cancelled. */
  pickImportFile: call(nothing, stagedFile.nullable()),
  /** A file dropped on or chosen in the page. */
  stageFile: call(z.object({ name: text(400), bytes }).strict(), stagedFile),
  /** Desktop only: the save dialog. */
  saveFile: call(z.object({ name: text(200), bytes }).strict(), z.object({ isSaved: z.boolean() })),
  /** Desktop only: prints the page as it stands to a PDF the person names. */
  printReport: call(
    z.object({ paper: z.enum(['A4', 'Letter']) }).strict(),
    z.object({ isSaved: z.boolean() }),
  ),
} as const;

export const contract = { ...dataContract, ...hostContract } as const;

export type DataCall = keyof typeof dataContract;
export type HostCall = keyof typeof hostContract;
export type CallName = keyof typeof contract;
/** What a caller gives. */
export type Input<C extends CallName> = z.input<(typeof contract)[C]['input']>;
/** What a handler gets, after validation. */
export type Parsed<C extends CallName> = z.output<(typeof contract)[C]['input']>;
export type Output<C extends CallName> = z.output<(typeof contract)[C]['output']>;

/** What the page holds: one method per call. */
export type Client = { readonly [C in CallName]: (input: Input<C>) => Promise<Result<Output<C>>> };
/** What a host implements; a missing or misspelt call does not compile. */
export type Handlers<Calls extends CallName, Context> = {
  readonly [C in Calls]: (context: Context, input: Parsed<C>) => Output<C> | Promise<Output<C>>;
};

/** What a host tells the page unasked. */
export type HostEvent =
  | { readonly type: 'changed'; readonly tables: readonly string[] }
  | { readonly type: 'switched' }
  | { readonly type: 'command'; readonly command: string }
  | { readonly type: 'progress'; readonly importId: string; readonly phase: string; readonly share: number };

/** The whole of what the page can reach: `window.pilotage` on the desktop, an HTTP client in browser mode. */
export interface Bridge {
  readonly client: Client;
  /** Calls `listener` for every event; returns the function that stops it. */
  readonly subscribe: (listener: (event: HostEvent) => void) => () => void;
}
