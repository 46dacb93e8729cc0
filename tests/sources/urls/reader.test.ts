import { describe, expect, test } from 'vitest';
import { readFile, values } from '../read.ts';

describe('a plain list of URLs', () => {
  test('is one column, url, whatever stands in the lines', async () => {
    const found = await readFile(
      'pages.txt',
      'https://a.example/x,y;z?q="1"\n\nhttp://b.example/\r\nno url\nHTTPS://c.example\nhttps://d.example\nhttps://e.example',
    );
    expect(found.inspection.sourceFormat).toMatchObject({ kind: 'urls', columns: ['url'] });
    expect(found.rows.map(({ number, line, values: [url] }) => [number, line, url])).toEqual([
      [1, 1, 'https://a.example/x,y;z?q="1"'],
      [2, 3, 'http://b.example/'],
      [3, 4, 'no url'],
      [4, 5, 'HTTPS://c.example'],
      [5, 6, 'https://d.example'],
      [6, 7, 'https://e.example'],
    ]);
  });

  test('may be in UTF-16, and in any file', async () => {
    const found = await readFile('list', Buffer.from('\ufeffhttps://a.example/ä\r\nhttps://b.example/\r\n', 'utf16le'));
    expect(values(found)).toEqual([['https://a.example/ä'], ['https://b.example/']]);
  });

  test.each([
    ['a header', 'url\nhttps://a.example/\n'],
    ['a table without header', 'https://a.example/,Title\nhttps://b.example/,Other\n'],
    ['few URLs', 'https://a.example/\none\ntwo\n'],
  ])('%s makes it a table', async (_what, content) => {
    expect((await readFile('list.txt', content)).inspection.sourceFormat.kind).toBe('csv');
  });
});
