import { describe, expect, test } from 'vitest';
import { cellAfter, cellsOf, columnAt, valueCell } from '../../admin/plugin/pages/imports/show/failed/gridCells.ts';

const columns = ['Phone', 'Name'];
const shape = {
  rows: [4, 9, 12],
  cellsOf: (row: number) => cellsOf({ editable: true, retryable: true, changed: row === 9 }, columns),
};

describe('the keys of the grid', () => {
  test('right and left go through a row and stop at its ends', () => {
    expect(cellAfter({ row: 4, cell: 'discard' }, 'ArrowRight', false, shape)).toEqual({ row: 4, cell: 'value:Phone' });
    expect(cellAfter({ row: 4, cell: 'value:Name' }, 'ArrowRight', false, shape)).toEqual({
      row: 4,
      cell: 'value:Name',
    });
    expect(cellAfter({ row: 4, cell: 'choose' }, 'ArrowLeft', false, shape)).toEqual({ row: 4, cell: 'choose' });
  });

  test('down stays in the column, with Control to the last row', () => {
    const at = { row: 4, cell: valueCell('Name') };
    expect(cellAfter(at, 'ArrowDown', false, shape)).toEqual({ row: 9, cell: 'value:Name' });
    expect(cellAfter(at, 'ArrowDown', true, shape)).toEqual({ row: 12, cell: 'value:Name' });
  });

  test('from a button that the next row does not have, one comes to its reason', () => {
    expect(cellAfter({ row: 9, cell: 'revert' }, 'ArrowUp', false, shape)).toEqual({ row: 4, cell: 'reason' });
  });

  test('a letter leads nowhere', () => {
    expect(cellAfter({ row: 4, cell: 'reason' }, 'x', false, shape)).toBeNull();
  });

  test('a row that may not be edited has nothing but its reason and its values', () => {
    const cells = cellsOf({ editable: false, retryable: true, changed: false }, columns);
    expect(cells).toEqual(['reason', 'value:Phone', 'value:Name']);
    expect(cells.map((cell) => columnAt({ row: 1, cell }))).toEqual([null, 'Phone', 'Name']);
  });
});
