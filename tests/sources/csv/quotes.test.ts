import { describe, expect, test } from 'vitest';
import { errors, readCsv, values } from '../read.ts';

describe('quotes that are wrong', () => {
  test('text after a closing quote fails its row alone, as it stands', async () => {
    const read = await readCsv('a,b\n"x" y,1\n"Pedro "the, " z",2\nok,3\n');
    expect(values(read)).toEqual([
      ['"x" y', '1'],
      ['"Pedro "the', ' " z"', '2'],
      ['ok', '3'],
    ]);
    expect(errors(read)).toEqual(['BAD_QUOTE', 'BAD_QUOTE', null]);
  });

  test('an unclosed quote in the middle fails its line and swallows no other', async () => {
    const read = await readCsv('a,b\n1,x\n2,"open\n3,"closed"\n4,z\n');
    expect(values(read)).toEqual([
      ['1', 'x'],
      ['2', '"open'],
      ['3', 'closed'],
      ['4', 'z'],
    ]);
    expect(errors(read)).toEqual([null, 'UNCLOSED_QUOTE', null, null]);
    expect(read.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  test('an unclosed quote that runs to the end of a large file does the same', async () => {
    const tail = Array.from({ length: 100_000 }, (_, index) => `${index},plain text without quotes`);
    const read = await readCsv(`a,b\n1,"open\n${tail.join('\n')}\n`);
    expect(read.rows).toHaveLength(100_001);
    expect(read.rows[0]?.rowError?.code).toBe('UNCLOSED_QUOTE');
    expect(read.rows.slice(1).every(({ rowError }) => rowError === undefined)).toBe(true);
  });

  test('a file cut in the middle of a quoted cell ends with one failed row', async () => {
    const read = await readCsv('a,b\n1,"x"\n2,"cut he');
    expect([values(read), errors(read)]).toEqual([
      [
        ['1', 'x'],
        ['2', '"cut he'],
      ],
      [null, 'UNCLOSED_QUOTE'],
    ]);
  });

  test('one on each of many lines fails each line', async () => {
    const read = await readCsv(`a,b\n${'1,"open\n'.repeat(15_000)}2,z\n`);
    expect(read.rows).toHaveLength(15_001);
    expect(new Set(errors(read).slice(0, -1))).toEqual(new Set(['UNCLOSED_QUOTE']));
    expect(errors(read).at(-1)).toBeNull();
  });

  test('quotes that close on the next line each, up to one that does not, fail every line', async () => {
    const read = await readCsv(`a,b\n${'x","y\n'.repeat(3_000)}x"z,1\n2,3\n`, { delimiter: ',', quote: '"' });
    expect(new Set(errors(read).slice(0, 3_000))).toEqual(new Set(['UNCLOSED_QUOTE']));
    expect(values(read).slice(2_999)).toEqual([
      ['x"', '"y'],
      ['x"z', '1'],
      ['2', '3'],
    ]);
  });

  test('a NUL after a closing quote is more text, and a quoted quote at the start of a cell is none of this', async () => {
    const read = await readCsv(`a,b\n${'x,y\n'.repeat(2_000)}"x"\0,1\n"""x"" y\nz",2\n`);
    expect(read.rows.slice(-2).map(({ values, rowError }) => [values, rowError?.code])).toEqual([
      [['"x"\0', '1'], 'BAD_QUOTE'],
      [['"x" y\nz', '2'], undefined],
    ]);
  });

  test('one whose end is beyond the longest row fails its line', async () => {
    const rows = `2,${'x'.repeat(1_000)}\n`.repeat(9_000);
    const read = await readCsv(`a,b\n1,"open\n${rows}3,closed"\n`);
    expect(read.rows).toHaveLength(9_002);
    expect(errors(read).filter((code) => code !== null)).toEqual(['UNCLOSED_QUOTE']);
  });

  test('a row of more than 8 MiB on one line is refused with its line', async () => {
    const read = readCsv(`a,b\n1,2\n3,"${'x'.repeat(9 * 1024 * 1024)}`);
    await expect(read).rejects.toMatchObject({ code: 'ROW_TOO_LONG', message: expect.stringContaining('line 3') });
  });
});
