import { HttpError } from 'react-admin';

export interface InputIssue {
  readonly path: readonly string[];
  readonly message: string;
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

/** What the server refused, with its stable code; react-admin reads `status`, and signs out at 401. */
export class SluiceError extends HttpError {
  readonly code: string;
  readonly issues: readonly InputIssue[];

  constructor(code: string, message: string, issues: readonly InputIssue[] = []) {
    super(message, HTTP_STATUS[code] ?? 400);
    this.code = code;
    this.issues = issues;
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof SluiceError && error.code === UNAUTHENTICATED;
}
