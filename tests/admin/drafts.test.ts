import { describe, expect, test } from 'vitest';
import {
  besideRows,
  correctionsOf,
  type Drafts,
  readDrafts,
  withValue,
  writeDrafts,
} from '../../admin/plugin/pages/imports/show/failed/drafts.ts';
import { replaceInRows } from '../../admin/plugin/pages/imports/show/failed/replace.ts';
import { draftsIn } from '../../admin/plugin/pages/imports/show/failed/scope.ts';

const none: Drafts = new Map();

function failedRow(rowNumber: number, phone: string, corrections: unknown = null) {
  const values = { Phone: phone, Name: 'Ada' };
  const errors = [
    { code: 'INVALID_PHONE', field: 'phone', column: 'Phone', value: phone, params: {}, message: 'Not a number.' },
  ];
  return {
    id: `${rowNumber}`,
    rowNumber,
    line: null,
    values,
    corrections,
    errors,
    status: 'OPEN' as const,
    attempts: 1,
    ...{ origin: null, reimportedAs: null },
  };
}

describe('what was typed into failed rows', () => {
  test('is sent as the columns that differ, and gone once a cell is back as it was', () => {
    const row = failedRow(3, '12');
    const typed = withValue(none, row, 'Phone', '+1 312 555 0101');
    expect(correctionsOf(typed)).toEqual([{ rowNumber: 3, values: { Phone: '+1 312 555 0101' } }]);
    expect(correctionsOf(withValue(typed, row, 'Phone', '12'))).toBeNull();
  });

  test('stays when its row is read anew, without what the server has by now', () => {
    const row = failedRow(3, '12');
    const typed = withValue(withValue(none, row, 'Phone', '13'), row, 'Name', 'Eve');
    const tried = failedRow(3, '12', { Phone: '13' });
    expect(correctionsOf(besideRows(typed, [tried]))).toEqual([{ rowNumber: 3, values: { Name: 'Eve' } }]);
    expect(besideRows(typed, [{ ...tried, status: 'OPEN' }, failedRow(4, '1')]).size).toBe(1);
  });

  test('goes with a row that somebody else resolved', () => {
    const row = failedRow(3, '12');
    const resolved = { ...row, status: 'RESOLVED' as const };
    expect(besideRows(withValue(none, row, 'Phone', '13'), [resolved]).size).toBe(0);
  });

  test('outlives a reload, and rubbish in its place is no draft', () => {
    const typed = withValue(none, failedRow(3, '12'), 'Phone', '13');
    expect(correctionsOf(readDrafts(writeDrafts(typed)))).toEqual(correctionsOf(typed));
    for (const rubbish of [null, '{', '7', '[[1],["a",{}],[2,{"x":5}]]']) {
      expect([...readDrafts(rubbish).values()].flatMap(({ values }) => Object.keys(values))).toEqual([]);
    }
  });

  test('belongs to the group of its errors', () => {
    const typed = withValue(none, failedRow(3, '12'), 'Phone', '13');
    const group = (code: string) => ({ kind: 'group', group: { code, field: 'phone' }, count: 1 }) as const;
    expect(draftsIn(typed, group('INVALID_PHONE')).size).toBe(1);
    expect(draftsIn(typed, group('REQUIRED')).size).toBe(0);
  });
});

describe('one replacement for many rows', () => {
  const rows = [failedRow(1, '0049 30 1'), failedRow(2, '030 2'), failedRow(3, '0049 40 3')];

  test('changes the rows that have the text, and counts them', () => {
    const { drafts, rowNumbers, example } = replaceInRows(none, rows, { column: 'Phone', find: '0049', by: '+49' });
    expect(rowNumbers).toEqual([1, 3]);
    expect(example).toEqual({ before: '0049 30 1', after: '+49 30 1' });
    expect(drafts.get(3)?.values).toEqual({ Phone: '+49 40 3' });
  });

  test('with nothing to find, sets every value, over what was typed before', () => {
    const typed = withValue(none, rows[0] ?? failedRow(1, ''), 'Name', 'Eve');
    const { drafts } = replaceInRows(typed, rows, { column: 'Phone', find: '', by: '+49 30 9' });
    expect(drafts.size).toBe(3);
    expect(drafts.get(1)?.values).toEqual({ Name: 'Eve', Phone: '+49 30 9' });
  });
});
