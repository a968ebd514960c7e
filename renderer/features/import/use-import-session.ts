import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ApiError, Result } from '#shared/api/errors.ts';
import type { ImportDraft, ImportOptions, StagedFile } from '#shared/api/schemas/intake.ts';
import { getBridge } from '../../app/bridge.ts';
import { call } from '../../app/use-call.ts';
import { refuseFiles } from './choose-file.ts';
import type { ImportChange } from './import-options.ts';
import { type ChosenFile, type ImportState, INITIAL_IMPORT, nextImport } from './import-state.ts';
import { latestOnly } from './latest-only.ts';

/** Quiet time after a keystroke before the file is read again. */
const TYPING_PAUSE_MS = 350;

/** One import and everything a person can do with it. */
export interface ImportSession {
  readonly state: ImportState;
  /** Files dropped on or chosen in the page. */
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  /** The desktop's open dialog. */
  readonly pickFile: () => Promise<void>;
  readonly change: (change: ImportChange) => void;
  /** Gives up the last change (running or failed) and returns to the choices the preview was made from. */
  readonly takeBack: () => void;
  readonly importNow: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Forgets this file; also the way to cancel while it is being opened. */
  readonly startOver: () => void;
}

interface Question {
  readonly importId: string;
  readonly options: ImportOptions;
}

/** Runs one import: opens the file, asks again after every change, imports, undoes; lets the host forget it at the end. */
export function useImportSession(): ImportSession {
  const [state, dispatch] = useReducer(nextImport, INITIAL_IMPORT);
  /** Grows with every file taken or given up, so that an answer about an earlier one is known as late. */
  const turn = useRef(0);
  const heldId = useRef<string | null>(null);

  const [reviser] = useState(() =>
    latestOnly<Question, Result<ImportDraft>>(
      (question) => call('reviseImport', question),
      ({ options }, result) =>
        dispatch(
          result.ok
            ? { type: 'revised', options, draft: result.value }
            : { type: 'reviseFailed', options, error: result.error },
        ),
    ),
  );

  const release = useCallback(() => {
    turn.current += 1;
    reviser.forget();
    const importId = heldId.current;
    heldId.current = null;
    if (importId !== null) void call('discardImport', { importId });
  }, [reviser]);

  const startOver = useCallback(() => {
    release();
    dispatch({ type: 'startedOver' });
  }, [release]);

  useEffect(() => release, [release]);

  useEffect(
    () =>
      getBridge().subscribe((event) => {
        if (event.type === 'progress') {
          // The first word of an import being opened: with its id it can be cancelled.
          heldId.current ??= event.importId;
          dispatch(event);
        } else if (event.type === 'switched') {
          heldId.current = null;
          startOver();
        }
      }),
    [startOver],
  );

  const question = state.at === 'draft' && state.work === 'revising' ? state.options : null;
  const importId = state.at === 'draft' ? state.draft.importId : null;
  const isTyping = state.at === 'draft' && state.isTyping;
  useEffect(() => {
    if (question && importId) {
      reviser.ask({ importId, options: question }, isTyping ? TYPING_PAUSE_MS : 0);
    }
  }, [question, importId, isTyping, reviser]);

  const take = useCallback(
    async (file: ChosenFile, stage: () => Promise<Result<StagedFile>>) => {
      release();
      const mine = turn.current;
      dispatch({ type: 'fileChosen', file });
      const staged = await stage();
      if (mine !== turn.current) return;
      const opened = staged.ok
        ? await call('openImport', { handle: staged.value.handle, options: {} })
        : staged;
      if (mine !== turn.current) {
        if (opened.ok) void call('discardImport', { importId: opened.value.importId });
        return;
      }
      heldId.current = opened.ok ? opened.value.importId : null;
      dispatch(
        opened.ok ? { type: 'opened', draft: opened.value } : { type: 'fileRefused', error: opened.error },
      );
    },
    [release],
  );

  const takeFiles = useCallback(
    async (files: readonly File[]) => {
      const refusal = refuseFiles(files);
      const [file] = files;
      if (refusal || !file) {
        if (refusal) dispatch({ type: 'fileRefused', error: refusal });
        return;
      }
      await take({ name: file.name, size: file.size }, () => stageBytes(file));
    },
    [take],
  );

  const pickFile = useCallback(async () => {
    const picked = await call('pickImportFile', {});
    if (!picked.ok) return dispatch({ type: 'fileRefused', error: picked.error });
    const staged = picked.value;
    if (staged === null) return;
    const refusal = refuseFiles([staged]);
    if (refusal) return dispatch({ type: 'fileRefused', error: refusal });
    await take({ name: staged.name, size: staged.size }, async () => ({ ok: true, value: staged }));
  }, [take]);

  const importNow = useCallback(async () => {
    if (importId === null) return;
    dispatch({ type: 'importStarted' });
    const result = await call('commitImport', { importId });
    if (!result.ok) return dispatch({ type: 'importFailed', error: result.error });
    // Committed: there is nothing left to discard.
    heldId.current = null;
    const status = await call('getStatus', {});
    const undoSeq = status.ok ? (status.value.undo?.seq ?? null) : null;
    dispatch({ type: 'imported', outcome: result.value, undoSeq });
  }, [importId]);

  const undo = useCallback(async () => {
    dispatch({ type: 'undoStarted' });
    const result = await call('undo', {});
    dispatch(result.ok ? { type: 'undone' } : { type: 'undoFailed', error: result.error });
  }, []);

  return {
    state,
    takeFiles,
    pickFile,
    change: useCallback((change) => dispatch({ type: 'changed', change }), []),
    takeBack: useCallback(() => dispatch({ type: 'takenBack' }), []),
    importNow,
    undo,
    startOver,
  };
}

/** Reads a file of the page and hands its bytes to the host. */
async function stageBytes(file: File): Promise<Result<StagedFile>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, error: unreadable(file.name) };
  }
  return call('stageFile', { name: file.name, bytes });
}

function unreadable(name: string): ApiError {
  return {
    code: 'io_failed',
    message: `${name} could not be read: it is a folder, or it was moved or changed after it was chosen. Choose the file again.`,
    details: { file: name },
  };
}
