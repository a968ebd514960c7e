import type { ApiError } from '#shared/api/errors.ts';
import type { ImportDraft, ImportOptions, ImportOutcome } from '#shared/api/schemas/intake.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { changeOptions, type ImportChange, isTyped } from './import-options.ts';

/** A file on its way in, as the page knows it: never a path. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes; null while the open dialog has not told. */
  readonly size: number | null;
}

/** How far a running piece of work is; `share` 0 to 1, null before the first report. */
export interface Progress {
  readonly phase: string;
  readonly share: number | null;
}

/** One import from the choice of a file to its outcome. */
export type ImportState =
  | { readonly at: 'choose'; readonly error: ApiError | null }
  | { readonly at: 'opening'; readonly file: ChosenFile; readonly progress: Progress | null }
  | {
      readonly at: 'draft';
      readonly file: ChosenFile;
      readonly draft: ImportDraft;
      /** What the person wants now. */
      readonly options: ImportOptions;
      /** What `draft` was made from; the same object as `options` when the draft is up to date. */
      readonly settled: ImportOptions;
      readonly work: 'none' | 'revising' | 'importing';
      /** True when the last change is being typed: the question waits for a pause. */
      readonly isTyping: boolean;
      readonly progress: Progress | null;
      readonly error: ApiError | null;
    }
  | {
      readonly at: 'done';
      readonly file: ChosenFile;
      readonly outcome: ImportOutcome;
      /** The history entry of this import; null when it could not be learnt. */
      readonly undoSeq: number | null;
      readonly undo: 'offered' | 'running' | 'undone';
      readonly error: ApiError | null;
    };

export type ImportEvent =
  | { readonly type: 'fileChosen'; readonly file: ChosenFile }
  | { readonly type: 'fileRefused'; readonly error: ApiError }
  | { readonly type: 'opened'; readonly draft: ImportDraft }
  | { readonly type: 'changed'; readonly change: ImportChange }
  | { readonly type: 'takenBack' }
  | { readonly type: 'revised'; readonly options: ImportOptions; readonly draft: ImportDraft }
  | { readonly type: 'reviseFailed'; readonly options: ImportOptions; readonly error: ApiError }
  | { readonly type: 'importStarted' }
  | { readonly type: 'importFailed'; readonly error: ApiError }
  | { readonly type: 'imported'; readonly outcome: ImportOutcome; readonly undoSeq: number | null }
  | { readonly type: 'progress'; readonly importId: string; readonly phase: string; readonly share: number }
  | { readonly type: 'undoStarted' }
  | { readonly type: 'undone' }
  | { readonly type: 'undoFailed'; readonly error: ApiError }
  | { readonly type: 'startedOver' };

export const INITIAL_IMPORT: ImportState = { at: 'choose', error: null };

/**
 * The next state. Events that arrive too late (an answer to a question nobody asks any more, progress of
 * another import) change nothing, so that the last answer wins whatever the order of arrival.
 */
export function nextImport(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'fileChosen':
      return { at: 'opening', file: event.file, progress: null };
    case 'fileRefused':
      return { at: 'choose', error: event.error };
    case 'startedOver':
      return INITIAL_IMPORT;
    case 'opened':
      if (state.at !== 'opening') return state;
      return draftOf(state.file, event.draft);
    case 'progress':
      return withProgress(state, event);
    case 'changed':
    case 'takenBack':
    case 'revised':
    case 'reviseFailed':
    case 'importStarted':
    case 'importFailed':
    case 'imported':
      return state.at === 'draft' ? nextDraft(state, event) : state;
    case 'undoStarted':
    case 'undone':
    case 'undoFailed':
      return state.at === 'done' ? nextDone(state, event) : state;
    default:
      return assertNever(event);
  }
}

type Draft = Extract<ImportState, { at: 'draft' }>;
type Done = Extract<ImportState, { at: 'done' }>;
type DraftEvent = Extract<
  ImportEvent,
  {
    type:
      | 'changed'
      | 'takenBack'
      | 'revised'
      | 'reviseFailed'
      | 'importStarted'
      | 'importFailed'
      | 'imported';
  }
>;

function draftOf(file: ChosenFile, draft: ImportDraft): Draft {
  const options: ImportOptions = {};
  return {
    at: 'draft',
    file,
    draft,
    options,
    settled: options,
    work: 'none',
    isTyping: false,
    progress: null,
    error: null,
  };
}

function nextDraft(state: Draft, event: DraftEvent): ImportState {
  switch (event.type) {
    case 'changed':
      if (state.work === 'importing') return state;
      return asking(state, changeOptions(state.options, event.change), isTyped(event.change));
    case 'takenBack':
      if (state.work === 'importing') return state;
      // A copy, so that the host is asked again: what it holds may come from the choices just given up.
      return asking(state, { ...state.settled }, false);
    case 'revised':
      if (event.options !== state.options) return state;
      return {
        ...state,
        draft: event.draft,
        settled: event.options,
        work: 'none',
        progress: null,
        error: null,
      };
    case 'reviseFailed':
      if (event.options !== state.options) return state;
      return { ...state, work: 'none', progress: null, error: event.error };
    case 'importStarted':
      return isImportable(state) ? { ...state, work: 'importing', progress: null, error: null } : state;
    case 'importFailed':
      return { ...state, work: 'none', progress: null, error: event.error };
    case 'imported':
      return {
        at: 'done',
        file: state.file,
        outcome: event.outcome,
        undoSeq: event.undoSeq,
        undo: 'offered',
        error: null,
      };
    default:
      return assertNever(event);
  }
}

function asking(state: Draft, options: ImportOptions, isTyping: boolean): Draft {
  return { ...state, options, isTyping, work: 'revising', progress: null, error: null };
}

function nextDone(
  state: Done,
  event: Extract<ImportEvent, { type: 'undoStarted' | 'undone' | 'undoFailed' }>,
): ImportState {
  switch (event.type) {
    case 'undoStarted':
      return { ...state, undo: 'running', error: null };
    case 'undone':
      return { ...state, undo: 'undone', error: null };
    case 'undoFailed':
      return { ...state, undo: 'offered', error: event.error };
    default:
      return assertNever(event);
  }
}

function withProgress(
  state: ImportState,
  event: { readonly importId: string; readonly phase: string; readonly share: number },
): ImportState {
  const progress = { phase: event.phase, share: Math.min(1, Math.max(0, event.share)) };
  // While the file is being opened the page does not know the id yet; only one import runs at a time.
  if (state.at === 'opening') return { ...state, progress };
  if (state.at === 'draft' && state.work !== 'none' && event.importId === state.draft.importId) {
    return { ...state, progress };
  }
  return state;
}

/** True when the draft shows what would be imported: nothing running, and made from the newest choices. */
export function isImportable(state: Draft): boolean {
  return state.work === 'none' && state.settled === state.options && state.draft.counts.ready > 0;
}

export type DraftState = Draft;
export type DoneState = Done;
