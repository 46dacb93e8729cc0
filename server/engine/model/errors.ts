import { message, messageText } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { MessageError } from '../../messages/messageError.ts';
import { RetryLater } from '../../sdk/errors.ts';

/** One thing that is wrong with an input: the way to the field, from the input down, and what is wrong with it. */
export interface InputIssue {
  readonly path: readonly string[];
  readonly message: Message;
}

// The errors that a command answers with; the API shows them as the contract's types. Messages say what to do.

export class InvalidInput extends MessageError {
  readonly issues: readonly InputIssue[];

  override readonly name = 'InvalidInput';

  constructor(issues: readonly [InputIssue, ...InputIssue[]]) {
    super({ code: 'INVALID_INPUT', message: issues.map((issue) => messageText(issue.message)).join(' ') });
    this.issues = issues;
  }
}

/** Where the code is not the reason's own, it is NOT_FOUND. */
export class NotFound extends MessageError {
  override readonly name = 'NotFound';

  constructor(reason: Message, code = 'NOT_FOUND') {
    super(code === reason.code ? reason : { code, params: { cause: reason } });
  }
}

/** The status does not allow the action, or an idempotency key was used with other input. */
export class Conflict extends MessageError {
  override readonly name = 'Conflict';
}

/** A documented limit. `limit` is in the unit that the message names. */
export class LimitExceeded extends MessageError {
  override readonly name = 'LimitExceeded';
  readonly limit: number | null;
  readonly retryAfterSeconds: number | null;

  constructor(reason: Message, limit: number | null = null, retryAfterSeconds: number | null = null) {
    super(reason);
    this.limit = limit;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * The store that holds an upload does not answer, or this process does not reach it. Of the environment, not of the
 * source: another machine may have the file, or the store may come back.
 */
export class StoreUnreachable extends RetryLater {
  override readonly name = 'StoreUnreachable';
  readonly code = 'STORE_UNREACHABLE';
  readonly reason = message('STORE_UNREACHABLE', { cause: message('WHEN_STORE_IS_BACK') });

  constructor(cause: unknown) {
    super('The upload storage cannot be reached.', { cause });
  }
}
