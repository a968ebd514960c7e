import { type ClipboardEvent, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { readBlock } from '#shared/clipboard/read-block.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { copiedAmount } from '../../../components/money-words.ts';
import { type Fill, fillCells, fillDownOf, fillRightOf } from './fill.ts';
import { isCell, movePlace, type Place, sizeOf } from './grid-cursor.ts';
import { editText } from './grid-format.ts';
import { gridIntent, nextCell } from './grid-keys.ts';
import { type CellValues, isMoney, rowKey, valueAt } from './grid-model.ts';
import {
  extendTo,
  onLayout,
  type PlacedSelection,
  type Selection,
  selectAll,
  selectColumns,
  selectedBlock,
  selectPlace,
  selectRows,
} from './grid-selection.ts';
import { pasteBlock } from './paste.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import {
  type CellProblem,
  type CellWrite,
  fillBlock,
  lockProblem,
  parseCell,
  type Sheet,
  type Writes,
} from './write-cells.ts';

export interface Editing {
  readonly text: string;
  /** Typed over the value: arrows then write and move on. Opened with F2 they move in the text. */
  readonly isTypedOver: boolean;
}

export interface GridActions {
  /** One action of the person; kept or refused as a whole. */
  readonly onWrites: (writes: readonly CellWrite[]) => void;
  /** Cells that cannot be written, and why; an empty list clears what was said before. */
  readonly onProblems: (problems: readonly CellProblem[]) => void;
  /** Opens or closes the range of the row's line; absent = lines have none here. */
  readonly onOpen?: ((row: number, isOpen: boolean) => void) | undefined;
}

/** Holds the selection beyond the grid, so that another layer or window of months finds it again. */
export interface SelectionStore {
  readonly current: PlacedSelection | null;
  readonly set: (selection: PlacedSelection) => void;
}

