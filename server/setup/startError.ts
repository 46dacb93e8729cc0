/** Why Sluice cannot start as it is set up. The message is for a person, in one line each, and says what to do. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
