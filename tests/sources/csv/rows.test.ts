import { describe, expect, test } from 'vitest';
import { messageText } from '../../../server/messages/catalogue.ts';
import { csvReader } from '../../../server/sources/csv/reader.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import type { ByteSource, SourceFormat } from '../../../server/sources/types.ts';
import { errors, readCsv, values } from '../read.ts';

describe('values are what came', () => {
  test('white space and leading zeros stay, quotes of the syntax go', async () => {
    const read = await readCsv('zip,name,note\n00501,  Ada ,"say ""hi"""\n', {});
    expect(values(read)).toEqual([['00501', '  Ada ', 'say "hi"']]);
  });

  test('a quote inside an unquoted cell is text', async () => {
    expect(values(await readCsv('size,name\n5" pipe,O"Hara\n'))).toEqual([['5" pipe', 'O"Hara']]);
  });

  test('a NUL far behind the start stays in its value', async () => {
    const read = await readCsv(`a,b\n${'x,y\n'.repeat(2_000)}nul\0here,z\n`);
    expect(read.rows.at(-1)?.values).toEqual(['nul\0here', 'z']);
  });

  test('a cell of 5 MB', async () => {
    const big = 'wörd, "x"\n'.repeat(500_000);
    const read = await readCsv(`a,b\n1,"${big.replaceAll('"', '""')}"\n2,y\n`);
    expect(read.rows[0]?.values[1] === big).toBe(true);
    expect(read.rows[1]).toMatchObject({ number: 2, line: 500_003, values: ['2', 'y'] });
  });
});

describe('lines', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const)('%s', async (_name, newline) => {
    const read = await readCsv(['a,b', '1,2', '', '"x', 'y",4', '5,6'].join(newline));
    expect(read.inspection.sourceFormat.dialect?.newline).toBe(newline);
    expect(values(read)).toEqual([
      ['1', '2'],
      [`x${newline}y`, '4'],
      ['5', '6'],
    ]);
    expect(read.rows.map(({ number, line }) => [number, line])).toEqual([
      [1, 2],
      [2, 4],
      [3, 6],
    ]);
  });

  test('mixed endings lose no row', async () => {
    const read = await readCsv('a,b\r\n1,2\n3,4\r5,6\r\n\r\n7,8');
    expect(values(read)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ]);
  });

  test('a last row without an end of line, and one that ends in a delimiter', async () => {
    expect(values(await readCsv('a,b\n1,2\n3,'))).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
  });

  test('lines of white space are blank in a table, and values in a file of one column', async () => {
    expect(values(await readCsv('a,b\n1,2\n  \n3,4\n'))).toHaveLength(2);
    expect(values(await readCsv('a\nx\n  \n""\n'))).toEqual([['x'], ['  '], ['']]);
  });
});

describe('encodings', () => {
  const text = 'name,city\nZoë,"Łódź\nPL"\n€ 5,𝄞 Ă\n';
  const rows = [
    ['Zoë', 'Łódź\nPL'],
    ['€ 5', '𝄞 Ă'],
  ];

  test('UTF-16LE and BE with byte order mark', async () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(values(await readCsv(little))).toEqual(rows);
    expect(values(await readCsv(Buffer.from(little).swap16()))).toEqual(rows);
  });

  test('a delimiter and an end of line are characters, not bytes, in UTF-16', async () => {
    const tricky = 'a,b\nⰌ Ā,Ċ\nⰊ,Ā\n';
    expect(values(await readCsv(Buffer.from(`\ufeff${tricky}`, 'utf16le')))).toEqual([
      ['Ⰼ Ā', 'Ċ'],
      ['Ⰺ', 'Ā'],
    ]);
  });

  test('Shift JIS, whose characters hold ASCII bytes', async () => {
    const bytes = Buffer.from('a|b\n\x83\x7c|\x95\x7c\n', 'latin1');
    expect(values(await readCsv(bytes, { encoding: 'shift_jis' }))).toEqual([['ポ', '怖']]);
  });

  test('invalid bytes behind the start are counted, and the rows stay', async () => {
    const start = Buffer.from(`a,b\n${'é,2\n'.repeat(80_000)}`);
    const read = await readCsv(
      Buffer.concat([start, Buffer.from('J\xe9,\ufffd\n', 'latin1'), Buffer.from('x,\ufffd\n')]),
    );
    expect(read.rows).toHaveLength(80_002);
    expect(read.rows.at(-2)?.values[0]).toBe('J\ufffd');
    expect(read.warnings).toMatchObject([{ code: 'INVALID_BYTES', count: 2 }]);
  });
});

describe('ragged rows', () => {
  test('too few and too many cells are faults that name both numbers, the rows around them are good', async () => {
    const read = await readCsv('a,b,c\n1,2,3\n1,2\n1,2,3,4,5\n6,7,8\n');
    expect(errors(read)).toEqual([null, 'RAGGED_ROW', 'RAGGED_ROW', null]);
    const reasons = read.rows.flatMap(({ rowError }) => (rowError ? [messageText(rowError)] : []));
    expect(reasons[0]).toMatch(/line 3 has 2 cells,.* 3 columns\. Add/);
    expect(reasons[1]).toMatch(/line 4 has 5 cells,.* 3 columns\. Put/);
    expect(read.rows[2]).toMatchObject({ line: 4, values: ['1', '2', '3', '4', '5'] });
  });

  test('empty cells too many are harmless', async () => {
    const read = await readCsv('a,b\n1,2,,\n3,4,\n');
    expect([values(read), errors(read)]).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [null, null],
    ]);
  });
});

