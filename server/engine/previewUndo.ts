import type { RecordFields } from '../sdk/records.ts';
import type { EngineContext } from './context.ts';
import { openStore } from './conversions.ts';
import { reversalOf } from './reversal.ts';
import { STEPS } from './status.ts';
import { readImport } from './store/readImport.ts';
import { readUndoCandidates } from './store/readUndoRange.ts';
import { withUndoable } from './store/withUndoable.ts';

/** By count, what an undo would do. `errored` shows only when it is done: nothing is tried here. */
export interface UndoCounts {
  readonly reversed: number;
  readonly kept: number;
  readonly errored: number;
}

const RANGE = 2_000;

/** What an undo would do now; null when there is nothing to undo, or the import's status does not allow it. */
export async function previewUndo(
  { database, importers }: EngineContext,
  importId: string,
): Promise<UndoCounts | null> {
  const state = await readImport(database, importId);
  const importer = state && importers.get(state.importerName);
  if (!state || !importer || state.dryRun || !(STEPS.undo.from as readonly string[]).includes(state.status))
    return null;
  const scope = { projectId: state.projectId, importId };
  const store = await openStore(importer, database);
  let reversed = 0;
  let kept = 0;
  await withUndoable(database, importId, RANGE, async (tx, recordIds) => {
    const current = await store.loadByIds(tx, scope, recordIds, { lock: false });
    const fields = new Map<string, RecordFields>(current.map((record) => [record.id, record.fields]));
    for (const { recordId, touches, touchedSince } of await readUndoCandidates(tx, importId, recordIds)) {
      if (reversalOf(fields.get(recordId), touches, touchedSince).kind === 'keep') kept += 1;
      else reversed += 1;
    }
  });
  return reversed + kept === 0 ? null : { reversed, kept, errored: 0 };
}
