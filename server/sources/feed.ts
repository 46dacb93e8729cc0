import type { Message } from '../messages/message.ts';
import type { Json, JsonObject } from '../sdk/json.ts';
import type { SourceCoverage } from '../sdk/reference/resolution.ts';
import type { Fetcher } from './fetch/types.ts';

/** How an answer begins, by which a feed is told from a file. */
export interface FetchedStart {
  /** Where it came from, after redirects; without credentials. */
  readonly url: string;
  /** Without parameters, in lower case: 'application/json'; '' where the server does not say. */
  readonly contentType: string;
  /** The first 64 KiB at most, decoded from gzip too where the file itself is gzip. */
  readonly bytes: Buffer;
}

/** What a feed is asked with. */
export interface FeedContext {
  readonly fetcher: Fetcher;
  /** As the caller gave it, credentials included. */
  readonly url: string;
  readonly signal: AbortSignal;
}

export interface FeedPage {
  /** In the order of the feed. Nothing is trimmed or re-typed: mapping and validation come later. */
  readonly rows: readonly JsonObject[];
  /** Kept with the rows; given back as `from` when a later attempt goes on behind this page. Null after the last. */
  readonly next: Json | null;
  /** How many rows the feed says that it has in all, where it does. */
  readonly total?: number;
  /** With the first page: what the feed says that it holds in whole. */
  readonly coverage?: SourceCoverage;
  readonly warnings?: readonly Message[];
  /** With the last page: the feed was not read in whole, so that what it does not hold is not known to be gone. */
  readonly isPartial?: boolean;
}

/**
 * A source that comes in pages. Each page's rows are kept with its `next` in one transaction before the following one
 * is asked for, so that what fails is tried again from that page, and half a feed is never taken for a whole one.
 *
 * `pages` throws FetchError as the fetcher and `requireOk` do (whether it is tried again follows from `retryable`, and
 * when from `retryAfterMs`), and SourceError for a feed that is not of the shape that it should be, which ends the
 * import as FAILED with that message. It may be left after any page.
 */
export interface Feed {
  /** Such as 'tec'. Kept with the import: a later attempt goes on with the same feed. */
  readonly kind: string;
  /** Whether the answer at the import's URL is the beginning of such a feed. Must be cheap, and must not throw. */
  matches(start: FetchedStart): boolean;
  /** The pages behind `from`, in order; all of them for null. */
  pages(context: FeedContext, from: Json | null): AsyncIterable<FeedPage>;
}
