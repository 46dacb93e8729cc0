/** The server answers, and refuses. `code` is the API's, such as NOT_FOUND. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The server does not answer, or not as Sluice does. Worth trying again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Why a request failed: Node's fetch says "fetch failed", and why in its cause. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

/** The first of the errors of a response, as GraphQL has them. */
export interface ResponseError {
  readonly message: string;
  readonly extensions?: { readonly [name: string]: unknown } | undefined;
}

export function refusalOf({ message, extensions }: ResponseError): Refused {
  return new Refused(typeof extensions?.code === 'string' ? extensions.code : 'UNKNOWN', message);
}
