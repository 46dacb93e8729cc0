import type { Logger } from 'pino';
import { message } from '../../messages/catalogue.ts';
import type { RowError } from '../../sdk/errors.ts';
import type { AnyImporter, DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db, RecordScope } from '../../sdk/records.ts';
import { classifyError, isUniqueViolation, sqlState } from '../model/classifyError.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import { releaseSavepoint, rollbackToSavepoint, setSavepoint } from '../store/database.ts';
import { saveProvenance } from '../store/provenance.ts';
import { assignIds } from './assignIds.ts';
import type { FoldedRow } from './fold.ts';
import { foldLoaded } from './foldLoaded.ts';

import { importerError } from './prepare.ts';
import { duplicateValue } from './recordIndex.ts';
import { saveRelated, withRelated, withRelatedCodes } from './relatedRecords.ts';
import { DependsOnEarlierRows, resolveRows } from './resolveRows.ts';

export interface ImportRun {
  readonly scope: RecordScope;
  readonly importer: AnyImporter;
  /** The importer's records, or a dry run's preview of them. */
  readonly store: AnyImporter['store'];
  readonly dryRun: boolean;
  readonly policy: DuplicatePolicy;
  readonly options: JsonObject;
  readonly log: Logger;
  /** Aborted when the worker should let go; looked at between statements. */
  readonly signal: AbortSignal;
}

/**
 * Applies rows to the records of the project: load, fold, save, set-wise. An error of the database or the importer is
 * narrowed down to the rows that bring it about by halving, left half first, each folded anew over what the former
 * wrote, so that the result is that of applying the rows one by one. Transient errors go up.
 */
export async function applyRows(tx: Db, importRun: ImportRun, rows: readonly PreparedRow[]): Promise<FoldedRow[]> {
  if (rows.length === 0) return [];
  await setSavepoint(tx);
  try {
    const folded = await attempt(tx, importRun, rows);
    await releaseSavepoint(tx);
    return folded;
  } catch (error) {
    if (importRun.signal.aborted || classifyError(error) === 'environment') throw error;
    await rollbackToSavepoint(tx);
    const [only] = rows;
    if (only !== undefined && rows.length === 1) return [await applyAlone(tx, importRun, only, error)];
    // Rows that others have to find are applied before them, and no error is looked for.
    const middle = error instanceof DependsOnEarlierRows ? error.position : Math.ceil(rows.length / 2);
    const left = await applyRows(tx, importRun, rows.slice(0, middle));
    const right = await applyRows(tx, importRun, rows.slice(middle));
    return [...left, ...right];
  }
}

async function attempt(tx: Db, importRun: ImportRun, rows: readonly PreparedRow[]): Promise<FoldedRow[]> {
  const { scope, importer, store, dryRun, options, signal } = importRun;
  const resolved = await resolveRows(tx, importRun, rows);
  const loaded = await foldLoaded(tx, importRun, resolved.rows, { lock: !dryRun });
  const folded = dryRun ? loaded : await assignIds(tx, importRun, loaded);
  signal.throwIfAborted();
  const related = await resolved.save(folded);
  if (folded.inserted.length > 0) await store.insert(tx, scope, folded.inserted);
  if (folded.updated.length > 0) await store.update(tx, scope, folded.updated);
  signal.throwIfAborted();
  if (importer.link && !dryRun && folded.entries.length > 0) {
    const ids = [...new Set(folded.entries.map((entry) => entry.recordId))];
    await importer.link(tx, ids, { ...scope, options });
  }
  await saveProvenance(tx, scope, store.type, withRelatedCodes(folded.entries, folded.rows, related));
  await saveRelated(tx, scope, folded.rows, related);
  return withRelated(folded.rows, related);
}

/**
 * One row that failed within a larger set. Somebody outside may have written the record between load and save: after a
 * unique violation it is loaded and folded once more, which finds that record, before the violation counts as the
 * row's.
 */
async function applyAlone(tx: Db, importRun: ImportRun, row: PreparedRow, error: unknown): Promise<FoldedRow> {
  if (!isUniqueViolation(error)) return failed(row, error, importRun.store);
  try {
    const [again] = await attempt(tx, importRun, [row]);
    await releaseSavepoint(tx);
    return again ?? failed(row, error, importRun.store);
  } catch (second) {
    if (importRun.signal.aborted || classifyError(second) === 'environment') throw second;
    await rollbackToSavepoint(tx);
    return failed(row, second, importRun.store);
  }
}

function failed(prepared: PreparedRow, error: unknown, store: AnyImporter['store']): FoldedRow {
  return { prepared, outcomes: [], errors: [databaseError(error, store)], warnings: [], cause: error };
}

/** The error of a row that could not be written, in words of our own: what Postgres says may quote other rows. */
export function databaseError(error: unknown, store?: AnyImporter['store']): RowError {
  if (isUniqueViolation(error)) return uniqueError(store?.matchKey ? detailOf(error, 'constraint') : null);
  const state = sqlState(error);
  if (state === null || classifyError(error) === 'unknown') return importerError(error);
  if (state === NOT_NULL) return message('VALUE_NEEDED', { name: detailOf(error, 'column') ?? '' });
  const constraint = detailOf(error, 'constraint');
  const where = constraint === null ? state : `${state} (${constraint})`;
  return message('REFUSED_BY_DATABASE', { state: where });
}

const NOT_NULL = '23502';

function uniqueError(name: string | null): RowError {
  return name === null ? duplicateValue() : message('UNIQUE_CONSTRAINT', { name });
}

/** What Postgres says of an error in a field of its own. */
function detailOf(error: unknown, name: 'constraint' | 'column'): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const detail: unknown = Object.entries(current).find(([key]) => key === name)?.[1];
    if (typeof detail === 'string') return detail;
  }
  return null;
}
