import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type CellAt, cellAfter, columnAt, type GridShape } from './gridCells.ts';

/**
 * Where the focus moves when an edit ends: down (Enter), right (Tab), left (Shift+Tab), nowhere (Escape), or out of the
 * grid.
 */
export type EditEnd = 'down' | 'next' | 'previous' | 'stay' | 'leave';

export interface Editing {
  readonly at: CellAt;
  readonly stop: (end: EditEnd) => void;
}

interface GridKeysOptions extends GridShape {
  readonly isEditable: (at: CellAt) => boolean;
  /** Typing over a cell, or emptying it. */
  readonly type: (at: CellAt, text: string) => void;
  readonly editing: CellAt | null;
  readonly setEditing: (at: CellAt | null) => void;
}

export interface GridKeys {
  readonly table: RefObject<HTMLTableElement | null>;
  /** The one place of the grid that Tab leads to. */
  readonly stop: CellAt | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly endEdit: (end: EditEnd) => void;
}

const END_KEYS: Readonly<Record<EditEnd, string | null>> = {
  down: 'ArrowDown',
  next: 'ArrowRight',
  previous: 'ArrowLeft',
  stay: null,
  leave: null,
};

/** The keyboard of the grid: arrows move, typing or Enter edits, as in the grid pattern of WAI-ARIA. */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const { rows, cellsOf, editing, setEditing } = options;
  const table = useRef<HTMLTableElement | null>(null);
  const [active, setActive] = useState<CellAt | null>(null);
  const goal = useRef<CellAt | null>(null);
  useEffect(() => {
    // The editor is gone by now, and with it the focus, unless it went elsewhere by itself.
    if (editing === null && goal.current) focusCell(table.current, goal.current);
    if (editing === null) goal.current = null;
  }, [editing]);

  return {
    table,
    stop: tabStop(active, options),
    onFocus({ target }) {
      const { row, cell } = target instanceof HTMLElement ? target.dataset : {};
      if (row && cell) setActive({ row: Number(row), cell });
    },
    onKeyDown(event) {
      const at = placeOf(event.target);
      if (!at) return;
      const next = event.altKey ? null : cellAfter(at, event.key, event.ctrlKey || event.metaKey, options);
      if (next) focusCell(table.current, next);
      else if (!startsEdit(event, at, options)) return;
      event.preventDefault();
    },
    endEdit(end) {
      if (!editing) return;
      const key = END_KEYS[end];
      goal.current = end === 'leave' ? null : key ? cellAfter(editing, key, false, { rows, cellsOf }) : editing;
      setEditing(null);
    },
  };
}

function startsEdit(event: KeyboardEvent, at: CellAt, { isEditable, type, setEditing }: GridKeysOptions): boolean {
  if (!isEditable(at) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Delete' || event.key === 'Backspace') {
    type(at, '');
    return true;
  }
  const writes = event.key.length === 1;
  if (!writes && event.key !== 'Enter' && event.key !== 'F2') return false;
  if (writes) type(at, event.key);
  setEditing(at);
  return true;
}

/** The last place that had the focus while it is there, else the first cell with a value. */
function tabStop(active: CellAt | null, { rows, cellsOf }: GridShape): CellAt | null {
  if (active && rows.includes(active.row)) {
    return { row: active.row, cell: cellsOf(active.row).includes(active.cell) ? active.cell : 'reason' };
  }
  const [row] = rows;
  if (row === undefined) return null;
  return { row, cell: cellsOf(row).find((cell) => columnAt({ row, cell }) !== null) ?? 'reason' };
}

function placeOf(target: EventTarget): CellAt | null {
  if (!(target instanceof HTMLElement)) return null;
  const { row, cell } = target.dataset;
  return row && cell ? { row: Number(row), cell } : null;
}

function focusCell(table: HTMLElement | null, { row, cell }: CellAt): void {
  table?.querySelector<HTMLElement>(`[data-row="${row}"][data-cell="${CSS.escape(cell)}"]`)?.focus();
}
