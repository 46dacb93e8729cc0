import { describe, expect, test } from 'vitest';
import { detectReader, readerFor } from '../../../server/sources/detect.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import { errors, type Read, readFile, values } from '../read.ts';

async function rest(read: Read, name: string, content: string, group: number): Promise<unknown[]> {
  const { end } = read.groups[group] ?? {};
  const columns = read.groups.slice(0, group + 1).findLast((one) => one.columns)?.columns ?? [];
  const sourceFormat = { ...read.inspection.sourceFormat, columns };
  const groups = readerFor(sourceFormat).rows(bufferSource(name, Buffer.from(content)), sourceFormat, end ?? null);
  return (await Array.fromAsync(groups)).flatMap(({ rows }) => rows);
}

describe('JSON Lines', () => {
  test('columns are the keys in their order, absent ones are null', async () => {
    const read = await readFile('rows.jsonl', '{"a":1,"b":"x"}\r\n\n{"c":[1,{"d":2}],"a":null}\n{"b":false}');
    expect(read.inspection.sourceFormat).toEqual({ kind: 'jsonl', columns: ['a', 'b', 'c'] });
    expect(read.rows.map(({ number, line, values }) => [number, line, values])).toEqual([
      [1, 1, [1, 'x', null]],
      [2, 3, [null, null, [1, { d: 2 }]]],
      [3, 4, [null, false, null]],
    ]);
  });

  test('lines that are no object fail alone', async () => {
    const read = await readFile('rows.jsonl', '{"a":1}\n{"a":\n[1]\n"x"\nnull\n{"a":2}\n');
    expect(errors(read)).toEqual([null, 'BAD_JSON', 'NOT_AN_OBJECT', 'NOT_AN_OBJECT', 'NOT_AN_OBJECT', null]);
    expect(read.rows[1]).toMatchObject({ line: 2, values: ['{"a":'] });
  });

  test('new columns come later, at the end', async () => {
    const lines = Array.from({ length: 2_100 }, (_, index) =>
      JSON.stringify(index < 2_050 ? { a: index } : { z: 1, a: 0 }),
    );
    const read = await readFile('rows.jsonl', lines.join('\n'));
    expect(read.inspection.sourceFormat.columns).toEqual(['a']);
    expect(read.groups.map(({ columns }) => columns)).toEqual([undefined, undefined, ['a', 'z']]);
    expect(read.rows.at(-1)?.values).toEqual([0, 1]);
  });

  test('names that an object has by nature are columns like others', async () => {
    const read = await readFile('rows.jsonl', '{"a":1}\n{"__proto__":2,"toString":3}\n');
    expect(values(read)).toEqual([
      [1, null, null],
      [null, 2, 3],
    ]);
  });

  test('an integer that a number cannot hold stays exact', async () => {
    const read = await readFile('rows.jsonl', '{"id":9007199254740993,"n":1234567890.5,"s":"9007199254740993"}\n');
    expect(values(read)).toEqual([['9007199254740993', 1234567890.5, '9007199254740993']]);
  });

  test('it goes on from the end of a group by its bytes', async () => {
    const content = `\ufeff${Array.from({ length: 2_500 }, (_, index) => `{"name":"é${index}"}\n`).join('\n')}`;
    const read = await readFile('rows.jsonl', content);
    expect(read.rows).toHaveLength(2_500);
    expect(await rest(read, 'rows.jsonl', content, 0)).toEqual(read.rows.slice(1_000));
    expect(await rest(read, 'rows.jsonl', content, 1)).toEqual(read.rows.slice(2_000));
  });

  test('more than 1,000 different keys are refused', async () => {
    const lines = Array.from({ length: 1_001 }, (_, index) => `{"key${index}":1}`);
    await expect(readFile('rows.jsonl', lines.join('\n'))).rejects.toMatchObject({ code: 'TOO_MANY_COLUMNS' });
  });

  test('a line of too many levels fails alone', async () => {
    const deep = (levels: number) => `{"a":${'['.repeat(levels)}1234567890123456789${']'.repeat(levels)}}`;
    const read = await readFile('rows.jsonl', [deep(99), deep(100), deep(9_000), '{"a":"b"}'].join('\n'));
    expect(errors(read)).toEqual([null, 'BAD_JSON', 'BAD_JSON', null]);
  });

  test('a source without a row is empty', async () => {
    await expect(readFile('rows.jsonl', '\n')).rejects.toMatchObject({ code: 'EMPTY_SOURCE' });
  });
});

