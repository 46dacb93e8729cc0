import { describe, expect, test } from 'vitest';
import { createFieldReader } from '../../../server/engine/apply/prepare.ts';
import { MAX_CELL_LENGTH } from '../../../server/engine/apply/textSteps.ts';
import type { ColumnSplit, FieldRule } from '../../../server/engine/model/fieldRule.ts';
import type { AppliedMapping } from '../../../server/engine/model/import.ts';
import { mappingIssues } from '../../../server/engine/plan/mapping.ts';
import type { Json, JsonObject } from '../../../server/sdk/index.ts';
import type { FormatHints } from '../../../server/sources/types.ts';
import { goods } from './goods.ts';

interface Given {
  readonly mapping?: readonly AppliedMapping[];
  readonly rules?: readonly FieldRule[];
  readonly format?: FormatHints;
}

/** The fields that a row has by a mapping, or the codes of what is wrong with it, by field. */
function fieldsOf(row: JsonObject, { mapping = [], rules = [], format = {} }: Given): Record<string, unknown> {
  const columns = Object.keys(row);
  const { read } = createFieldReader(goods, columns, { mapping, fieldRules: rules }, {}, format);
  const { values, errors } = read({ number: 1, line: 2, values: Object.values(row) });
  const wrong = errors.map(({ field = '', code, column, value }) => [field, { code, column, value }]);
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries([...filled, ...wrong]);
}

const sku: AppliedMapping = { column: 'id', field: 'sku' };
const toName = (column: string): AppliedMapping => ({ column, field: 'name' });

test('a constant is the value of every row, a default that of rows without one', () => {
  const rules = [
    { field: 'source', constant: 'Fair 2026' },
    { field: 'brand', default: 'No brand' },
    { field: 'name', default: 'Unnamed' },
  ];
  const mapping = [sku, toName('title')];
  expect(fieldsOf({ id: 'A', title: 'Lamp' }, { mapping, rules })).toEqual({
    ...{ sku: 'A', name: 'Lamp', brand: 'No brand', source: 'Fair 2026' },
  });
  expect(fieldsOf({ id: 'A', title: '  ' }, { mapping, rules })).toMatchObject({ name: 'Unnamed' });
});

test('columns are joined in the order of the rule, without those that are empty, and stay where else they go', () => {
  const rules = [{ field: 'name', join: { columns: ['last', 'first', 'more'], separator: ', ' } }];
  const mapping = [sku, { column: 'first', field: 'brand', values: [{ from: 'Ada', to: 'Augusta' }] }];
  expect(fieldsOf({ id: 'A', first: 'Ada', last: ' Lovelace ', more: '' }, { mapping, rules })).toEqual({
    ...{ sku: 'A', brand: 'Augusta', name: 'Lovelace, Augusta' },
  });
  expect(fieldsOf({ id: 'A', first: '', last: '', more: '' }, { mapping, rules })).toEqual({ sku: 'A' });
  expect(fieldsOf({ id: 'A', first: ['x'], last: '', more: '' }, { mapping: [sku], rules })).toMatchObject({
    name: { code: 'INVALID_TEXT', column: 'last' },
  });
});

describe('a column is split', () => {
  const parts = (cell: Json, split: Omit<ColumnSplit, 'fields'>, fields: ColumnSplit['fields'] = ['name', 'brand']) => {
    const mapping = [sku, { column: 'text', field: null, split: { ...split, fields } }];
    const { sku: _, ...rest } = fieldsOf({ id: 'A', text: cell }, { mapping });
    return rest;
  };

  test('at a separator, where the last field takes what remains', () => {
    expect(parts('Lamp ; ACME; Ltd', { separator: ';' })).toEqual({ name: 'Lamp', brand: 'ACME; Ltd' });
    expect(parts('Lamp', { separator: ';' })).toEqual({ name: 'Lamp' });
    expect(parts('a|b|c', { separator: '|' }, ['name', null, 'brand'])).toEqual({ name: 'a', brand: 'c' });
    expect(parts(12.5, { separator: '.' })).toEqual({ name: '12', brand: '5' });
  });

  test('at spaces from either end, and at line breaks', () => {
    expect(parts(' Ludwig  van Beethoven', { at: 'WHITE_SPACE' })).toEqual({ name: 'Ludwig', brand: 'van Beethoven' });
    expect(parts('Ludwig van  Beethoven ', { at: 'LAST_SPACE' })).toEqual({ name: 'Ludwig van', brand: 'Beethoven' });
    expect(parts('Beethoven', { at: 'LAST_SPACE' })).toEqual({ name: 'Beethoven' });
    expect(parts('1 Main St\r\nLondon\n', { at: 'LINE_BREAK' })).toEqual({ name: '1 Main St', brand: 'London' });
  });
});

