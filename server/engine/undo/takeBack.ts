import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Json } from '../../sdk/json.ts';
import type { Db, RecordFields, RecordScope, StoredRecord } from '../../sdk/records.ts';
import type { MadeType } from '../../sdk/reference/resolution.ts';
import { TABLE_KIND } from '../../sdk/reference/review.ts';
import { databaseError } from '../apply/applyRows.ts';
import { classifyError } from '../model/classifyError.ts';
import { readRuledRecords } from '../review/store/entityRules.ts';
import { releaseSavepoint, rollbackToSavepoint, setSavepoint } from '../store/database.ts';
import type { UndoCandidate, UndoResult } from '../store/undo.ts';

/** How records of a type are taken back that rows made in passing, with all columns that may refer to them. */
export interface MadeRecords {
  readonly madeType: MadeType;
  readonly referrers: MadeType['referrers'];
}

/** Null for the importer's own records. */
export function madeOf(
  importers: ReadonlyMap<string, AnyImporter>,
  importer: AnyImporter,
  recordType: string | undefined,
): MadeRecords | null {
  const madeType = importer.made?.find(({ type }) => type === recordType);
  if (!madeType || recordType === importer.store.type) return null;
  const all = [...importers.values()].flatMap(({ made }) => made ?? []).filter(({ type }) => type === recordType);
  return { madeType, referrers: all.flatMap(({ referrers }) => referrers) };
}

/** Takes back records that were made in passing, where they are as they were made and nothing refers to them. */
export async function takeBack(
  tx: Db,
  scope: RecordScope,
  made: MadeRecords,
  candidates: readonly UndoCandidate[],
): Promise<UndoResult[]> {
  await setSavepoint(tx);
  try {
    const results = await attempt(tx, scope, made, candidates);
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
      ...(await takeBack(tx, scope, made, candidates.slice(0, middle))),
      ...(await takeBack(tx, scope, made, candidates.slice(middle))),
    ];
  }
}

async function attempt(
  tx: Db,
  scope: RecordScope,
  { madeType, referrers }: MadeRecords,
  candidates: readonly UndoCandidate[],
): Promise<UndoResult[]> {
  const ids = candidates.map(({ recordId }) => recordId);
  const ruled = await readRuledRecords(tx, scope.projectId, `${TABLE_KIND}${madeType.type}`, ids);
  const free = candidates.filter(({ recordId, changedSince }) => !ruled.has(recordId) && !changedSince);
  const kept = await madeType.takeBack(tx, scope, free.map(asMade), referrers);
  return candidates.map((candidate): UndoResult => {
    const { recordId, changedSince } = candidate;
    const reason = ruled.has(recordId)
      ? message('RECORD_HAS_RULE')
      : changedSince
        ? message('RECORD_CHANGED_BY_LATER_IMPORT')
        : (kept.get(recordId) ?? null);
    return { ...identityOf(candidate), result: reason === null ? 'REVERSED' : 'KEPT', reason };
  });
}

function asMade({ recordId, entries }: UndoCandidate): StoredRecord<RecordFields> {
  const fields = entries.flatMap(({ changes }) =>
    Object.entries(changes).map(([name, [, value]]): [string, Json] => [name, value]),
  );
  return { id: recordId, fields: Object.fromEntries(fields) };
}

function identityOf({ recordType, recordId }: UndoCandidate): Pick<UndoResult, 'recordType' | 'recordId'> {
  return { recordType, recordId };
}
