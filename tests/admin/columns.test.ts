import { describe, expect, test } from 'vitest';
import type { RowError } from '../../admin/plugin/api/types.ts';
import { cellText, columnOf, shownColumns } from '../../admin/plugin/pages/imports/show/failed/columns.ts';

const error: RowError = {
  code: 'INVALID_PHONE',
  field: 'phone',
  column: null,
  value: '12',
  params: {},
  message: 'Not a phone number.',
};
const mapping = [
  { column: 'Name', field: 'firstName' },
  { column: 'Tel', field: 'phone' },
];

function failedRow(values: unknown, errors = [error]) {
  return {
    ...{ id: '1', rowNumber: 1, line: 2, values, corrections: null, status: 'OPEN' as const, attempts: 1, errors },
    ...{ origin: null, reimportedAs: null },
  };
}

describe('the columns of failed rows', () => {
  test('an error that names only its field is at the column mapped to it', () => {
    expect(columnOf(error, { mapping })).toBe('Tel');
    expect(columnOf({ ...error, field: null }, { mapping })).toBeNull();
  });

  test('columns with errors come first, then those of fields in the order of these, then what is kept, then the others', () => {
    const row = failedRow({ City: 'Bonn', Hobby: 'Tango', Mail: '', Name: 'Ada', Tel: '12' });
    const sourceColumns = ['City', 'Hobby', 'Mail', 'Name', 'Tel'];
    const more = [
      { column: 'Hobby', field: 'metadata' },
      { column: 'Mail', field: 'email' },
    ];
    const fields = ['firstName', 'phone', 'email'].map((name) => ({
      name,
      label: name,
      type: 'text',
      required: false,
    }));
    const item = { mapping: [...more, ...mapping], sourceColumns };
    const { columns } = shownColumns([row], item, [], { fields, catchAll: 'metadata' });
    expect(columns).toEqual(['Tel', 'Name', 'Mail', 'Hobby', 'City']);
  });

  test('a column whose last error was mended stays in front', () => {
    const row = failedRow({ Name: 'Ada', Tel: '12' }, []);
    expect(shownColumns([row], { mapping, sourceColumns: ['Name', 'Tel'] }, ['Tel']).columns).toEqual(['Tel', 'Name']);
  });

  test('ten thousand columns are cut, those with errors stay, and the rest is counted', () => {
    const sourceColumns = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const row = failedRow({ c9999: 'x' }, [{ ...error, column: 'c9999' }]);
    const { columns, hidden } = shownColumns([row], { mapping: [], sourceColumns });
    expect(columns[0]).toBe('c9999');
    expect(columns.length + hidden).toBe(10_000);
    expect(columns.length).toBeLessThan(100);
  });

  test('a cell of megabytes is cut', () => {
    expect(cellText('Ada')).toBe('Ada');
    expect(cellText('x'.repeat(5_000_000)).length).toBeLessThan(300);
  });
});
