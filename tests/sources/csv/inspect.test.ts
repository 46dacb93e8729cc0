import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { csvReader } from '../../../server/sources/csv/reader.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import type { FormatHints, Inspection } from '../../../server/sources/types.ts';
import { readCsv, values } from '../read.ts';

const inspect = (content: string | Uint8Array, hints: FormatHints = {}): Promise<Inspection> =>
  csvReader.inspect(bufferSource('test.csv', Buffer.from(content)), hints);

describe('delimiter', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon', 'a;b;c\n1,5;2,5;3\n', ';'],
    ['tab', 'a\tb\tc\n1,2\t3\t4\n', '\t'],
    ['pipe', 'a|b|c\nx, y|2|3\n', '|'],
    ['a comma inside quotes counts for nothing', 'a;"b, c, d"\n1;"2, 3, 4"\n', ';'],
    ['header only', 'first name;last name\n', ';'],
  ])('%s', async (_name, content, delimiter) => {
    expect((await inspect(content)).sourceFormat.dialect?.delimiter).toBe(delimiter);
  });

  test('what the caller says holds', async () => {
    const { sourceFormat } = await inspect('a,b;c\n1,2;3\n', { delimiter: ';' });
    expect(sourceFormat.columns).toEqual(['a,b', 'c']);
  });

  test('a file of one column is not cut by what its values hold', async () => {
    const read = await readCsv('address\n12 Main St, Boston\n7 Elm St; rear, Salem, MA\n');
    expect(values(read)).toEqual([['12 Main St, Boston'], ['7 Elm St; rear, Salem, MA']]);
  });

  test('a title above the table that may be a header is warned of, and headerRow mends it', async () => {
    const content = 'Contacts of May\nname,town\nAda,Ulm\nBob,Bonn\nCyd,Kiel\n';
    expect((await inspect(content)).warnings.map(({ code }) => code)).toEqual(['HEADER_IN_DOUBT']);
    const mended = await readCsv(content, { headerRow: 2 });
    expect(mended.inspection.warnings).toEqual([]);
    expect(mended.rows.map(({ line, values }) => [line, ...values])).toEqual([
      [3, 'Ada', 'Ulm'],
      [4, 'Bob', 'Bonn'],
      [5, 'Cyd', 'Kiel'],
    ]);
  });

  test.each([...'\\(*+?.[^$'])('a delimiter may be %j, which patterns take for something else', async (delimiter) => {
    const { sourceFormat } = await inspect(`a${delimiter}b\n1${delimiter}2\n`, { delimiter });
    expect(sourceFormat.dialect).toMatchObject({ delimiter, quote: '"' });
  });

  test('a delimiter of several characters is refused', async () => {
    await expect(inspect('a||b\n', { delimiter: '||' })).rejects.toMatchObject({ code: 'BAD_FORMAT' });
  });
});

describe('quote', () => {
  test("' where cells are clearly wrapped in it", async () => {
    const read = await readCsv("id,name\n1,'Doe, Jane'\n2,'O''Neil, Pat'\n");
    expect(values(read)).toEqual([
      ['1', 'Doe, Jane'],
      ['2', "O'Neil, Pat"],
    ]);
  });

  test('an apostrophe is no quote', async () => {
    const read = await readCsv("id,name\n1,'t Hooft\n2,'s Jacob\n");
    expect(values(read)).toEqual([
      ['1', "'t Hooft"],
      ['2', "'s Jacob"],
    ]);
  });

  test('none, when the caller says so', async () => {
    expect(values(await readCsv('a,b\n"x,y\n', { quote: '' }))).toEqual([['"x', 'y']]);
  });
});

