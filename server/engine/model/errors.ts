/** The errors that a command answers with; the API shows them as the contract's types. Messages say what to do. */
export class InvalidInput extends Error {
  readonly code = 'INVALID_INPUT';
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];

  constructor(
    issues: readonly [{ path: readonly string[]; message: string }, ...{ path: readonly string[]; message: string }[]],
  ) {
    super(issues.map((issue) => issue.message).join(' '));
    this.name = 'InvalidInput';
    this.issues = issues;
  }
}

export class NotFound extends Error {
  readonly code: string;

  constructor(message: string, code = 'NOT_FOUND') {
    super(message);
    this.name = 'NotFound';
    this.code = code;
  }
}

/** The status does not allow the action, or an idempotency key was used with other input. */
export class Conflict extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Conflict';
    this.code = code;
  }
}

/** A documented limit. `limit` is in the unit that the message names. */
export class LimitExceeded extends Error {
  readonly code: string;
  readonly limit: number | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: string, message: string, limit: number | null = null, retryAfterSeconds: number | null = null) {
    super(message);
    this.name = 'LimitExceeded';
    this.code = code;
    this.limit = limit;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
