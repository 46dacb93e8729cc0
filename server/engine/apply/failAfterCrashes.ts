import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Db } from '../../sdk/records.ts';
import type { EngineContext, JobKind } from '../model/context.ts';
import { readPlace, removeAttempts } from '../store/attempts.ts';
import { readImport } from '../store/imports.ts';
import { moveImport } from '../store/status.ts';
import { completeImport, transition } from './endImport.ts';

/** For the log; the import itself has the sentence. */
const CODE = 'PROCESS_CRASHED';

/** Ends an import whose work ended or froze its process so often in a row; another attempt would hardly do better. */
export async function failAfterCrashes(
  context: EngineContext,
  { importId, kinds }: { readonly importId: string; readonly kinds: readonly JobKind[] },
  crashes: number,
): Promise<void> {
  const { database, log } = context;
  log.error({ import: importId, code: CODE, kinds, crashes }, 'the import crashed its process repeatedly');
  await database.transaction(async (tx) => {
    const state = await readImport(tx, importId, { lock: true });
    const reason = await reasonOf(tx, importId, kinds[0] ?? 'plan', crashes);
    if (state?.status !== 'UNDOING') await transition(context, tx, importId, 'fail', { reason });
    else if (await moveImport(tx, importId, 'failUndo', { reason }))
      await completeImport(context, tx, importId, 'fail');
    await removeAttempts(tx, importId);
  });
}

/** What it was at, and what a person can do. */
async function reasonOf(tx: Db, importId: string, kind: JobKind, crashes: number): Promise<Message> {
  const { rowsRead, nextRow, recordsUndone } = await readPlace(tx, importId);
  switch (kind) {
    case 'plan':
    case 'longPlan':
      return message('CRASHED_READING', { count: crashes, row: rowsRead + 1 });
    case 'chunks':
      return message('CRASHED_IMPORTING', { count: crashes, row: nextRow });
    case 'finish':
      return message('CRASHED_FINISHING', { count: crashes });
    case 'undo':
      return message('CRASHED_UNDOING', { count: crashes, records: recordsUndone });
  }
}
