import type { Message } from '../../messages/message.ts';
import { MessageError } from '../../messages/messageError.ts';

interface Detail {
  /** Whether the same request may do better later. */
  readonly retryable: boolean;
  readonly status?: number;
  /** How long the server asked to be left alone (Retry-After), at most an hour. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** A request that could not be answered. Its message is for a person, and names neither credentials nor addresses. */
export class FetchError extends MessageError {
  override readonly name = 'FetchError';
  readonly retryable: boolean;
  /** Of the answer, where there was one. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(reason: Message, { retryable, status, retryAfterMs, cause }: Detail) {
    super(reason, { cause });
    this.retryable = retryable;
    this.status = status ?? null;
    this.retryAfterMs = retryAfterMs ?? null;
  }
}
