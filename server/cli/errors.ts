/** The command line or the environment is wrong; the message says what to give. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
