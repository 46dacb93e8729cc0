import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db, RecordFields, RecordScope } from '../../sdk/records.ts';
import { databaseError } from '../apply/applyRows.ts';
import { classifyError } from '../model/classifyError.ts';
import { releaseSavepoint, rollbackToSavepoint, setSavepoint } from '../store/database.ts';
import type { UndoCandidate, UndoResult } from '../store/undo.ts';
import { reversalOf } from './reversal.ts';

export interface Reverser {
  readonly importer: AnyImporter;
  readonly store: AnyImporter['store'];
  readonly scope: RecordScope;
  readonly options: JsonObject;
}

/**
 * Takes back what an import did to these records, where nothing speaks against it. One that the database refuses to
 * take back (another table refers to it, its old value is taken) is found by halving and errored; the others go.
 */
export async function reverseRecords(
  tx: Db,
  reverser: Reverser,
  candidates: readonly UndoCandidate[],
  current: ReadonlyMap<string, RecordFields>,
): Promise<UndoResult[]> {
  await setSavepoint(tx);
  try {
    const results = await attempt(tx, reverser, candidates, current);
    await releaseSavepoint(tx);
    return results;
  } catch (error) {
    if (classifyError(error) === 'environment') throw error;
    await rollbackToSavepoint(tx);
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) {
      const reason = message('RECORD_ERRORED', { cause: databaseError(error) });
      return [{ ...identityOf(only), result: 'ERRORED', reason }];
    }
    const middle = Math.ceil(candidates.length / 2);
    return [
      ...(await reverseRecords(tx, reverser, candidates.slice(0, middle), current)),
      ...(await reverseRecords(tx, reverser, candidates.slice(middle), current)),
    ];
  }
}

function identityOf({ recordType, recordId }: UndoCandidate): Pick<UndoResult, 'recordType' | 'recordId'> {
  return { recordType, recordId };
}

async function attempt(
  tx: Db,
  { importer, store, scope, options }: Reverser,
  candidates: readonly UndoCandidate[],
  current: ReadonlyMap<string, RecordFields>,
): Promise<UndoResult[]> {
  const removed: string[] = [];
  const restored: { id: string; fields: RecordFields }[] = [];
  const results = candidates.map((candidate): UndoResult => {
    const { recordId, entries, changedSince } = candidate;
    const reversal = reversalOf(current.get(recordId), entries, changedSince);
    if (reversal.kind === 'keep') return { ...identityOf(candidate), result: 'KEPT', reason: reversal.reason };
    if (reversal.kind === 'remove') removed.push(recordId);
    if (reversal.kind === 'restore') restored.push({ id: recordId, fields: reversal.fields });
    return { ...identityOf(candidate), result: 'REVERSED', reason: null };
  });
  const reversed = [...removed, ...restored.map(({ id }) => id)];
  if (importer.unlink && reversed.length > 0) await importer.unlink(tx, reversed, { ...scope, options });
  if (removed.length > 0) await store.remove(tx, scope, removed);
  if (restored.length > 0) await store.update(tx, scope, restored);
  return results;
}
