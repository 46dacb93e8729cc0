/** A database that cannot be used as it is; the message is one line for a person and says what to do. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
}
