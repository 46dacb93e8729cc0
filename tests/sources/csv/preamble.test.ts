import { describe, expect, test } from 'vitest';
import { readCsv, values } from '../read.ts';

describe('lines above a table', () => {
  test.each([
    ['a title', 'Contacts of May\nname,phone\nAda,555-0101\nBob,555-0102\n'],
    ['a padded title, as spreadsheets write it', 'Contacts,\nname,phone\nAda,555-0101\nBob,555-0102\n'],
    [
      'a title, a date and blank lines',
      '\nContacts of May\nas of 31.5.2024\n\nname,phone\nAda,555-0101\nBob,555-0102\n',
    ],
    ['notes with commas', 'All rights reserved, Inc.\n\nname;phone;town\nAda;555-0101;Ulm\nBob;555-0102;Bonn\n'],
    ['a quote that is not closed', 'The "best list\nname,phone\nAda,555-0101\nBob,555-0102\n'],
    ['CRLF and a byte order mark', '\ufeffContacts\r\n\r\nname,phone\r\nAda,555-0101\r\nBob,555-0102\r\n'],
  ])('%s are skipped, with a warning that says so', async (_what, content) => {
    const found = await readCsv(content);
    expect(found.inspection.sourceFormat.columns.slice(0, 2)).toEqual(['name', 'phone']);
    expect(values(found).map((row) => (Array.isArray(row) ? row.slice(0, 2) : row))).toEqual([
      ['Ada', '555-0101'],
      ['Bob', '555-0102'],
    ]);
    const { headerLine } = found.inspection.sourceFormat.dialect ?? {};
    expect(content.split(/\r?\n/)[(headerLine ?? 0) - 1]).toMatch(/^name/);
    expect(found.inspection.warnings).toMatchObject([{ code: 'PREAMBLE_SKIPPED', params: { line: headerLine } }]);
  });

  test.each([
    [
      'a header of one column whose values hold commas',
      'address\n12 Main St, Boston, MA 02134\n7 Elm St, Salem, MA 01970\n',
      2,
    ],
    ['names with commas', 'Name\nSmith, John\nDoe, Jane\nRoe, Richard\n', 3],
    ['one cell in the header and data below', 'Contact\nSmith, 555-1234\nDoe, 555-9876\n', 2],
    ['a header shorter than its rows', 'a,b\n1,2,3\n4,5,6\n', 2],
    ['rows with empty cells first', 'name,phone,town\nAda,,\nBob,,\nCyd,555-0101,Ulm\nDan,555-0102,Bonn\n', 4],
    ['a file of one row', 'Title\nname,phone\n', 1],
  ])('%s: the first line stays the header, and no row is lost', async (_what, content, rows) => {
    const found = await readCsv(content);
    expect([found.inspection.sourceFormat.dialect?.headerLine, found.rows.length]).toEqual([1, rows]);
  });

  test.each([
    ['sep=;\nname;note\nAda;1,5\n', ';'],
    ['"sep=,"\r\nname,note\r\nAda,"1;5"\r\n', ','],
    ['SEP=\t\nname\tnote\nAda\t1\n', '\t'],
  ])("Excel's first line %j says the delimiter and is no row", async (content, delimiter) => {
    const found = await readCsv(content);
    expect(found.inspection.sourceFormat).toMatchObject({
      columns: ['name', 'note'],
      dialect: { delimiter, headerLine: 2 },
    });
    expect([found.rows.length, found.rows[0]?.line, found.inspection.warnings]).toEqual([1, 3, []]);
  });

  test('what the user says of the header or the delimiter goes before', async () => {
    const content = 'Contacts of May\nname,phone\nAda,555-0101\nBob,555-0102\n';
    expect((await readCsv(content, { headerRow: 1 })).inspection.sourceFormat.columns).toEqual(['Contacts of May']);
    const said = await readCsv('sep=;\na,b;c\n1,2;3\n', { delimiter: ',' });
    expect(said.inspection.sourceFormat.columns).toEqual(['a', 'b;c']);
  });
});