describe('steps change the text', () => {
  const changed = (cell: Json, ...steps: NonNullable<FieldRule['steps']>) =>
    fieldsOf({ id: 'A', title: cell }, { mapping: [sku, toName('title')], rules: [{ field: 'name', steps }] }).name;

  test('one after the other', () => {
    expect(changed('  a   b ', { trim: 'SPACES' })).toBe('a b');
    expect(changed('ÉCLAIR au chocolat, d’été', { case: 'TITLE' })).toBe('Éclair Au Chocolat, D’été');
    expect(changed('x', { case: 'UPPER' }, { replace: { find: 'X', with: 'y.*' } })).toBe('y.*');
    expect(changed('a.b.c', { replace: { find: '.', with: '' } })).toBe('abc');
    expect(changed(7, { replace: { find: '7', with: 'seven' } })).toBe('seven');
  });

  test('signs beside a number go, and nothing else', () => {
    const cells = ['€ 1.234,50', '12,5 EUR', 'CHF 12.50', 'US$ 5', '-5 kr', '12 Fr.', 'Mr 5'];
    expect(cells.map((cell) => changed(cell, { remove: 'CURRENCY' }))).toEqual([
      ...['1.234,50', '12,5', '12.50', '5', '-5', '12', 'Mr 5'],
    ]);
    expect(changed('12,5 %', { remove: 'PERCENT' })).toBe('12,5');
  });

  test('a text never grows without end', () => {
    const steps = Array.from({ length: 20 }, () => ({ replace: { find: 'x', with: 'x'.repeat(1_000) } }));
    expect(changed('x'.repeat(1_000), ...steps)).toMatchObject({ code: 'TOO_LONG' });
    const columns = ['b', 'c'];
    const row = { id: 'A', b: 'b'.repeat(MAX_CELL_LENGTH - 1), c: 'ccc' };
    const rules = [{ field: 'name', join: { columns, separator: '' } }];
    expect(fieldsOf(row, { mapping: [sku], rules })).toMatchObject({ name: { code: 'TOO_LONG', column: 'b' } });
  });
});

test('numbers and dates are read by the locale, and a date format goes before it', () => {
  const mapping = [sku, { column: 'p', field: 'price' }, { column: 'd', field: 'sold' }];
  const rules: FieldRule[] = [{ field: 'price', steps: [{ remove: 'CURRENCY' }] }];
  const row = { id: 'A', p: '1.234,50 €', d: '3.4.26' };
  expect(fieldsOf(row, { mapping, rules, format: { locale: 'de' } })).toMatchObject({
    price: 1234.5,
    sold: '2026-04-03',
  });
  expect(fieldsOf({ ...row, p: 1.234 }, { mapping, format: { locale: 'de' } })).toMatchObject({ price: 1.234 });
  const format = { locale: 'de', dateFormat: 'M.d.yy' };
  expect(fieldsOf(row, { mapping, rules, format })).toMatchObject({ sold: '2026-03-04' });
  expect(fieldsOf(row, { mapping, rules })).toMatchObject({
    ...{ price: { code: 'INVALID_NUMBER', value: '1.234,50 €' }, sold: { code: 'INVALID_DATE' } },
  });
});

test("an author's transforms change cells before they are parsed, and what they throw fails the row", () => {
  const mapping = [sku, toName('title'), { column: 'p', field: 'price' }];
  expect(fieldsOf({ id: '#A', title: 'x', p: 'free' }, { mapping })).toEqual({ sku: 'A', name: 'x', price: 0 });
  expect(fieldsOf({ id: '#', title: 'x', p: '' }, { mapping })).toMatchObject({
    sku: { code: 'REQUIRED', column: 'id' },
  });
  expect(fieldsOf({ id: 'A', title: 'Forbidden', p: '' }, { mapping })).toEqual({
    '': { code: 'FORBIDDEN', column: undefined, value: undefined },
  });
});

describe('what is wrong with rules is told with its place', () => {
  const issues = (mapping: readonly AppliedMapping[], rules: readonly FieldRule[], columns = ['id', 'a', 'b']) =>
    mappingIssues(goods, { mapping, fieldRules: rules }, columns).map(
      ({ path, message }) => `${path.join('.')} ${message.code}`,
    );
  const join = (...columns: string[]) => ({ columns, separator: ' ' });

  test('a field has one source', () => {
    expect(issues([sku, toName('a')], [{ field: 'name', constant: 'x' }])).toEqual([
      'fieldRules.0.constant FIELD_TAKEN',
    ]);
    expect(issues([], [{ field: 'name', constant: 'x', join: join('a', 'b') }])).toEqual([
      'fieldRules.0.constant CONSTANT_AND_JOIN',
    ]);
    const split = { separator: ',', fields: ['name', 'name', 'nme'] };
    expect(
      issues([{ column: 'a', field: 'brand', split }], [{ field: 'sku', default: 'x' }, { field: 'sku' }]),
    ).toEqual([
      'mapping.0.split.fields SPLIT_WITH_FIELD',
      'mapping.0.split.fields.1 FIELD_TAKEN',
      'mapping.0.split.fields.2 NO_FIELD',
      'fieldRules.1.field RULE_TWICE',
    ]);
  });

  test('texts, columns and steps', () => {
    expect(
      issues(
        [{ column: 'a', field: null, split: { fields: [null] } }],
        [
          { field: 'no', constant: 'x' },
          { field: 'name', join: join('a', 'a', 'z') },
          { field: 'brand', default: ' ' },
          { field: 'source', constant: 'a\0' },
          { field: 'sku', steps: [{}, { replace: { find: '', with: '' } }] },
        ],
      ),
    ).toEqual([
      'mapping.0.split.separator SPLIT_WHERE',
      'mapping.0.split.fields SPLIT_FIELDS',
      'fieldRules.0.field NO_FIELD',
      'fieldRules.1.join.columns JOIN_COLUMNS',
      'fieldRules.1.join.columns.2 NO_COLUMN',
      'fieldRules.2.default RULE_TEXT',
      'fieldRules.3.constant RULE_TEXT',
      'fieldRules.4.steps.0 ONE_STEP',
      'fieldRules.4.steps.1.replace REPLACE_TEXT',
    ]);
  });
});
