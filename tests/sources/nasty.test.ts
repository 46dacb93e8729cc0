import { describe, expect, test } from 'vitest';
import { errors, readFile, values } from './read.ts';

/** Files as people send them: what each holds, row by row, and what is wrong with a row (null: nothing). */
const files: readonly (readonly [
  what: string,
  content: string | Uint8Array,
  rows: readonly (readonly string[])[],
  flaws?: readonly (string | null)[],
])[] = [
  ['quotes around everything', '"a","b"\r\n"1","2"\r\n', [['1', '2']]],
  ['line breaks and quotes within a cell', 'a,b\n"x\r\ny","""q"""\n', [['x\r\ny', '"q"']]],
  [
    'line ends of every kind',
    'a,b\r1,2\r\n3,4\n5,6',
    [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  ['leading zeros, white space, plus signs', 'a,b\n 007 ,+1\n', [[' 007 ', '+1']]],
  ['formulas', 'a,b\n=1+1,@x\n', [['=1+1', '@x']]],
  ['an inch sign', 'a,b\n27" wide,x\n', [['27" wide', 'x']]],
  [
    'text behind a closing quote',
    'a,b\n"1"x,2\n3,4\n',
    [
      ['"1"x', '2'],
      ['3', '4'],
    ],
    ['BAD_QUOTE', null],
  ],
  [
    'a quote that is never closed',
    'a,b\n1,"2\n3,4\n',
    [
      ['1', '"2'],
      ['3', '4'],
    ],
    ['UNCLOSED_QUOTE', null],
  ],
  [
    'too few and too many cells',
    'a,b\n1\n1,2,3\n1,2,\n',
    [['1'], ['1', '2', '3'], ['1', '2']],
    ['RAGGED_ROW', 'RAGGED_ROW', null],
  ],
  [
    'blank lines and a footer',
    'a,b\n1,2\n\n3,4\n\nTotal: 2\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['semicolons, with decimal commas', 'a;b\n1,5;2\n', [['1,5', '2']]],
  ['tabs, with empty cells at both ends', 'a\tb\tc\n\t2\t\n', [['', '2', '']]],
  ['a byte order mark in quotes', '\ufeff"a","b"\n1,2\n', [['1', '2']]],
  ['UTF-16 with a byte order mark', Buffer.from('\ufeffa\tb\r\nä\t日本\r\n', 'utf16le'), [['ä', '日本']]],
  ['characters beyond the basic plane', 'a,b\n😀,e\u0301\n', [['😀', 'e\u0301']]],
  ['a NUL in a long text', `a,b\nx\0y,${'z'.repeat(2_000)}\n`, [['x\0y', 'z'.repeat(2_000)]]],
  ['names that objects have already', '__proto__,constructor\n1,2\n', [['1', '2']]],
  ['empty cells only, as spreadsheets leave them: no rows', 'a,b\n,\n"",""\n1,\n', [['1', '']]],
  ['no end of line at the end', 'a,b\n1,2', [['1', '2']]],
  ['header only', 'a,b\n', []],
];

describe('nasty files', () => {
  const named = files.map(([what, content, rows, flaws = rows.map(() => null)]) => ({ what, content, rows, flaws }));

  test.each(named)('$what', async ({ content, rows, flaws }) => {
    const found = await readFile('nasty.csv', content);
    expect(values(found)).toEqual(rows);
    expect(errors(found)).toEqual(flaws);
    expect(found.rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  });

  test.each([
    ['nothing', '', 'EMPTY_SOURCE'],
    ['blank lines', '\n\r\n \n', 'EMPTY_SOURCE'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'BINARY_SOURCE'],
    ['NUL bytes', new Uint8Array(1_000), 'BINARY_SOURCE'],
    ['thousands of columns', `${'x,'.repeat(5_000)}\n`, 'TOO_MANY_COLUMNS'],
    ['half a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'BAD_WORKBOOK'],
  ])('%s is refused with a reason', async (_what, content, code) => {
    await expect(readFile('nasty.csv', content)).rejects.toMatchObject({ code });
  });
});
