import { describe, expect, test } from 'vitest';
import {
  boolean,
  type Cell,
  date,
  email,
  type Field,
  Invalid,
  integer,
  isEmptyCell,
  number,
  text,
} from '../../server/sdk/index.ts';

const label = 'Field';

/** The parsed value, or the code of what is wrong. */
function parse<T>(field: Field<T>, cell: Cell): T | string {
  const value = field.parse(cell, { options: {} });
  return value instanceof Invalid ? value.code : value;
}

test('text is trimmed, takes plain values of JSON and nothing else', () => {
  expect(parse(text({ label }), '  007 ')).toBe('007');
  expect(parse(text({ label }), 12.5)).toBe('12.5');
  expect(parse(text({ label }), false)).toBe('false');
  expect(parse(text({ label }), { a: 1 })).toBe('INVALID_TEXT');
  expect(parse(text({ label }), ['a'])).toBe('INVALID_TEXT');
});

test('text that no database keeps is a fault, and so is one that is too long', () => {
  expect(parse(text({ label }), 'a\0b')).toBe('INVALID_TEXT');
  expect(parse(text({ label }), 'a\ud800')).toBe('INVALID_TEXT');
  expect(parse(text({ label, maxLength: 3 }), 'abcd')).toBe('TOO_LONG');
  expect(parse(text({ label, maxLength: 3 }), ' abc ')).toBe('abc');
});

describe('e-mail', () => {
  test.each([
    ['  MixedCase@Example.com ', 'mixedcase@example.com'],
    ["o'brien+tag@mail.example.co.uk", "o'brien+tag@mail.example.co.uk"],
    ['a..b.@docomo.example.jp', 'a..b.@docomo.example.jp'],
    ['müller@bücher.example', 'müller@bücher.example'],
    ['#!$%&*=?^`{|}~@example.org', '#!$%&*=?^`{|}~@example.org'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['x@xn--bcher-kva.example', 'x@xn--bcher-kva.example'],
    ['\u200bann@example.com\u2060', 'ann@example.com'],
  ])('%s is taken as %s', (cell, expected) => {
    expect(parse(email({ label }), cell)).toBe(expected);
  });

  test.each([
    'nobody',
    'a@b',
    'a@b..example',
    'a@-b.example',
    '@example.com',
    'a b@example.com',
    'a@example.com, b@example.com',
    'Ann <ann@example.com>',
    'mailto:ann@example.com',
    `${'a'.repeat(310)}@example.com`,
  ])('%s is refused', (cell) => {
    expect(parse(email({ label }), cell)).toBe('INVALID_EMAIL');
  });
});

test.each([
  [integer({ label }), '0012', 12],
  [integer({ label }), '-0', 0],
  [integer({ label }), '1.0', 'INVALID_INTEGER'],
  [integer({ label }), '9007199254740993', 'INVALID_INTEGER'],
  [integer({ label }), '0x10', 'INVALID_INTEGER'],
  [number({ label }), '1234.5', 1234.5],
  [number({ label }), '.5e3', 500],
  [number({ label }), '1,234', 'INVALID_NUMBER'],
  [number({ label }), '1e999', 'INVALID_NUMBER'],
  [number({ label }), 'Infinity', 'INVALID_NUMBER'],
  [boolean({ label }), 'Yes', true],
  [boolean({ label }), false, false],
  [boolean({ label }), 0, false],
  [boolean({ label }), 'maybe', 'INVALID_BOOLEAN'],
  [date({ label }), '2024-02-29', '2024-02-29'],
  [date({ label }), '2023-02-29', 'INVALID_DATE'],
  [date({ label }), '2/3/2024', 'INVALID_DATE'],
] as const)('%o', (field, cell, expected) => {
  expect(parse<unknown>(field, cell)).toBe(expected);
});

test('white space alone is an empty cell, zero and false are not', () => {
  expect([null, undefined, '', ' \t\u00a0'].map(isEmptyCell)).toEqual([true, true, true, true]);
  expect([0, false, '-', []].map(isEmptyCell)).toEqual([false, false, false, false]);
});
