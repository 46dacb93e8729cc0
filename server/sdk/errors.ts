import { messageText } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';

/**
 * What is wrong with a row, where, and how to fix it. `code` is stable. A code of the importer's own catalogue comes
 * with the `params` of its sentence; any other code comes with its English as `message`.
 */
export interface RowError extends Message {
  readonly field?: string;
  readonly value?: string;
  /** The source's column that the value came from. The engine sets it. */
  readonly column?: string;
  /** The decision that the row waits for. The row is retried automatically once a person has decided. */
  readonly waitsFor?: string;
}

/**
 * Thrown by an importer's `records` or `merge` when the row cannot be imported. It becomes a failed row with
 * these errors, nothing of it is written, and the other rows continue.
 *
 * @example throw new RowRejected({ code: 'NO_CONTACT', message: 'Give a phone or an e-mail.' })
 */
export class RowRejected extends Error {
  readonly errors: readonly RowError[];

  constructor(...errors: readonly [RowError, ...RowError[]]) {
    super(errors.map((rowError) => messageText(rowError)).join(' '));
    this.name = 'RowRejected';
    this.errors = errors;
  }
}

/**
 * Thrown by `resolve` where what an input means depends on an earlier input of the same chunk, such as a parent that is
 * itself a row. The rows before it are applied first, and `resolve` is then asked about the others.
 */
export class DependsOnEarlierInput extends Error {
  readonly index: number;

  constructor(index: number) {
    super('An input refers to a record that an earlier one may make or change.');
    this.name = 'DependsOnEarlierInput';
    this.index = index;
  }
}

/**
 * Thrown by an importer when its environment fails, not the row: a service is down, or a limit is reached. The chunk is
 * rolled back and retried later, after at least `afterSeconds`.
 */
export class RetryLater extends Error {
  readonly afterSeconds: number | null;

  constructor(message: string, options: { afterSeconds?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RetryLater';
    this.afterSeconds = options.afterSeconds ?? null;
  }
}