test('rows of nothing but delimiters are blank, and counted', async () => {
  const read = await readCsv('a,b,c\n,,,\n1,2,3\n , ,\n"",,\n4,5,6\n,,\n,\n');
  expect(read.rows.map(({ number, line, values }) => [number, line, values])).toEqual([
    [1, 3, ['1', '2', '3']],
    [2, 6, ['4', '5', '6']],
  ]);
  expect(read.warnings).toMatchObject([{ code: 'BLANK_ROWS', count: 5 }]);
});

describe('footers', () => {
  test('what follows a blank line at the end is no row, and is told of', async () => {
    const read = await readCsv('a,b,c\n1,2,3\n\n"Licensed, not sold."\n\nTotal: 1,\n');
    expect(values(read)).toEqual([['1', '2', '3']]);
    expect(read.warnings).toEqual([
      { code: 'FOOTER_IGNORED', count: 2, params: { line: 4, text: 'Licensed, not sold. / Total: 1' } },
    ]);
  });

  test('one that is followed by rows is ragged rows in their place', async () => {
    const read = await readCsv('a,b\n1,2\n\nSection\nTwo\n3,4\n');
    expect(
      read.rows.map(({ number, line, values, rowError }) => [number, line, values.length, rowError?.code]),
    ).toEqual([
      [1, 2, 2, undefined],
      [2, 4, 1, 'RAGGED_ROW'],
      [3, 5, 1, 'RAGGED_ROW'],
      [4, 6, 2, undefined],
    ]);
    expect(read.warnings).toEqual([]);
  });

  test('without a blank line before it, it is a ragged row', async () => {
    expect(errors(await readCsv('a,b\n1,2\nTotal\n'))).toEqual([null, 'RAGGED_ROW']);
  });

  test('hundreds of lines are no footer', async () => {
    const read = await readCsv(`a,b\n1,2\n\n${'lonely\n'.repeat(300)}`);
    expect(read.rows).toHaveLength(301);
  });

  test('a file of one column has none', async () => {
    expect(values(await readCsv('a\n1\n\nlast\n'))).toEqual([['1'], ['last']]);
  });
});

describe('reading on', () => {
  test('groups stay within 1,000 rows and end where the next one starts', async () => {
    const read = await readCsv(`id,name\r\n${Array.from({ length: 2_500 }, (_, index) => `${index},é\r\n`).join('')}`);
    expect(read.groups.map(({ rows, end }) => [rows.length, end.row, end.line])).toEqual([
      [1_000, 1_000, 1_002],
      [1_000, 2_000, 2_002],
      [500, 2_500, 2_502],
    ]);
  });

  test('a seek asks for the bytes from the position on, and no others', async () => {
    const content = Buffer.from(`id,name\n${Array.from({ length: 1_500 }, (_, index) => `${index},é\n`).join('')}`);
    const { inspection, groups } = await readCsv(content);
    const [first] = groups;
    const starts: (number | undefined)[] = [];
    const source = bufferSource('x.csv', content);
    const read: ByteSource['read'] = (start, end) => {
      starts.push(start);
      return source.read(start, end);
    };
    const watched: ByteSource = { ...source, read };
    const rest = await Array.fromAsync(csvReader.rows(watched, inspection.sourceFormat, first?.end ?? null));
    expect(rest).toEqual(groups.slice(1));
    expect(starts).toEqual([first?.end.byte]);
    expect(content.toString('utf8', first?.end.byte, (first?.end.byte ?? 0) + 5)).toBe('1000,');
  });

  test.each([
    ['a footer', ''],
    ['a section that more rows follow', '1,2\n3,4\n'],
  ])('a group that ends right before %s goes on the same', async (_name, tail) => {
    for (const count of [999, 1_000, 1_001]) {
      const content = Buffer.from(`a,b\n${'x,"y\nz"\n'.repeat(count)}\n\nSection\n\nTwo\n${tail}`);
      const { inspection, groups, rows, warnings } = await readCsv(content);
      for (const { end } of groups) {
        const source = bufferSource('x.csv', content);
        const rest = await Array.fromAsync(csvReader.rows(source, inspection.sourceFormat, end));
        expect(rest.flatMap((group) => group.rows)).toEqual(rows.slice(end.row));
        expect(rest.flatMap((group) => group.warnings ?? [])).toEqual(warnings);
      }
    }
  });

  test('where it cannot seek it goes on at the same row', async () => {
    const content = Buffer.from(
      `a,b\n${Array.from({ length: 1_500 }, (_, index) => `${index},\x83|\n`).join('')}`,
      'latin1',
    );
    const { inspection, groups, rows } = await readCsv(content, { encoding: 'shift_jis' });
    const source = bufferSource('x.csv', content);
    const rest = await Array.fromAsync(csvReader.rows(source, inspection.sourceFormat, groups[0]?.end ?? null));
    expect(rest.flatMap((group) => group.rows)).toEqual(rows.slice(1_000));
    expect(rows[1_000]?.values).toEqual(['1000', 'ポ']);
  });

  test('a reader that is left early closes its source', async () => {
    const source = bufferSource('x.csv', Buffer.from(`a,b\n${'1,2\n'.repeat(200_000)}`));
    const sourceFormat: SourceFormat = (await csvReader.inspect(source, {})).sourceFormat;
    const stream = source.read(sourceFormat.dialect?.firstRowByte);
    for await (const group of csvReader.rows({ ...source, read: () => stream }, sourceFormat, null)) {
      expect(group.rows).toHaveLength(1_000);
      break;
    }
    expect(stream.destroyed).toBe(true);
  });
});