describe('JSON', () => {
  const people = [
    { id: 1, tags: ['a', { b: 2 }] },
    { id: 2, name: 'Zoë "Z"\n' },
  ];

  test.each([
    ['an array', people],
    ['an object with one array', { total: 2, meta: { page: 1, of: { x: 1 } }, people, next: null }],
  ])('%s, however it is laid out', async (_name, content) => {
    for (const indent of [0, 2]) {
      const read = await readFile('people.json', JSON.stringify(content, null, indent));
      expect(read.inspection.sourceFormat).toEqual({ kind: 'json', columns: ['id', 'tags', 'name'] });
      expect(values(read)).toEqual([
        [1, ['a', { b: 2 }], null],
        [2, null, 'Zoë "Z"\n'],
      ]);
    }
  });

  test('elements that are no object fail alone, long integers stay exact', async () => {
    const read = await readFile('x.json', '[{"id":12345678901234567890},7,[{"id":1}],{"id":2}]');
    expect(errors(read)).toEqual([null, 'NOT_AN_OBJECT', 'NOT_AN_OBJECT', null]);
    expect(read.rows[0]?.values).toEqual(['12345678901234567890']);
    expect(read.rows[2]?.values).toEqual([[{ id: 1 }]]);
  });

  test('it goes on after the rows of a group', async () => {
    const content = JSON.stringify(Array.from({ length: 2_500 }, (_, id) => ({ id, name: 'é'.repeat(50) })));
    const read = await readFile('x.json', content);
    expect(read.rows).toHaveLength(2_500);
    for (const index of read.groups.keys()) {
      expect(await rest(read, 'x.json', content, index)).toEqual(read.rows.slice(read.groups[index]?.end.row));
    }
  });

  test.each([
    ['cut in a value', '[{"a":1},{"a":'],
    ['cut between elements', '[{"a":1},{"a":2}'],
    ['with a typing error', '[{"a":1},{a:2}]'],
    ['with more behind its end', '[{"a":1}] [{"a":2}]'],
  ])('a text %s is refused', async (_name, content) => {
    await expect(readFile('x.json', content)).rejects.toMatchObject({ code: 'BAD_JSON' });
  });

  test('an element of too many levels ends the reading', async () => {
    const text = `[{"a":1},{"a":${'['.repeat(9000)}${']'.repeat(9000)}}]`;
    await expect(readFile('rows.json', text)).rejects.toMatchObject({ code: 'BAD_JSON' });
  });

  test('two arrays are refused, both named', async () => {
    const content = JSON.stringify({ people: [{ a: 1 }], pets: [{ b: 1 }] }, null, 1);
    await expect(readFile('x.json', content)).rejects.toMatchObject({
      code: 'SEVERAL_ARRAYS',
      message: expect.stringMatching(/people.*pets/),
    });
  });

  test('an array without elements is empty', async () => {
    await expect(readFile('x.json', '[]')).rejects.toMatchObject({ code: 'EMPTY_SOURCE' });
  });
});

test('JSON is UTF-8: whoever names another encoding is told so', async () => {
  const source = bufferSource('rows.json', Buffer.from('[{"a":1}]'));
  const reader = await detectReader(source, {});
  await expect(reader.inspect(source, { encoding: 'latin1' })).rejects.toMatchObject({ code: 'BAD_FORMAT' });
  expect((await reader.inspect(source, { encoding: 'UTF-8' })).sourceFormat.columns).toEqual(['a']);
});
