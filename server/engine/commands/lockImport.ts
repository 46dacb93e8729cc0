import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import { NotFound } from '../model/errors.ts';
import type { ImportState } from '../model/import.ts';
import { readImport } from '../store/imports.ts';

/** The import, held until the transaction ends, so that its status is the one that the command is judged by. */
export async function lockImport(tx: Db, id: string): Promise<ImportState> {
  const state = await readImport(tx, id, { lock: true });
  if (!state) throw new NotFound(message('NO_IMPORT'));
  return state;
}
