/** A sentence of the server's catalogue, for the language of the person. */
export interface ErrorReason {
  readonly code: string;
  readonly params: unknown;
}

export interface InputIssue extends ErrorReason {
  readonly path: readonly string[];
  readonly message: string;
}

interface Details {
  readonly reason?: ErrorReason | null;
  readonly issues?: readonly InputIssue[] | undefined;
}

/** No answer at all: the server or the network is away. */
export const UNREACHABLE = 'UNREACHABLE';
export const UNAUTHENTICATED = 'UNAUTHENTICATED';

const HTTP_STATUS: Readonly<Record<string, number>> = {
  UNREACHABLE: 0,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 429,
};

/**
 * What the server refused, with its stable code, and the status that react-admin looks for. `message` is the server's
 * English, or without a reason also a key of the console's own texts. Not a subclass of react-admin's HttpError, which
 * resets the prototype, so that no `instanceof` of a subclass holds.
 */
export class SluiceError extends Error {
  readonly code: string;
  readonly status: number;
  readonly reason: ErrorReason | null;
  readonly issues: readonly InputIssue[];

  constructor(code: string, message: string, { reason = null, issues = [] }: Details = {}) {
    super(message);
    this.name = 'SluiceError';
    this.code = code;
    this.status = HTTP_STATUS[code] ?? 400;
    this.reason = reason;
    this.issues = issues;
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof SluiceError && error.code === UNAUTHENTICATED;
}

/** Whether it is not there for who asks, or not any more: asking again would be answered the same. */
export function isRefused(error: unknown): boolean {
  return error instanceof SluiceError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN');
}

/** Whether a retry can help: only if there was no response. Three times, like react-query. */
export function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 3 && error instanceof SluiceError && error.code === UNREACHABLE;
}
