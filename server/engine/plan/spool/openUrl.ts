import { message } from '../../../messages/catalogue.ts';
import type { Feed, FetchedStart } from '../../../sources/feed.ts';
import { requireOk } from '../../../sources/fetch/requireOk.ts';
import type { Fetched } from '../../../sources/fetch/types.ts';
import { buffersOf } from '../../../sources/shared/bytes.ts';
import { gunzipped, gunzipStart, isGzip } from '../../../sources/shared/gzip.ts';
import { SourceError } from '../../../sources/types.ts';
import type { UrlSources } from '../../model/context.ts';
import { nameOf } from './nameOf.ts';

/** Enough to tell a feed, or a web page, from a file. */
const START_BYTES = 64 * 1024;
/** A file of the limit at a slow server. */
const FILE_TIMEOUT_MS = 60 * 60 * 1000;

/** What is at a URL: a feed, which is then asked for its pages, or a file. */
export type OpenedUrl =
  | { readonly kind: 'feed'; readonly feed: Feed; readonly name: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      /** As the server says; of what is packed, its packed size. Null where it does not say. */
      readonly size: number | null;
      /** Unpacked where the file is gzip. Leaving the loop early ends the request. */
      readonly pieces: AsyncIterable<Buffer>;
    };

/**
 * Asks for what is at the URL. Throws FetchError where there is no good answer, and SourceError for a web page, which
 * is what a server shows to those who are not signed in.
 */
export async function openUrl(urls: UrlSources, url: string, signal: AbortSignal): Promise<OpenedUrl> {
  const { fetcher, feeds, maxBytes } = urls;
  const fetched = requireOk(await fetcher.request(url, { signal, maxBytes, timeoutMs: FILE_TIMEOUT_MS }));
  const pieces = buffersOf(fetched.body)[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  for (let length = 0; length < START_BYTES; ) {
    const { done, value } = await pieces.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const packed = Buffer.concat(first);
  const start = await startOf(fetched, packed);
  const feed = feeds.find((each) => each.matches(start));
  const name = nameOf(fetched);
  if (feed || isPage(start)) fetched.body.destroy();
  if (feed) return { kind: 'feed', feed, name };
  if (isPage(start)) throw webPage(start);
  const all = joined(first, pieces, fetched);
  const size = fetched.headers['content-encoding'] ? null : Number(fetched.headers['content-length'] ?? Number.NaN);
  return {
    kind: 'file',
    name,
    size: Number.isFinite(size) ? size : null,
    pieces: isGzip(packed) ? gunzipped(all) : all,
  };
}

async function startOf({ url, headers }: Fetched, packed: Buffer): Promise<FetchedStart> {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return {
    url,
    contentType: type.trim().toLowerCase(),
    bytes: isGzip(packed) ? await gunzipStart(packed, START_BYTES) : packed.subarray(0, START_BYTES),
  };
}

async function* joined(
  first: readonly Buffer[],
  rest: AsyncIterator<Buffer>,
  { body }: Fetched,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    body.destroy();
  }
}

function isPage({ contentType, bytes }: FetchedStart): boolean {
  const start = bytes.toString('latin1', 0, 1_024).replace(/^(\u00ef\u00bb\u00bf)?\s*/, '');
  return contentType === 'text/html' && /^<(!doctype html|html|head|body)[\s>]/i.test(start);
}

function webPage({ url }: FetchedStart): SourceError {
  return new SourceError(message('WEB_PAGE', { cause: message('FILE_WEB_PAGE', { host: new URL(url).host }) }));
}
