import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeFormulas, unescapeFormulas } from '../../server/engine/failedRows/formula.ts';

/** Mostly what makes or hides a formula. */
const odd = fc.string({
  unit: fc.constantFrom(...["'", '=', '+', '-', '@', '\t', '\r', '\n', ';', '＝', '＠', 'a', '"', ' ']),
});

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
      expect(unescapeFormulas(escapeFormulas(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('no cell begins as a formula, whatever a spreadsheet takes for the end of a cell', () => {
  fc.assert(
    fc.property(odd, (text) => {
      for (const cell of escapeFormulas(text).split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(escapeFormulas(text)).not.toMatch(/^[\t\r\n]/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['+1 617 555 0100', "'+1 617 555 0100"],
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['a;=b', "a;'=b"],
  ['a - b', 'a - b'],
  ['1+1', '1+1'],
  ["'quoted'", "'quoted'"],
])('%j leaves as %j', (text, escaped) => {
  expect(escapeFormulas(text)).toBe(escaped);
});
