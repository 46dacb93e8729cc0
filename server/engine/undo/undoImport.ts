import type { AnyImporter } from '../../sdk/importer.ts';
import type { Db, RecordFields, RecordScope } from '../../sdk/records.ts';
import type { RunResult } from '../apply/applyChunk.ts';
import { openStore } from '../apply/conversions.ts';
import { finishContext } from '../apply/finishImport.ts';
import type { RunLimits } from '../apply/runChunks.ts';
import { reopenReimported } from '../failedRows/resolveReimported.ts';
import type { EngineContext } from '../model/context.ts';
import type { ImportState } from '../model/import.ts';
import { inSpan } from '../model/trace.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { lockRecords, lockShared } from '../store/cursor.ts';
import { readImport } from '../store/imports.ts';
import { moveImport } from '../store/status.ts';
import { advanceUndo, countUndone, readUnchangedOnly, readUndoRange } from '../store/undo.ts';
import { reverseRecords } from './reverseRecords.ts';
import { madeOf, takeBack } from './takeBack.ts';

/** Records of one transaction of an undo. */
const RANGE = 500;
const NO_ID = '';

/**
 * Takes an import back, range by range of its records, until none is left or its time is up. Any number of workers may
 * run it; the cursor check of each range lets one of them go on.
 */
export async function runUndo(context: EngineContext, importId: string, run: RunLimits): Promise<RunResult> {
  for (;;) {
    run.signal.throwIfAborted();
    const more = await inSpan('undo', { import: importId }, () =>
      context.database.transaction((tx) => undoRange(context, tx, importId)),
    );
    if (!more) return { kind: 'idle' };
    if (run.deadline !== null && Date.now() >= run.deadline) return { kind: 'yield' };
  }
}

/** False when the undo is done, by this call or by another worker. */
async function undoRange(context: EngineContext, tx: Db, importId: string): Promise<boolean> {
  const state = await readImport(tx, importId);
  const importer = state && context.importers.get(state.importerName);
  if (!state || !importer || state.status !== 'UNDOING') return false;
  const scope = { projectId: state.projectId, importId };
  await lockRecords(tx, scope, importer.name, false);
  const shared = importer.store.lockOf?.(scope);
  if (shared !== undefined) await lockShared(tx, shared);
  const candidates = await readUndoRange(tx, importId, importer.store.type, RANGE);
  if (candidates.length === 0) {
    await finishUndo(context, tx, importer, state);
    return false;
  }
  const made = madeOf(context.importers, importer, candidates[0]?.recordType);
  if (made) {
    const taken = await takeBack(tx, scope, made, candidates);
    if (!(await advanceUndo(tx, importId, taken))) throw new Error('Another worker undoes this import.');
    return true;
  }
  const ids = candidates.map(({ recordId }) => recordId);
  const store = await openStore(importer, tx);
  const current = await store.loadByIds(tx, scope, ids, { lock: true });
  const fields = new Map<string, RecordFields>(current.map((record) => [record.id, record.fields]));
  const results = await reverseRecords(tx, { importer, store, scope, options: state.options }, candidates, fields);
  if (!(await advanceUndo(tx, importId, results))) throw new Error('Another worker undoes this import.');
  return true;
}

/** What is left once every record has been seen to: what was only attached, and what is derived from all records. */
async function finishUndo(context: EngineContext, tx: Db, importer: AnyImporter, state: ImportState): Promise<void> {
  const scope = { projectId: state.projectId, importId: state.id };
  const locked = await readImport(tx, state.id, { lock: true });
  if (locked?.status !== 'UNDOING') return;
  await unlinkRecords(tx, importer, scope, state);
  await importer.finish?.(tx, await finishContext(tx, state, true));
  const detail = { ...(await countUndone(tx, state.id)) };
  await addAuditEntry(tx, { ...scope, actor: 'sluice', action: 'UNDONE', detail });
  await reopenReimported(context, tx, state.id);
  await moveImport(tx, state.id, 'undone');
}

async function unlinkRecords(tx: Db, importer: AnyImporter, scope: RecordScope, state: ImportState): Promise<void> {
  if (!importer.unlink) return;
  for (let after: string | undefined = NO_ID; after !== undefined; ) {
    const ids = await readUnchangedOnly(tx, scope.importId, importer.store.type, after, RANGE);
    if (ids.length > 0) await importer.unlink(tx, ids, { ...scope, options: state.options });
    after = ids.at(-1);
  }
}
