import { useEffect, useRef, useState } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { readBlock } from '#shared/clipboard/read-block.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { fillClipboard } from '../../clipboard/write-clipboard.ts';
import { useRegisterMemory } from '../register-memory.ts';
import { copyRows } from './copy-rows.ts';
import { gridElement } from './grid-elements.ts';
import type { PasteRequest } from './paste-dialog.tsx';
import { orderShown } from './selection.ts';

interface GridRows {
  readonly all: readonly RegisterRow[];
  readonly chosen: readonly RegisterRow[];
  readonly currency: string;
}

/**
 * Copy and paste while the register has the keyboard: copy takes the chosen rows in the order shown, or the active one;
 * paste asks what to do with the block, which begins at the active row. Returns what was pasted and how to set it.
 */
export function useGridClipboard(
  rows: GridRows,
): readonly [PasteRequest | null, (request: PasteRequest | null) => void] {
  const [pasted, setPasted] = useState<PasteRequest | null>(null);
  const canWrite = useWritingOff() === null;
  const latest = useRef({ ...rows, canWrite });
  useEffect(() => {
    latest.current = { ...rows, canWrite };
  });

  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!isInGrid(event) || event.clipboardData === null) return;
      const { all, chosen, currency } = latest.current;
      const { activeId } = useRegisterMemory.getState();
      const taken = chosen.length > 0 ? inOrder(chosen) : all.filter((row) => row.id === activeId);
      if (taken.length === 0) return;
      event.preventDefault();
      fillClipboard(event.clipboardData, writeBlock(copyRows(taken, currency)));
    };
    const onPaste = (event: ClipboardEvent) => {
      const { all, canWrite: isAllowed } = latest.current;
      if (!isInGrid(event) || event.clipboardData === null || !isAllowed) return;
      const block = readBlock({
        text: event.clipboardData.getData('text/plain'),
        html: event.clipboardData.getData('text/html'),
      });
      const { activeId } = useRegisterMemory.getState();
      const shown = inOrderOf(all, orderShown());
      const start = shown.findIndex((row) => row.id === activeId);
      if (block.rows.length === 0 || start < 0) return;
      event.preventDefault();
      setPasted({ block, rows: shown, start });
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
  return [pasted, setPasted];
}

/** True while the grid itself has the keyboard and no text on the page is marked. */
function isInGrid(event: ClipboardEvent): boolean {
  const grid = gridElement();
  const isHere = grid !== null && document.activeElement === grid;
  return isHere && (event.type === 'paste' || (window.getSelection()?.toString() ?? '') === '');
}

function inOrder(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  const place = new Map(orderShown().map((id, index) => [id, index]));
  // What the filters hide comes after what they show.
  const at = (row: RegisterRow) => place.get(row.id) ?? place.size;
  return [...rows].sort((a, b) => at(a) - at(b));
}

function inOrderOf(rows: readonly RegisterRow[], order: readonly string[]): readonly RegisterRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
