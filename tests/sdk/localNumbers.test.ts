import { describe, expect, test } from 'vitest';
import {
  type Cell,
  createNumberParser,
  dateFormatOf,
  Invalid,
  integer,
  isKnownLocale,
  number,
} from '../../server/sdk/index.ts';

describe('numbers by locale', () => {
  test.each([
    ['de', '1.234,56', '1234.56'],
    ['de', '1 234,56', '1234.56'],
    ['de', '1\u202f234,56', '1234.56'],
    ['de', '1.234', '1234'],
    ['de', '1,234', '1.234'],
    ['de', '1234,5', '1234.5'],
    ['de', ' -1.234.567,8 ', '-1234567.8'],
    ['de', '1.234,56-', '-1234.56'],
    ['de', '\u22125', '-5'],
    ['de', ',5', '0.5'],
    ['de', '1,5e3', '1.5e3'],
    ['de-CH', '1\u2019234.56', '1234.56'],
    ['de-CH', "1'234.56", '1234.56'],
    ['de-AT', '1.234,56', '1234.56'],
    ['fr', '1\u00a0234,56', '1234.56'],
    ['en', '1,234', '1234'],
    ['en', '1.234', '1.234'],
    ['en-IN', '12,34,567.8', '1234567.8'],
  ])('%s: %s is %s', (locale, text, expected) => {
    expect(createNumberParser(locale)(text)).toBe(expected);
  });

  test.each([
    ['de', '1234.56'],
    ['de', '1.23'],
    ['de', '12.34.567'],
    ['de', '1.2345'],
    ['de', '1.234.56,7'],
    ['de', '1,234,567'],
    ['de', '1. 234'],
    ['de-AT', '1.234'],
    ['en', '1.234,56'],
    ['en', '12,34,567'],
    ['de', '12 €'],
    ['de', '-'],
    ['de', '+-5'],
    ['de', '-5-'],
    ['de', ''],
    ['de', '1'.repeat(200)],
  ])('%s: %s is no number, and not guessed', (locale, text) => {
    expect(createNumberParser(locale)(text)).toBeNull();
  });

  test('fields read texts by the locale, and numbers of a JSON source as they are', () => {
    const context = { options: {}, locale: 'de', parseNumber: createNumberParser('de') };
    const read = (field: ReturnType<typeof number>, cell: Cell) => {
      const value = field.parse(cell, context);
      return value instanceof Invalid ? value.code : value;
    };
    const price = number({ label: 'Price' });
    expect(['1.234,56', '1.234', 1.234].map((cell) => read(price, cell))).toEqual([1234.56, 1234, 1.234]);
    expect(read(price, '12.50')).toBe('INVALID_LOCAL_NUMBER');
    expect(read(integer({ label: 'Pieces' }), '1.234')).toBe(1234);
    expect(read(integer({ label: 'Pieces' }), '1,5')).toBe('INVALID_INTEGER');
  });
});

test('a locale says how days are written in figures', () => {
  expect(['de', 'en-US', 'en-GB', 'sv', 'ja'].map(dateFormatOf)).toEqual([
    'dd.MM.yyyy',
    'MM/dd/yyyy',
    'dd/MM/yyyy',
    'yyyy-MM-dd',
    'yyyy/MM/dd',
  ]);
});

test('only locales that the server knows are taken', () => {
  expect(['de', 'de-CH', 'xx', 'de_DE', '', 'd'.repeat(1_000)].map(isKnownLocale)).toEqual([
    ...[true, true, false, false, false, false],
  ]);
});
