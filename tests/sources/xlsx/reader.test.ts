import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { detectReader } from '../../../server/sources/detect.ts';
import { previewSource } from '../../../server/sources/preview.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import type { FormatHints, RowGroup } from '../../../server/sources/types.ts';
import { styleOf } from '../../../server/sources/xlsx/styles.ts';
import { type Read, readAll, values } from '../read.ts';
import { number, type SheetContent, style, workbook, zip } from './workbook.ts';

async function read(bytes: Uint8Array, hints: FormatHints = {}): Promise<Read> {
  const source = bufferSource('book.xlsx', bytes);
  return readAll(await detectReader(source, hints), source, hints);
}

const sheet = (...rows: SheetContent['rows']): SheetContent[] => [{ name: 'People', rows }];

describe('cells', () => {
  test('texts stay as they are, numbers keep the zeros of their mask, dates are ISO texts', async () => {
    const bytes = workbook(
      sheet(
        ['text', 'zip', 'ssn', 'born', 'seen', 'hours'],
        [
          ' 007 ',
          number(2134, style.zip),
          number(12345678, style.ssn),
          number(32875, style.day),
          number(45000.75, style.moment),
          number(1.5, style.hours),
        ],
      ),
    );
    expect(values(await read(bytes))).toEqual([
      [' 007 ', '02134', '012-34-5678', '1990-01-02', '2023-03-15T18:00:00', '36:00:00'],
    ]);
  });

  test('a number is its value, whatever it is shown as', async () => {
    const cells = [
      number('16175551234'),
      number('0.30000000000000004'),
      number(1234.5, style.grouped),
      number(0.25, style.percent),
      number('1.0E-7'),
      number(-5, style.day),
    ];
    const bytes = workbook(sheet(['a', 'b', 'c', 'd', 'e', 'f'], cells));
    expect(values(await read(bytes))).toEqual([['16175551234', '0.3', '1234.5', '0.25', '0.0000001', '-5']]);
  });

  test('days counted from 1904 are the same days', async () => {
    const bytes = workbook(sheet(['born'], [number(31413, style.day)]), { is1904: true });
    expect(values(await read(bytes, { headerRow: 1 }))).toEqual([['1990-01-02']]);
  });

  test('a formula gives the value that is kept; one without is empty, with a warning', async () => {
    const found = await read(
      workbook(
        sheet(
          ['a', 'b', 'c', 'd'],
          [
            { xml: '<f>1+1</f><v>2</v>' },
            { t: 'str', xml: '<f>A1</f><v>x</v>' },
            { xml: '<f>1+2</f>' },
            { t: 'b', xml: '<v>1</v>' },
          ],
          [
            { t: 'e', xml: '<v>#N/A</v>' },
            { t: 'inlineStr', xml: '<is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is>' },
            'a_x000A_b',
            null,
          ],
        ),
      ),
    );
    expect(values(found)).toEqual([
      ['2', 'x', '', 'TRUE'],
      ['#N/A', 'inline', 'a\nb', ''],
    ]);
    expect(found.warnings).toMatchObject([{ code: 'FORMULA_WITHOUT_VALUE', count: 1 }]);
  });

  test.each([
    ['00000', 'mask'],
    ['[<=9999999]###-####;(###) ###-####', 'mask'],
    ['"ID"000', 'mask'],
    ['0', 'plain'],
    ['#,##0.00', 'plain'],
    ['[$€-407] 0', 'plain'],
    ['dd.mm.yyyy', 'date'],
    ['mm:ss', 'date'],
  ])('the format %s is of the kind %s', (pattern, kind) => {
    expect(styleOf(pattern).kind).toBe(kind);
  });
});

describe('rows', () => {
  test('empty rows are none; a row is named by its line in the sheet', async () => {
    const bytes = workbook(sheet(['a', 'b'], ['1', '2'], [], ['', ''], ['3', null]));
    const { rows } = await read(bytes);
    expect(rows.map(({ number: row, line, values: cells }) => [row, line, cells])).toEqual([
      [1, 2, ['1', '2']],
      [2, 5, ['3', '']],
    ]);
  });

  test('columns that the header does not name are named, and a late cell beyond them fails its row', async () => {
    const many = Array.from({ length: 250 }, () => ['x', 'y', 'z']);
    const found = await read(workbook(sheet(['a', 'b'], ...many, ['1', '2', '3', '4'])));
    expect(found.inspection.sourceFormat.columns).toEqual(['a', 'b', 'column_3']);
    expect(found.rows.at(-1)).toMatchObject({ values: ['1', '2', '3', '4'], rowError: { code: 'RAGGED_ROW' } });
  });

  test('a title above the header is skipped with a warning, unless the header row is said', async () => {
    const bytes = workbook(sheet(['Members of 2024'], [], ['name', 'born'], ['Ada', number(32875, style.day)]));
    const found = await read(bytes);
    expect(found.inspection.sourceFormat).toMatchObject({ columns: ['name', 'born'], sheet: { headerRow: 3 } });
    expect(found.inspection.warnings).toMatchObject([{ code: 'PREAMBLE_SKIPPED', count: 1, params: { line: 3 } }]);
    const said = await read(bytes, { headerRow: 1 });
    expect([said.inspection.sourceFormat.columns, said.rows.length]).toEqual([['Members of 2024', 'column_2'], 2]);
    const none = await read(bytes, { headerRow: 0 });
    expect([none.inspection.sourceFormat.columns, none.rows.length]).toEqual([['column_1', 'column_2'], 3]);
  });

  test('the first sheet that is not hidden is read, or the one that is said', async () => {
    const bytes = workbook([
      { name: 'Old', state: 'hidden', rows: [['x'], ['hidden']] },
      { name: 'Leads & more', rows: [['a'], ['1']] },
      { name: 'Second', rows: [['b'], ['2']] },
    ]);
    const first = await read(bytes);
    expect(values(first)).toEqual([['1']]);
    expect(first.inspection).toMatchObject({
      sheets: ['Leads & more', 'Second'],
      warnings: [{ code: 'SEVERAL_SHEETS' }],
    });
    expect(values(await read(bytes, { sheet: 'Second' }))).toEqual([['2']]);
    await expect(read(bytes, { sheet: 'Third' })).rejects.toMatchObject({
      ...{ code: 'NO_SHEET', path: ['format', 'sheet'], message: expect.stringContaining('"Leads & more", "Second"') },
    });
  });
});

