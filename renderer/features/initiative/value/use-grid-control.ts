import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { afterCommit, type Block, blockOf, isCell, movePlace, type Place, placesOf } from './grid-cursor.ts';
import { editText } from './grid-format.ts';
import { type CellValues, valueAt } from './grid-model.ts';
import { formatTsv, parseTsv } from './tsv.ts';
import {
  type CellProblem,
  type CellWrite,
  fillBlock,
  lockOf,
  parseCell,
  pasteBlock,
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
  /** A block that cannot be written, and why; an empty list clears what was said before. */
  readonly onProblems: (problems: readonly CellProblem[]) => void;
}

interface GridControlInput {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly sheet: Sheet;
  readonly values: CellValues;
  readonly actions: GridActions;
}

const HOME: Place = { row: 0, col: 0 };
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** The behaviour of the grid: cursor, selection, editing, clipboard. The rules themselves are pure and live beside it. */
export function useGridControl({ table, sheet, values, actions }: GridControlInput) {
  const size = { rows: sheet.rows.length, cols: sheet.months.length };
  const [rawCursor, setCursor] = useState<Place>(() => ({ row: 0, col: size.cols - 1 }));
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [editing, showEditing] = useState<Editing | null>(null);
  // The same at once: removing the field makes it lose the focus, and that must not write a second time.
  const open = useRef<Editing | null>(null);
  const setEditing = (next: Editing | null) => {
    open.current = next;
    showEditing(next);
  };
  const [problem, setProblem] = useState<CellProblem | null>(null);
  const mustFocus = useRef(false);
  // Lines and months come and go; the cursor stays inside.
  const cursor: Place = {
    row: Math.min(rawCursor.row, size.rows - 1),
    col: Math.min(rawCursor.col, size.cols - 1),
  };
  const block: Block = blockOf(anchor ?? cursor, cursor);

  const focusPlace = useCallback(
    (place: Place) => {
      const element = table.current?.querySelector<HTMLElement>(`[data-place="${place.row}:${place.col}"]`);
      element?.focus({ preventScroll: false });
    },
    [table],
  );
  useEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    focusPlace(cursor);
  });

  const rowAt = (place: Place) => sheet.rows[place.row];
  const monthAt = (place: Place) => sheet.months[place.col];
  const currentOf = (place: Place): number | null => {
    const row = rowAt(place);
    const month = monthAt(place);
    return row === undefined || month === undefined ? null : valueAt(values, row, month);
  };

  const goTo = (place: Place, extends_ = false) => {
    setAnchor(extends_ ? (anchor ?? cursor) : null);
    setCursor(place);
    setProblem(null);
    mustFocus.current = true;
  };

  const select = (place: Place) => {
    if (place.row === cursor.row && place.col === cursor.col) return;
    setCursor(place);
    setAnchor(null);
  };

  const startEdit = (text: string, isTypedOver: boolean) => {
    const row = rowAt(cursor);
    const month = monthAt(cursor);
    if (row === undefined || month === undefined) return;
    const lock = lockOf(sheet, month);
    if (lock !== null) {
      setProblem({ place: cursor, text: lock });
      return;
    }
    setProblem(null);
    actions.onProblems([]);
    setAnchor(null);
    setEditing({ text, isTypedOver });
  };

  /** Writes what is being edited. False when it does not parse: the field stays open and says why. */
  const commit = (): boolean => {
    const row = rowAt(cursor);
    const month = monthAt(cursor);
    const written = open.current;
    if (written === null || row === undefined || month === undefined) return true;
    const read = parseCell(row, written.text, sheet.currency);
    if (!read.ok) {
      setProblem({ place: cursor, text: read.text });
      return false;
    }
    setEditing(null);
    setProblem(null);
    actions.onWrites([{ place: cursor, row, month, value: read.value }]);
    return true;
  };

  const apply = (writes: Writes) => {
    setProblem(null);
    if (writes.ok) {
      actions.onProblems([]);
      actions.onWrites(writes.writes);
    } else actions.onProblems(writes.problems);
  };

  const fillRight = () => {
    if (!isCell(cursor)) return;
    const single = block.left === block.right;
    const source = single ? block.left - 1 : block.left;
    if (source < 0) return;
    const target = { ...block, left: source + 1 };
    apply(fillBlock(sheet, target, (place) => currentOf({ row: place.row, col: source })));
  };

  const onEditKey = (event: KeyboardEvent) => {
    if (editing === null) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      setEditing(null);
      setProblem(null);
      mustFocus.current = true;
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      if (commit()) goTo(afterCommit(cursor, event.key, event.shiftKey, size));
    } else if (editing.isTypedOver && ARROWS.includes(event.key)) {
      event.preventDefault();
      const next = movePlace(cursor, { key: event.key, ctrlKey: false }, size);
      if (commit()) goTo(next ?? cursor);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (editing !== null) return onEditKey(event);
    const place = (event.target as HTMLElement).dataset.place;
    if (place === undefined) return;
    const isMod = event.ctrlKey || event.metaKey;
    const next = event.altKey ? undefined : movePlace(cursor, { key: event.key, ctrlKey: isMod }, size);
    if (next !== undefined) {
      event.preventDefault();
      goTo(next, event.shiftKey && isCell(cursor) && isCell(next));
      return;
    }
    if (!isCell(cursor)) {
      if (event.key === 'Escape') goTo({ row: Math.max(0, cursor.row), col: Math.max(0, cursor.col) });
      return;
    }
    if (isMod) {
      const key = event.key.toLowerCase();
      if (key === 'r') {
        event.preventDefault();
        fillRight();
      } else if (key === 'a') {
        event.preventDefault();
        setAnchor(HOME);
        setCursor({ row: size.rows - 1, col: size.cols - 1 });
        mustFocus.current = true;
      }
      return;
    }
    if (event.altKey) return;
    const row = rowAt(cursor);
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (row !== undefined) startEdit(editText(row, currentOf(cursor), sheet.currency), false);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      apply(fillBlock(sheet, block, () => null));
    } else if (event.key === 'Escape') {
      setAnchor(null);
      setProblem(null);
      actions.onProblems([]);
    } else if (event.key.length === 1 && event.key !== ' ') {
      event.preventDefault();
      startEdit(event.key, true);
    }
  };

  const copyText = () => {
    const rows: string[][] = [];
    for (const place of placesOf(block)) {
      const row = rowAt(place);
      if (row === undefined) continue;
      const line = rows[place.row - block.top] ?? [];
      rows[place.row - block.top] = line;
      line.push(editText(row, currentOf(place), sheet.currency));
    }
    return formatTsv(rows);
  };

  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null || !isCell(cursor)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText());
  };

  const dragging = useRef(false);
  useEffect(() => {
    const stop = () => {
      dragging.current = false;
    };
    window.addEventListener('pointerup', stop);
    return () => window.removeEventListener('pointerup', stop);
  }, []);

  return {
    cursor,
    block,
    editing,
    select,
    startEdit,
    setText: (text: string) => {
      setProblem(null);
      if (open.current !== null) setEditing({ ...open.current, text });
    },
    problemAt: (place: Place): string | null =>
      problem?.place?.row === place.row && problem.place.col === place.col ? problem.text : null,
    /** The field lost the focus: what can be written is, what cannot stays open with its reason. */
    commitInPlace: () => {
      commit();
    },
    onKeyDown,
    onCopy,
    onCut: (event: ClipboardEvent) => {
      if (editing !== null || !isCell(cursor)) return;
      onCopy(event);
      apply(fillBlock(sheet, block, () => null));
    },
    onPaste: (event: ClipboardEvent) => {
      if (editing !== null || !isCell(cursor)) return;
      event.preventDefault();
      const pasted = parseTsv(event.clipboardData.getData('text/plain'));
      const at = { row: block.top, col: block.left };
      const written = pasteBlock(sheet, at, pasted);
      apply(written);
      if (!written.ok) return;
      setAnchor(at);
      const width = Math.max(...pasted.map((cells) => cells.length));
      setCursor({ row: at.row + pasted.length - 1, col: at.col + width - 1 });
      mustFocus.current = true;
    },
    onPointerDown: (event: PointerEvent, place: Place) => {
      if (event.button !== 0) return;
      const isHere = editing !== null && place.row === cursor.row && place.col === cursor.col;
      if (isHere) return;
      if (editing !== null && !commit()) {
        event.preventDefault();
        return;
      }
      // The focus moves by our hand, after the cell has become the one Tab stops at.
      event.preventDefault();
      dragging.current = true;
      goTo(place, event.shiftKey);
    },
    onPointerEnter: (_: PointerEvent, place: Place) => {
      if (dragging.current) goTo(place, true);
    },
  };
}