describe('encoding', () => {
  test('UTF-8 by default, without a warning', async () => {
    const { sourceFormat, warnings } = await inspect('a,b\nZoë,ʤ\n');
    expect([sourceFormat.dialect?.encoding, warnings]).toEqual(['utf-8', []]);
  });

  test('a byte order mark is not part of the first column', async () => {
    const { sourceFormat } = await inspect('\ufeffid,name\n1,x\n');
    expect(sourceFormat).toMatchObject({ columns: ['id', 'name'], dialect: { encoding: 'utf-8', bomBytes: 3 } });
  });

  test('bytes that are not UTF-8 are read as windows-1252, with a doubt', async () => {
    const read = await readCsv(Buffer.from('name,city\nJos\xe9,\x93M\xfcnchen\x94\n', 'latin1'));
    expect(values(read)).toEqual([['José', '“München”']]);
    expect(read.inspection.warnings.map(({ code }) => code)).toEqual(['ENCODING_IN_DOUBT']);
  });

  test('a character cut by the end of what is looked at is no doubt', async () => {
    const head = 'a\n';
    const content = `${head}${'x'.repeat(256 * 1024 - head.length - 1)}é\n`;
    const { sourceFormat, warnings } = await inspect(content);
    expect([sourceFormat.dialect?.encoding, warnings]).toEqual(['utf-8', []]);
  });

  test.each(['macintosh', 'MacRoman', 'x-mac-roman'])('what the caller says: %s', async (encoding) => {
    const read = await readCsv(Buffer.from('name,n\nJos\x8e,1\n', 'latin1'), { encoding });
    expect(values(read)).toEqual([['José', '1']]);
    expect(read.inspection.warnings).toEqual([]);
  });

  test('an unknown encoding is refused by name', async () => {
    await expect(inspect('a,b\n', { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'UNKNOWN_ENCODING',
      message: expect.stringContaining('klingon'),
    });
  });
});

describe('header', () => {
  test('cells are trimmed, nameless ones numbered by place, repeated ones made different', async () => {
    const { sourceFormat, warnings } = await inspect(' Name ,,Phone,Name,Name (2),Name, \n1,2,3,4,5,6,7\n');
    expect(sourceFormat.columns).toEqual(['Name', 'column_2', 'Phone', 'Name (3)', 'Name (2)', 'Name (4)', 'column_7']);
    expect(warnings).toMatchObject([
      { code: 'DUPLICATE_HEADER', column: 'Name', count: 3 },
      { code: 'NAMELESS_COLUMN', count: 2 },
    ]);
  });

  test('the first line that is not blank', async () => {
    const read = await readCsv('\n \r\na,b\n1,2\n');
    expect(read.inspection.sourceFormat).toMatchObject({ columns: ['a', 'b'], dialect: { headerLine: 3 } });
    expect(read.rows.map(({ number, line }) => [number, line])).toEqual([[1, 4]]);
  });

  test('headerRow 0: the first line is a row', async () => {
    const read = await readCsv('1,2\n3,4\n', { headerRow: 0 });
    expect(read.inspection.sourceFormat).toMatchObject({
      columns: ['column_1', 'column_2'],
      dialect: { headerLine: null },
    });
    expect(values(read)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('a line that the file does not have is refused', async () => {
    await expect(inspect('a,b\n1,2\n', { headerRow: 9 })).rejects.toMatchObject({ code: 'NO_HEADER' });
  });

  test('an unclosed quote in the header is told of, and swallows no row', async () => {
    const read = await readCsv('id,"name\n1,Ada\n2,Bob\n');
    expect(read.inspection.sourceFormat.columns).toEqual(['id', '"name']);
    expect(read.inspection.warnings.map(({ code }) => code)).toEqual(['HEADER_IN_DOUBT']);
    expect(values(read)).toHaveLength(2);
  });

  test('a header alone is a file without rows', async () => {
    const read = await readCsv('a,b,c');
    expect([read.inspection.sourceFormat.columns, read.groups]).toEqual([['a', 'b', 'c'], []]);
  });

  test('1,000 columns are read, 10,000 refused by their number', async () => {
    const header = (count: number): string => `${Array.from({ length: count }, (_, index) => `c${index}`).join(',')}\n`;
    expect((await inspect(header(1_000))).sourceFormat.columns).toHaveLength(1_000);
    await expect(inspect(header(10_000))).rejects.toMatchObject({
      code: 'TOO_MANY_COLUMNS',
      message: expect.stringContaining('10000'),
    });
  });

  test('a header longer than what is looked at first', async () => {
    const names = Array.from({ length: 900 }, (_, index) => `${'n'.repeat(400)}${index}`);
    const read = await readCsv(`${names.join(',')}\n${names.map(() => 'v').join(',')}\n`);
    expect(read.inspection.sourceFormat.columns).toEqual(names);
    expect(read.rows).toHaveLength(1);
  });
});

describe('refusals', () => {
  test.each([
    ['nothing', ''],
    ['blank lines', '\n\r\n  \n'],
    ['a byte order mark', '\ufeff'],
  ])('%s is an empty source', async (_name, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ code: 'EMPTY_SOURCE' });
  });

  test.each([
    ['PDF', Buffer.from('%PDF-1.7\n...')],
    ['xlsx', Buffer.from('PK\x03\x04....[Content_Types].xml....xl/workbook.xml')],
    ['zip archive', Buffer.from('PK\x03\x04....data.csv')],
    ['gzip', gzipSync('a,b\n1,2\n')],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])],
    ['NUL', Buffer.from([1, 0, 2, 0, 3, 0])],
    ['UTF-16', Buffer.from('a,b\n1,2\n', 'utf16le')],
    ['not text', Buffer.from(Array.from({ length: 4000 }, (_, index) => 1 + ((index * 97) % 255)))],
  ])('a binary file is named: %s', async (kind, content) => {
    await expect(inspect(content)).rejects.toMatchObject({
      code: 'BINARY_SOURCE',
      message: expect.stringContaining(kind),
    });
  });
});

test('the sample is the first 20 rows as they came', async () => {
  const lines = Array.from({ length: 50 }, (_, index) => `00${index}, x `);
  const { sampleRows } = await inspect(`id,name\n${lines.join('\n')}\n`);
  expect(sampleRows.map((row) => row.values)).toEqual(lines.slice(0, 20).map((line) => line.split(',')));
});