describe('a large sheet', () => {
  // Texts that hardly compress, so that the workbook is large beside what streams read ahead.
  const names = Array.from({ length: 30_000 }, (_, index) => hash('sha512', String(index)));
  const rows = names.map((name, index) => [name, number(index)]);
  const bytes = workbook(sheet(['name', 'id'], ...rows));
  const source = bufferSource('book.xlsx', bytes);

  test('every row comes once, in order, with its own texts', async () => {
    const found = await read(bytes);
    expect(found.rows.length).toBe(30_000);
    expect(
      found.rows.every(({ number: row, values: cells }, index) => row === index + 1 && cells[0] === names[index]),
    ).toBe(true);
  });

  test('a look at it reads the beginning of the sheet and of its texts', async () => {
    let given = 0;
    async function* counted(stream: Readable): AsyncGenerator<Uint8Array> {
      for await (const piece of stream) {
        given += piece.length;
        yield piece;
      }
    }
    const watched = {
      ...source,
      read: (start?: number, end?: number) => Readable.from(counted(source.read(start, end)), { objectMode: false }),
    };
    const look = await previewSource(watched, {});
    expect([look.rows.length >= 1_000, look.rows.length < 5_000, look.estimatedRows]).toEqual([true, true, 30_000]);
    // Both looks at it together: two whole reads would be twice its size.
    expect(given).toBeLessThan(source.size);
  });

  test('a read goes on where another stopped, and refuses where the rows before are others', async () => {
    const reader = await detectReader(source, {});
    const { sourceFormat } = await reader.inspect(source, {});
    const groups: RowGroup[] = await Array.fromAsync(reader.rows(source, sourceFormat, null));
    const { end } = groups[2] ?? expect.unreachable();
    const rest = await Array.fromAsync(reader.rows(source, sourceFormat, end));
    expect(rest[0]?.rows[0]).toEqual(groups[3]?.rows[0]);
    expect(rest.flatMap((group) => group.rows).length).toBe(30_000 - end.row);
    const other = bufferSource('book.xlsx', workbook(sheet(['name', 'id'], ['another', number(1)], ...rows.slice(1))));
    await expect(Array.fromAsync(reader.rows(other, sourceFormat, end))).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
    });
    const shorter = bufferSource('book.xlsx', workbook(sheet(['name', 'id'], ...rows.slice(0, 10))));
    await expect(Array.fromAsync(reader.rows(shorter, sourceFormat, end))).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
    });
  });
});

describe('what is no workbook is refused with what to do', () => {
  const good = workbook(sheet(['a'], ['1']));
  const bomb = zip({ '_rels/.rels': '<x/>', 'xl/workbook.xml': `<workbook>${' '.repeat(80_000_000)}</workbook>` });
  const late = Buffer.from(good).subarray(0, good.length - 30);
  const deep = workbook(sheet(['a']), { parts: { 'xl/worksheets/sheet1.xml': '<a>'.repeat(5_000) } });
  const wide = workbook(sheet(['a']), {
    parts: {
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    },
  });
  const protectedBook = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  test.each([
    ['a word document', zip({ '_rels/.rels': '<x/>', 'word/document.xml': '<w/>' }), 'BINARY_SOURCE', 'Save'],
    ['an OpenDocument sheet', zip({ 'content.xml': '<x/>' }), 'BINARY_SOURCE', 'OpenDocument'],
    ['a binary workbook', zip({ 'xl/workbook.bin': 'x' }), 'BINARY_SOURCE', 'xlsb'],
    ['a cut archive', late, 'BAD_WORKBOOK', 'save it again'],
    ['a bomb', bomb, 'BAD_WORKBOOK', 'unpack'],
    ['a deep nesting', deep, 'BAD_WORKBOOK', 'nesting'],
    ['a cell beyond the last column', wide, 'BAD_WORKBOOK', 'ZZZZ1'],
    ['an empty sheet', workbook(sheet()), 'EMPTY_SOURCE', 'empty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'BINARY_SOURCE', 'xls'],
    ['a workbook with a password', protectedBook, 'BINARY_SOURCE', 'password'],
  ])('%s', async (_what, bytes, code, words) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });
});
