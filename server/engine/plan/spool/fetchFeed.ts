import { message } from '../../../messages/catalogue.ts';
import type { Message } from '../../../messages/message.ts';
import type { Feed } from '../../../sources/feed.ts';
import { SourceError } from '../../../sources/types.ts';
import type { EngineContext, UrlSources } from '../../model/context.ts';
import { appendSpooledPage, dropCoverage, type Spool, SpoolStopped, saveCoverage } from '../../store/spool.ts';
import { addWarnings } from '../../store/warnings.ts';

/** A feed that gives page after page without end is stopped somewhere. */
const MAX_PAGES = 20_000;

export interface FeedRequest {
  readonly importId: string;
  readonly url: string;
  readonly spool: Spool;
  /** The importer's limit: a feed that has more is refused before the rest is fetched. */
  readonly maxRows: number;
}

/**
 * Keeps the pages of a feed that are not there yet as JSON Lines, each with the place where the following one is, in
 * one transaction. Throws SpoolStopped when it is no longer wanted.
 */
export async function fetchFeed(
  { database }: EngineContext,
  urls: UrlSources,
  feed: Feed,
  { importId, url, spool, maxRows }: FeedRequest,
  signal: AbortSignal,
): Promise<void> {
  let { pages, rows } = spool;
  // The last page is there: only its end was not written down.
  if (pages > 0 && spool.next === null) return;
  for await (const page of feed.pages({ fetcher: urls.fetcher, url, signal }, spool.next)) {
    signal.throwIfAborted();
    const data = Buffer.from(page.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const kept = await database.transaction(async (tx) => {
      if (page.coverage) await saveCoverage(tx, importId, page.coverage);
      if (page.isPartial) await dropCoverage(tx, importId);
      await addWarnings(tx, importId, page.warnings ?? []);
      return appendSpooledPage(tx, {
        ...{ importId, fileId: spool.fileId, pagesBefore: pages, data, rows: page.rows.length },
        ...{ next: page.next === null ? null : JSON.stringify(page.next), total: page.total ?? null },
      });
    });
    if (!kept) throw new SpoolStopped();
    pages += 1;
    rows += page.rows.length;
    if (rows > maxRows) throw tooLong(message('MORE_ROWS_THAN_LIMIT', { rows: maxRows }));
    if (page.next === null) return;
    if (pages >= MAX_PAGES) throw tooLong(message('MORE_PAGES', { rows: MAX_PAGES }));
  }
  throw new SourceError(message('BROKEN_FEED'));
}

function tooLong(what: Message): SourceError {
  return new SourceError(message('TOO_MANY_ROWS', { cause: message('FEED_TOO_LONG', { what }) }));
}
