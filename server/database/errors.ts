import { StartError } from '../setup/startError.ts';

/** A database that cannot be used as it is. */
export class DatabaseError extends StartError {
  override readonly name = 'DatabaseError';
}