interface GridControlInput {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly sheet: Sheet;
  readonly values: CellValues;
  readonly store: SelectionStore;
  readonly actions: GridActions;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** The behaviour of the grid: selection, editing, clipboard. The rules themselves are pure and live beside it. */
export function useGridControl({ table, sheet, values, store, actions }: GridControlInput) {
  const size = { rows: sheet.rows.length, cols: sheet.months.length };
  const layout = useMemo(
    () => ({ rowKeys: sheet.rows.map(rowKey), months: sheet.months }),
    [sheet.rows, sheet.months],
  );
  const stored = store.current;
  const selection = useMemo<Selection>(
    () =>
      stored === null ? selectPlace({ row: 0, col: layout.months.length - 1 }) : onLayout(stored, layout),
    [stored, layout],
  );
  const { active } = selection;
  const block = selectedBlock(selection);
  const [editing, showEditing] = useState<Editing | null>(null);
  // The same at once: removing the field makes it lose the focus, and that must not write a second time.
  const open = useRef<Editing | null>(null);
  const setEditing = (next: Editing | null) => {
    open.current = next;
    showEditing(next);
  };
  const [problem, setProblem] = useState<{ readonly place: Place; readonly text: string } | null>(null);
  const focus = useGridFocus(table, selection);

  const currentOf = (place: Place): number | null => {
    const row = sheet.rows[place.row];
    const month = sheet.months[place.col];
    return row === undefined || month === undefined ? null : valueAt(values, row, month);
  };

  const choose = (next: Selection) => {
    store.set({ ...next, layout });
    setProblem(null);
    focus.request();
  };

  const startEdit = (text: string, isTypedOver: boolean) => {
    const row = sheet.rows[active.row];
    const month = sheet.months[active.col];
    if (row === undefined || month === undefined) return;
    const lock = lockProblem(sheet, active, month);
    setProblem(null);
    actions.onProblems(lock === null ? [] : [lock]);
    if (lock === null) setEditing({ text, isTypedOver });
  };
  const startWithValue = () => {
    const row = sheet.rows[active.row];
    if (row !== undefined) startEdit(editText(row, currentOf(active), sheet.currency), false);
  };

  const apply = (writes: Writes) => {
    setProblem(null);
    actions.onProblems(writes.ok ? [] : writes.problems);
    if (writes.ok) actions.onWrites(writes.writes);
  };

  /** Writes what is being edited. False when it does not parse: the field stays open and says why. */
  const commit = (isIntoRange = false): boolean => {
    const row = sheet.rows[active.row];
    const month = sheet.months[active.col];
    const written = open.current;
    if (written === null || row === undefined || month === undefined) return true;
    const read = parseCell(row, written.text, sheet.currency);
    if (!read.ok) {
      setProblem({ place: active, text: read.text });
      return false;
    }
    setEditing(null);
    setProblem(null);
    if (isIntoRange && sizeOf(block) > 1) {
      const source = { top: active.row, bottom: active.row, left: active.col, right: active.col };
      apply(fillCells(sheet, { source, target: block }, () => read.value));
    } else actions.onWrites([{ place: active, row, month, value: read.value }]);
    return true;
  };

  const fill = (from: Fill | null) => {
    if (from !== null) apply(fillCells(sheet, from, currentOf));
  };

  const pointer = useGridPointer({
    selection,
    size,
    choose,
    fill,
    canLeaveCell: () => open.current === null || commit(),
    startEdit: startWithValue,
  });

  const onEditKey = (event: KeyboardEvent) => {
    if (editing === null) return;
    const { key } = event;
    if (key === 'Escape') {
      event.preventDefault();
      setEditing(null);
      setProblem(null);
      focus.request();
    } else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (commit(true)) focus.request();
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault();
      if (!commit()) return;
      const next = gridIntent(
        { key, isMod: false, shiftKey: event.shiftKey, altKey: false },
        { selection, size, isReadOnly: false, isFilled: () => false },
      );
      if (next?.act === 'step') choose({ ...selection, active: next.to });
      else choose(selectPlace(nextCell(active, key, event.shiftKey, size)));
    } else if (editing.isTypedOver && ARROWS.includes(key)) {
      event.preventDefault();
      if (commit()) choose(selectPlace(movePlace(active, { key, ctrlKey: false }, size) ?? active));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (editing !== null) return onEditKey(event);
    if ((event.target as HTMLElement).dataset.place === undefined) return;
    const intent = gridIntent(
      {
        key: event.key,
        isMod: event.ctrlKey || event.metaKey,
        shiftKey: event.shiftKey,
        altKey: event.altKey,
      },
      {
        selection,
        size: { ...size, page: focus.page() },
        isReadOnly: sheet.readOnly !== undefined,
        isFilled: (place) => currentOf(place) !== null,
      },
    );
    if (intent === null) return;
    event.preventDefault();
    switch (intent.act) {
      case 'go':
        return choose(intent.extends ? extendTo(selection, intent.to) : selectPlace(intent.to));
      case 'step':
        return choose({ ...selection, active: intent.to });
      case 'row':
        return choose(selectRows(block.top, Math.max(block.top, block.bottom), size));
      case 'column':
        return choose(selectColumns(block.left, Math.max(block.left, block.right), size));
      case 'all':
        return choose(selectAll(isCell(active) ? active : { row: 0, col: 0 }, size));
      case 'clear':
        return apply(fillBlock(sheet, block, () => null));
      case 'right':
        return fill(fillRightOf(block));
      case 'down':
        return fill(fillDownOf(block));
      case 'edit':
        return startWithValue();
      case 'type':
        return startEdit(intent.text, true);
      case 'open':
        return actions.onOpen?.(active.row, intent.isOpen);
      case 'escape':
        actions.onProblems([]);
        return choose(selectPlace({ row: Math.max(0, active.row), col: Math.max(0, active.col) }));
      default:
        return assertNever(intent);
    }
  };

  const onCopy = (event: ClipboardEvent): boolean => {
    if (editing !== null || !isCell(active)) return false;
    event.preventDefault();
    const rows = sheet.rows.slice(block.top, block.bottom + 1).map((row) =>
      sheet.months.slice(block.left, block.right + 1).map((month) => {
        const text = editText(row, valueAt(values, row, month), sheet.currency);
        return text === '' ? '' : isMoney(row) ? copiedAmount(text) : { number: text };
      }),
    );
    const { text, html } = writeBlock(rows);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    return true;
  };

  return {
    selection,
    block,
    editing,
    /** The cells a fill being dragged would write. */
    filling: pointer.filling,
    choose,
    setText: (text: string) => {
      setProblem(null);
      if (open.current !== null) setEditing({ ...open.current, text });
    },
    problem,
    /** The field lost the focus: what can be written is, what cannot stays open with its reason. */
    commitInPlace: () => {
      commit();
    },
    /** A header has the focus now, by a click or by Tab. */
    select: (place: Place) => {
      if (place.row === active.row && place.col === active.col) return;
      store.set({ ...selectPlace(place), layout });
    },
    onKeyDown,
    onCopy: (event: ClipboardEvent) => {
      onCopy(event);
    },
    onCut: (event: ClipboardEvent) => {
      if (onCopy(event)) apply(fillBlock(sheet, block, () => null));
    },
    onPaste: (event: ClipboardEvent) => {
      if (editing !== null || !isCell(active)) return;
      event.preventDefault();
      const { clipboardData } = event;
      const pasted = readBlock({
        text: clipboardData.getData('text/plain'),
        html: clipboardData.getData('text/html'),
      });
      const written = pasteBlock(sheet, block, pasted);
      apply(written);
      if (!written.ok || written.target === undefined) return;
      const { top, left, bottom, right } = written.target;
      const from = { row: top, col: left };
      choose({ active: from, from, to: { row: bottom, col: right } });
    },
    onPointerDown: pointer.onPointerDown,
    onPointerOver: pointer.onPointerOver,
    onDoubleClick: pointer.onDoubleClick,
  };
}
