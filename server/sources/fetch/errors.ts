/** What can go wrong with a fetch. */
export type FetchErrorCode =
  | 'REFUSED_URL'
  | 'REFUSED_ADDRESS'
  | 'UNREACHABLE'
  | 'TLS_FAILED'
  | 'TIMED_OUT'
  | 'TOO_MANY_REDIRECTS'
  | 'HTTP_STATUS'
  | 'TOO_LARGE'
  | 'BROKEN_BODY';

interface Detail {
  /** Whether the same request may do better later. */
  readonly retryable: boolean;
  readonly status?: number;
  /** How long the server asked to be left alone (Retry-After), at most an hour. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** A request that could not be answered. Its message is for a person, and names neither credentials nor addresses. */
export class FetchError extends Error {
  readonly code: FetchErrorCode;
  readonly retryable: boolean;
  /** Of HTTP_STATUS; null otherwise. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(code: FetchErrorCode, message: string, { retryable, status, retryAfterMs, cause }: Detail) {
    super(message, { cause });
    this.name = 'FetchError';
    this.code = code;
    this.retryable = retryable;
    this.status = status ?? null;
    this.retryAfterMs = retryAfterMs ?? null;
  }
}
