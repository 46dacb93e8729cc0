import type { RecordFields } from '../../sdk/records.ts';
import { openStore } from '../apply/conversions.ts';
import type { EngineContext } from '../model/context.ts';
import type { UndoCounts } from '../model/requests.ts';
import { STEPS } from '../model/status.ts';
import { readImport } from '../store/imports.ts';
import { readUndoCandidates, withUndoable } from '../store/undo.ts';
import { reversalOf } from './reversal.ts';
import { madeOf } from './takeBack.ts';

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
  await withUndoable(database, importId, RANGE, async (tx, records) => {
    // Whether others still refer to it once the import's own records are gone is not known before.
    if (madeOf(importers, importer, records.recordType)) {
      reversed += records.recordIds.length;
      return;
    }
    const current = await store.loadByIds(tx, scope, records.recordIds, { lock: false });
    const fields = new Map<string, RecordFields>(current.map((record) => [record.id, record.fields]));
    for (const { recordId, entries, changedSince } of await readUndoCandidates(tx, importId, records)) {
      if (reversalOf(fields.get(recordId), entries, changedSince).kind === 'keep') kept += 1;
      else reversed += 1;
    }
  });
  return reversed + kept === 0 ? null : { reversed, kept, errored: 0 };
}
