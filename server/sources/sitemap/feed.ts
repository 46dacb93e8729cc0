import { z } from 'zod';
import { message } from '../../messages/catalogue.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import type { Feed, FeedContext, FeedPage, FetchedStart } from '../feed.ts';
import { FetchError } from '../fetch/errors.ts';
import { requireOk } from '../fetch/requireOk.ts';
import { shownUrl } from '../fetch/url.ts';
import { buffersOf } from '../shared/bytes.ts';
import { gunzipped, isGzip } from '../shared/gzip.ts';
import { SourceError } from '../types.ts';
import { maxSitemapBytes } from './limits.ts';
import { parseSitemap, type SitemapEntry } from './parse.ts';
import { localName, rootName } from './root.ts';

/** Sitemaps of one index that are followed. */
const maxChildren = 1_000;

/** The sitemaps that are still to be fetched, as they stood in the index when it was fetched. */
const placeSchema = z.object({ children: z.array(z.string()) });

/**
 * An index of sitemaps: each sitemap that it names is a page of the feed. A plain sitemap is a file. An index within an
 * index is refused, as sitemaps.org says.
 */
export const sitemapFeed: Feed = { kind: 'sitemapindex', matches, pages };

function matches({ bytes }: FetchedStart): boolean {
  const name = rootName(bytes.toString('utf8').replace(/^\ufeff/, ''));
  return name !== null && localName(name) === 'sitemapindex';
}

async function* pages(context: FeedContext, from: Json | null): AsyncGenerator<FeedPage, void, undefined> {
  let children = from === null ? await childrenOf(context) : placeSchema.parse(from).children;
  if (children.length === 0) throw new SourceError(message('EMPTY_SOURCE', { cause: message('INDEX_EMPTY') }));
  while (children.length > 0) {
    const [child = '', ...rest] = children;
    const entries = await entriesOf(context, child, 'urlset');
    children = rest;
    yield { rows: entries.map(rowOf), next: rest.length > 0 ? { children: rest } : null };
  }
}

async function childrenOf(context: FeedContext): Promise<string[]> {
  const entries = await entriesOf(context, context.url, 'sitemapindex');
  if (entries.length > maxChildren) {
    throw new SourceError(message('TOO_MANY_SITEMAPS', { count: entries.length, limit: maxChildren }));
  }
  return entries.map(({ loc, line }) => {
    if (loc !== null && URL.canParse(loc)) return loc;
    throw new SourceError(message('BAD_SITEMAP', { cause: message('INDEX_WITHOUT_URL', { line }) }));
  });
}

async function entriesOf(
  { fetcher, signal, url: index }: FeedContext,
  url: string,
  expected: 'urlset' | 'sitemapindex',
): Promise<SitemapEntry[]> {
  try {
    const { body } = requireOk(
      await fetcher.request(withCredentials(url, index), { signal, maxBytes: maxSitemapBytes }),
    );
    const entries: SitemapEntry[] = [];
    for await (const group of parseSitemap(unpackedPieces(buffersOf(body)))) {
      if (group.kind !== expected) throw wrongKind(group.kind);
      entries.push(...group.entries);
    }
    return entries;
  } catch (error) {
    if (error instanceof SourceError) throw named(error, url);
    // A sitemap of an index that is over the limit is its author's mistake, said with its name.
    if (error instanceof FetchError && error.code === 'TOO_LARGE') throw named(error, url);
    throw error;
  }
}

/** An index behind a sign-in names sitemaps behind the same; another origin gets no credentials. */
function withCredentials(url: string, index: string): string {
  const [target, source] = [new URL(url), new URL(index)];
  if (target.origin !== source.origin) return url;
  target.username ||= source.username;
  target.password ||= source.password;
  return target.href;
}

async function* unpackedPieces(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const { done, value: first } = await pieces.next();
  if (done) return;
  const all = (async function* () {
    yield first;
    yield* pieces;
  })();
  yield* isGzip(first) ? gunzipped(all) : all;
}

function rowOf({ loc, lastmod, changefreq, priority }: SitemapEntry): JsonObject {
  return { loc, lastmod, changefreq, priority };
}

function wrongKind(kind: 'urlset' | 'sitemapindex'): SourceError {
  return kind === 'urlset'
    ? new SourceError(message('BAD_SITEMAP', { cause: message('INDEX_BEFORE') }))
    : new SourceError(message('BAD_SITEMAP', { cause: message('INDEX_IN_INDEX') }));
}

/** The same code, with the sitemap's address before its sentence: each code that comes here says its cause alone. */
function named(error: SourceError | FetchError, url: string): SourceError {
  const cause = message('AT_URL', { url: shownUrl(url), cause: error.reason });
  return new SourceError({ code: error.code, params: { cause } }, { cause: error });
}
