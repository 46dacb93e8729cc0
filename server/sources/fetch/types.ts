import type { Readable } from 'node:stream';

export interface FetchRequest {
  /** GET when absent. Redirects of other methods than GET and HEAD are not followed: the 3xx is the answer. */
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** Sent to the URL's own origin only, never to another that it redirects to. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** The most bytes of the body, as sent and as decoded. */
  readonly maxBytes?: number;
  /** For everything, from the first look-up to the last byte. */
  readonly timeoutMs?: number;
}

/** An answer of whatever status. Read its body to the end or destroy it: a connection hangs on it. */
export interface Fetched {
  /** Where it came from in the end, without credentials. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded (gzip, deflate, br) and bounded; fails with FetchError. */
  readonly body: Readable;
}

/**
 * Requests to addresses that strangers choose. Speaks http and https, with public addresses only, follows at most 5
 * redirects, and bounds time and size. Credentials in a URL go as Basic authentication, and into no message.
 */
export interface Fetcher {
  /** Throws FetchError where there is no answer, and the signal's reason when aborted. */
  request(url: string, request?: FetchRequest): Promise<Fetched>;
  /** Closes what connections are kept. */
  close(): Promise<void>;
}
