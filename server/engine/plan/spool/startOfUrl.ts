import { Readable } from 'node:stream';
import { message } from '../../../messages/catalogue.ts';
import { FetchError } from '../../../sources/fetch/errors.ts';
import { bufferSource, PreviewLimitReached } from '../../../sources/shared/bytes.ts';
import { type ByteSource, SourceError } from '../../../sources/types.ts';
import type { UrlSources } from '../../model/context.ts';
import { openUrl } from './openUrl.ts';

/** What is fetched of a file for somebody who only looks, in bytes; a spreadsheet of that size is there whole. */
const PREVIEW_BYTES = 2 * 1024 * 1024;
const PREVIEW_MS = 15_000;
/** An unknown size that is longer than what was fetched: nothing of it is taken for the end. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/**
 * The beginning of what is at a URL, within seconds: of a file its first bytes, of a feed its first page as JSON Lines.
 * Reading on behind them throws PreviewLimitReached. Throws SourceError where there is nothing to look at.
 */
export async function startOfUrl(urls: UrlSources, url: string): Promise<ByteSource> {
  const signal = AbortSignal.timeout(PREVIEW_MS);
  try {
    const opened = await openUrl(urls, url, signal);
    if (opened.kind === 'file') return await startOfFile(opened);
    for await (const { rows } of opened.feed.pages({ fetcher: urls.fetcher, url, signal }, null)) {
      return bufferSource('feed.jsonl', Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
    }
    throw new SourceError(message('EMPTY_SOURCE', { cause: message('FEED_NO_PAGE') }));
  } catch (error) {
    const path = ['source', 'url'];
    if (signal.aborted) {
      throw new SourceError(
        message('TIMED_OUT', { cause: message('NOTHING_IN_TIME', { seconds: PREVIEW_MS / 1000 }) }),
        {
          path,
          cause: error,
        },
      );
    }
    if (error instanceof FetchError) throw new SourceError(error.reason, { path, cause: error });
    throw error;
  }
}

async function startOfFile({
  name,
  size,
  pieces,
}: {
  name: string;
  size: number | null;
  pieces: AsyncIterable<Buffer>;
}): Promise<ByteSource> {
  const parts: Buffer[] = [];
  let length = 0;
  let isWhole = true;
  for await (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < PREVIEW_BYTES) continue;
    isWhole = false;
    break;
  }
  const bytes = Buffer.concat(parts);
  if (isWhole) return bufferSource(name, bytes);
  return {
    name,
    size: size !== null && size > length ? size : UNKNOWN,
    read: (start = 0, end = UNKNOWN) => Readable.from(within(bytes, start, end), { objectMode: false }),
  };
}

async function* within(bytes: Buffer, start: number, end: number): AsyncGenerator<Buffer> {
  if (start < bytes.length) yield bytes.subarray(start, end);
  if (end > bytes.length) throw new PreviewLimitReached();
}
