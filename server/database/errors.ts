import { StartError } from '../setup/startError.ts';

/** A database that cannot be used as it is. */
export class DatabaseError extends StartError {
  override readonly name = 'DatabaseError';
}

/** The database cannot be brought to this version; the message says what to do. */
export class MigrationError extends StartError {
  override readonly name = 'MigrationError';
}
