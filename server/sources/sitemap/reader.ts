import { message } from '../../messages/catalogue.ts';
import { buffersOf } from '../shared/bytes.ts';
import { groupRows, sampleRowCount } from '../shared/limits.ts';
import {
  type ByteSource,
  type Inspection,
  type Position,
  type RowGroup,
  SourceError,
  type SourceFormat,
  type SourceReader,
  type SourceRow,
} from '../types.ts';
import { parseSitemap, type SitemapEntry } from './parse.ts';

/** What the protocol gives a page. */
export const sitemapColumns = ['loc', 'lastmod', 'changefreq', 'priority'] as const;

/**
 * A sitemap (sitemaps.org): a row for each of its pages. It has no place to seek to, and is read from its beginning.
 */
export const sitemapReader: SourceReader = { inspect, rows, seeks: () => false };

/** Whether a file that begins so is XML; the reader says what is wrong with one that is no sitemap. */
export function isSitemap(start: Buffer): boolean {
  const isWide = start[0] === 0xff && start[1] === 0xfe;
  const text = start.toString(isWide ? 'utf16le' : 'utf8', 0, 2_000).replace(/^\ufeff/, '');
  return /^\s*<(\?xml|!--|!doctype|([\w.-]+:)?(urlset|sitemapindex)[\s>])/i.test(text);
}

async function inspect(bytes: ByteSource): Promise<Inspection> {
  const sourceFormat: SourceFormat = { kind: 'sitemap', columns: sitemapColumns };
  for await (const group of rows(bytes, sourceFormat, null)) {
    return { sourceFormat, sampleRows: group.rows.slice(0, sampleRowCount), warnings: [] };
  }
  throw new SourceError(message('EMPTY_SOURCE', { cause: message('SITEMAP_NO_PAGE') }));
}

async function* rows(
  bytes: ByteSource,
  _format: SourceFormat,
  from: Position | null,
): AsyncGenerator<RowGroup, void, undefined> {
  const after = from?.row ?? 0;
  let number = 0;
  for await (const { kind, entries, end, line } of parseSitemap(buffersOf(bytes.read()))) {
    if (kind === 'sitemapindex') throw isIndex();
    const numbered = entries.map((entry): SourceRow => {
      number += 1;
      return { number, line: entry.line, values: valuesOf(entry) };
    });
    const wanted = numbered.filter((row) => row.number > after);
    for (let at = 0; at < wanted.length; at += groupRows) {
      const group = wanted.slice(at, at + groupRows);
      const last = group.at(-1);
      if (last) yield { rows: group, end: { row: last.number, byte: end, line } };
    }
  }
}

function valuesOf(entry: SitemapEntry): SourceRow['values'] {
  return sitemapColumns.map((column) => entry[column]);
}

function isIndex(): SourceError {
  return new SourceError(message('SITEMAP_INDEX'));
}
