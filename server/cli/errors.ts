/** The command line or the environment is wrong; the message says what to give. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The server answers, and refuses. `code` is the API's. */
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
