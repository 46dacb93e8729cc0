/** A place of the grid that the focus can be at: a row, and a cell or button in it. */
export interface CellAt {
  readonly row: number;
  readonly cell: string;
}

const VALUE = 'value:';
export const valueCell = (column: string): string => `${VALUE}${column}`;
/** The column of a cell with a value; null for the others. */
export const columnAt = ({ cell }: CellAt): string | null => (cell.startsWith(VALUE) ? cell.slice(VALUE.length) : null);

interface RowAbilities {
  readonly editable: boolean;
  readonly retryable: boolean;
  readonly changed: boolean;
}

/** What of a row can have the focus, from left to right. */
export function cellsOf({ editable, retryable, changed }: RowAbilities, columns: readonly string[]): string[] {
  const buttons = [...(retryable ? ['retry'] : []), 'discard', ...(changed ? ['revert'] : [])];
  return [...(editable ? ['choose'] : []), 'reason', ...(editable ? buttons : []), ...columns.map(valueCell)];
}

export interface GridShape {
  /** Row numbers from the top. */
  readonly rows: readonly number[];
  readonly cellsOf: (row: number) => readonly string[];
}

/** Where a key leads from a place, as grids do it; null for keys that lead nowhere. */
export function cellAfter(at: CellAt, key: string, toEdge: boolean, { rows, cellsOf }: GridShape): CellAt | null {
  const cells = cellsOf(at.row);
  const [row, cell] = [rows.indexOf(at.row), cells.indexOf(at.cell)];
  const within = (index: number): CellAt => ({ row: at.row, cell: cells[clamp(index, cells)] ?? at.cell });
  const onto = (index: number, column = at.cell): CellAt => {
    const next = rows[clamp(index, rows)] ?? at.row;
    return { row: next, cell: cellsOf(next).includes(column) ? column : 'reason' };
  };
  switch (key) {
    case 'ArrowLeft':
      return within(cell - 1);
    case 'ArrowRight':
      return within(cell + 1);
    case 'ArrowUp':
      return onto(toEdge ? 0 : row - 1);
    case 'ArrowDown':
      return onto(toEdge ? rows.length - 1 : row + 1);
    case 'Home':
      return toEdge ? onto(0, cells[0]) : within(0);
    case 'End':
      return toEdge ? onto(rows.length - 1, cells.at(-1)) : within(cells.length - 1);
    default:
      return null;
  }
}

function clamp(index: number, list: readonly unknown[]): number {
  return Math.min(list.length - 1, Math.max(0, index));
}
