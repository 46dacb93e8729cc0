import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { detectReader, readerFor } from '../../../server/sources/detect.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import { unpacked } from '../../../server/sources/shared/gzip.ts';
import type { Position, SourceRow } from '../../../server/sources/types.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const urlset = (inner: string) => `${HEAD}<urlset ${NAMESPACE}>\n${inner}</urlset>\n`;

async function read(text: string | Buffer, from: Position | null = null) {
  const bytes = await unpacked(bufferSource('sitemap.xml', Buffer.from(text)));
  const reader = await detectReader(bytes, {});
  const { sourceFormat } = await reader.inspect(bytes, {});
  const rows: SourceRow[] = [];
  for await (const group of readerFor(sourceFormat).rows(bytes, sourceFormat, from)) rows.push(...group.rows);
  return { sourceFormat, rows };
}

test('a sitemap gives a row for each page, with the line on which it starts', async () => {
  const { sourceFormat, rows } = await read(
    urlset(`<url>
  <loc>
    https://example.com/a?b=1&amp;c=2
  </loc><lastmod>2026-11-01</lastmod>
  <changefreq>daily</changefreq><priority>0.8</priority>
</url>
<url><loc><![CDATA[https://example.com/b&c]]></loc></url>
<url><lastmod>2026</lastmod></url>`),
  );
  expect(sourceFormat).toEqual({ kind: 'sitemap', columns: ['loc', 'lastmod', 'changefreq', 'priority'] });
  expect(rows).toEqual([
    { number: 1, line: 3, values: ['https://example.com/a?b=1&c=2', '2026-11-01', 'daily', '0.8'] },
    { number: 2, line: 9, values: ['https://example.com/b&c', null, null, null] },
    { number: 3, line: 10, values: [null, '2026', null, null] },
  ]);
});

test('extensions are not taken for pages, and prefixes are understood', async () => {
  const { rows } = await read(
    `<!-- made by hand --><sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="urn:i">
     <sm:url><image:image><image:loc>https://example.com/a.png</image:loc><loc>https://no.example</loc></image:image>
     <sm:loc>https://example.com/ä</sm:loc></sm:url></sm:urlset>`,
  );
  expect(rows.map(({ values }) => values[0])).toEqual(['https://example.com/ä']);
});

test('it goes on behind any row, with the same numbers and lines', async () => {
  const text = urlset(
    Array.from({ length: 2_500 }, (_, n) => `<url><loc>https://example.com/${n}</loc></url>\n`).join(''),
  );
  const { rows } = await read(text);
  expect(rows).toHaveLength(2_500);
  for (const row of [1, 999, 1_000, 2_499]) {
    expect((await read(text, { row, byte: 0, line: null })).rows).toEqual(rows.slice(row));
  }
});

test('gzip is told by its bytes, in one member or several', async () => {
  const text = urlset('<url><loc>https://example.com/a</loc></url>');
  const half = Math.floor(text.length / 2);
  const parts = [text.slice(0, half), text.slice(half)].map((part) => gzipSync(part));
  for (const packed of [gzipSync(text), Buffer.concat(parts)]) {
    expect((await read(packed)).rows).toMatchObject([{ line: 3, values: ['https://example.com/a', null, null, null] }]);
  }
});

test('encodings are those that the file declares', async () => {
  const latin = Buffer.from(
    '<?xml version="1.0" encoding="ISO-8859-1"?><urlset><url><loc>https://example.com/\u00e9</loc></url></urlset>',
    'latin1',
  );
  const wide = Buffer.from('\ufeff<urlset><url><loc>https://example.com/\u00e9</loc></url></urlset>', 'utf16le');
  for (const bytes of [latin, wide]) {
    expect((await read(bytes)).rows[0]?.values[0]).toBe('https://example.com/\u00e9');
  }
});

const BOMB = `<?xml version="1.0"?><!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<urlset><url><loc>https://example.com/&b;</loc></url></urlset>`;
const EXTERNAL = `<?xml version="1.0"?><!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<urlset><url><loc>&x;</loc></url></urlset>`;

test.each([
  ['an unclosed page', urlset('<url><loc>https://example.com/a</loc>\n'), 'BAD_XML', /line 4, .*tag/],
  ['a file that stops', urlset('<url><loc>https://exa').slice(0, -12), 'BAD_XML', /line 3/],
  [
    'a bare ampersand',
    urlset('<url><loc>https://example.com/?a&b</loc></url>'),
    'BAD_XML',
    /line \d, .*Write & as &amp;/,
  ],
  ['an entity bomb', BOMB, 'BAD_XML', /line 2, .*entity/],
  ['an entity of a file', EXTERNAL, 'BAD_XML', /line 2, .*entity/],
  ['another XML', `${HEAD}<rss><channel/></rss>`, 'NO_SITEMAP', /begins with <rss>/],
  ['no pages', urlset(''), 'EMPTY_SOURCE', /lists no pages/],
  [
    'an index',
    `<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>`,
    'SITEMAP_INDEX',
    /Import it by its URL/,
  ],
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('<urlset><url><loc>'), Buffer.from([0xff, 0x3c])]),
    'BAD_ENCODING',
    /not valid utf-8/,
  ],
  ['an encoding that does not exist', '<?xml version="1.0" encoding="klingon"?><urlset/>', 'BAD_ENCODING', /klingon/],
  [
    'half a gzip file',
    gzipSync(urlset('<url/>'.repeat(5_000))).subarray(0, 100),
    'BROKEN_GZIP',
    /incomplete or damaged/,
  ],
])('%s is refused with a reason', async (_what, text, code, message) => {
  await expect(read(text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test('more pages than the protocol allows are refused', async () => {
  const page = '<url><loc>https://example.com/a</loc></url>';
  await expect(read(urlset(page.repeat(50_001)))).rejects.toMatchObject({ code: 'SITEMAP_TOO_LARGE' });
});
