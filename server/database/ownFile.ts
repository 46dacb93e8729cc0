import { readFile } from 'node:fs/promises';
import { DatabaseError } from './errors.ts';

/**
 * The text of a file in the data folder; null where there is none. Throws DatabaseError where it cannot be read: it
 * then belongs to another user, who started Sluice on this folder before.
 */
export async function readOwnFile(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new DatabaseError(
      `Sluice cannot read ${file}. Run it as the owner of that file, or set SLUICE_DATA_DIR to another folder.`,
      { cause },
    );
  }
}
