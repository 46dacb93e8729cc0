import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { MessageError } from '../../messages/messageError.ts';
import type { RowError } from '../../sdk/errors.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Db } from '../../sdk/records.ts';
import type { StoredChunk } from '../model/chunk.ts';
import type { FailedRow, LockedRow, ReimportedRow } from '../model/failedRow.ts';
import { withImporterText } from '../model/importerText.ts';
import { type OutcomeCounts, rowOutcome } from '../model/outcome.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import { rowValues } from '../model/rows.ts';
import { type Advanced, advanceCursor, isAtCursor, lockRecords, lockShared } from '../store/cursor.ts';
import { countErrors, uncountErrors } from '../store/errorGroups.ts';
import { lockOpenRows, saveFailedRows, saveRetriedRows } from '../store/failedRows.ts';
import { setWaiting, waitsFor } from '../store/waitingRows.ts';
import { addWarnings } from '../store/warnings.ts';
import { applyRows, type ImportRun } from './applyRows.ts';
import type { FoldedRow } from './fold.ts';

export interface PreparedChunk {
  readonly chunk: StoredChunk;
  readonly rows: readonly PreparedRow[];
  /** The source's columns when the chunk was prepared, for showing its failed rows. */
  readonly columns: readonly string[];
}

/** The result of a chunk's transaction. */
export interface ProcessedChunk extends Advanced {
  /** Reimported rows, with whether they succeeded. */
  readonly reimported: readonly ReimportedRow[];
}

/** Another worker has applied the chunk, or the import has stopped: the transaction must be rolled back. */
export class StaleCursorError extends Error {
  constructor() {
    super('The import is no longer at this chunk.');
    this.name = 'StaleCursorError';
  }
}

/** With fewer rows, it is not certain that the importer itself is broken. */
const BROKEN_ROWS = 50;

/** The importer's code threw on every row of a chunk, so it would on all others too. */
export class BrokenImporter extends MessageError {
  override readonly name = 'BrokenImporter';
}

/**
 * Applies a chunk within the given transaction, up to the cursor check. Throws StaleCursorError when another worker was
 * faster or the import was paused or cancelled meanwhile; nothing of the chunk may be committed then.
 */
export async function processChunk(tx: Db, importRun: ImportRun, prepared: PreparedChunk): Promise<ProcessedChunk> {
  await lockRecords(tx, importRun.scope, importRun.importer.name, importRun.dryRun);
  const shared = importRun.dryRun ? undefined : importRun.store.lockOf?.(importRun.scope);
  if (shared !== undefined) await lockShared(tx, shared);
  if (!(await isAtCursor(tx, importRun.scope.importId, prepared.chunk.index))) throw new StaleCursorError();
  const open = await openRowsOf(tx, importRun, prepared);
  // Rows that were resolved or discarded since the retry was requested are left out.
  const rows = open ? prepared.rows.filter(({ row }) => open.has(row.number)) : prepared.rows;
  const folded = await applyRows(tx, importRun, rows);
  refuseBrokenImporter(folded);
  for (const { prepared: failing, cause } of folded) {
    if (cause === undefined) continue;
    importRun.log.warn({ chunk: prepared.chunk.index, row: failing.row.number, err: cause }, 'a failing row');
  }
  return commitRows(tx, importRun, prepared, { folded, open, chunkFailed: false });
}

/** Moves past a chunk that failed four times with a transient error: all of its rows become failed rows. */
export async function failChunk(
  tx: Db,
  importRun: ImportRun,
  prepared: PreparedChunk,
  cause: Message,
): Promise<ProcessedChunk> {
  const rowError: RowError = message('CHUNK_FAILED', { cause });
  const open = await openRowsOf(tx, importRun, prepared);
  const rows = open ? prepared.rows.filter(({ row }) => open.has(row.number)) : prepared.rows;
  const folded = rows.map(
    (row): FoldedRow => ({
      ...{ prepared: row, outcomes: [], warnings: [] },
      errors: row.errors.length > 0 ? row.errors : [rowError],
    }),
  );
  return commitRows(tx, importRun, prepared, { folded, open, chunkFailed: true });
}

/** The failed rows that a retry is about; null for a chunk of the source. */
async function openRowsOf(
  tx: Db,
  { scope }: ImportRun,
  { chunk, rows }: PreparedChunk,
): Promise<ReadonlyMap<number, LockedRow> | null> {
  if (chunk.fromSource) return null;
  return lockOpenRows(
    tx,
    scope.importId,
    rows.map(({ row }) => row.number),
  );
}

interface Result {
  readonly folded: readonly FoldedRow[];
  readonly open: ReadonlyMap<number, LockedRow> | null;
  readonly chunkFailed: boolean;
}

async function commitRows(
  tx: Db,
  importRun: ImportRun,
  { chunk, columns }: PreparedChunk,
  result: Result,
): Promise<ProcessedChunk> {
  const { open, chunkFailed } = result;
  const folded = withTexts(importRun.importer, result.folded);
  const { importId } = importRun.scope;
  const bad = folded.filter((row) => row.errors.length > 0);
  const good = folded.filter((row) => row.errors.length === 0);
  if (open) await saveRetry(tx, importId, folded, open, columns);
  else
    await saveFailedRows(
      tx,
      importId,
      bad.map((row) => failedRowOf(row, columns)),
    );
  // A retried row may no longer wait for a decision.
  const waiting = bad.filter(({ errors }) => open !== null || waitsFor(errors).length > 0);
  await setWaiting(
    tx,
    importId,
    waiting.map(({ prepared: { row }, errors }) => ({ rowNumber: row.number, errors })),
  );
  await countErrors(
    tx,
    importId,
    bad.map((row) => row.errors),
  );
  await addWarnings(
    tx,
    importId,
    good.flatMap((row) => [...row.prepared.warnings, ...row.warnings]),
  );
  importRun.signal.throwIfAborted();
  // A retried row stays counted as failed until it has a better outcome.
  const failed = open ? -good.length : bad.length;
  const advanced = await advanceCursor(tx, { importId, chunk, ...countOutcomes(good), failed, chunkFailed });
  if (advanced === null) throw new StaleCursorError();
  // A dry run closes no failed rows.
  return { ...advanced, reimported: importRun.dryRun ? [] : reimported(folded) };
}

/** The rows with the English of the importer's own sentences, as it is stored. */
function withTexts(importer: AnyImporter, rows: readonly FoldedRow[]): readonly FoldedRow[] {
  if (!importer.messages) return rows;
  const withText = <M extends Message>(message: M): M => withImporterText(importer, message);
  return rows.map((row) => ({
    ...row,
    prepared: { ...row.prepared, warnings: row.prepared.warnings.map(withText) },
    errors: row.errors.map(withText),
    warnings: row.warnings.map(withText),
  }));
}

function reimported(folded: readonly FoldedRow[]): ReimportedRow[] {
  return folded.flatMap(({ prepared: { row }, errors }) =>
    row.origin ? [{ origin: row.origin, row: row.number, isGood: errors.length === 0 }] : [],
  );
}

function failedRowOf({ prepared: { row }, errors }: FoldedRow, columns: readonly string[]): FailedRow {
  const values = JSON.stringify(rowValues(row, columns));
  return { id: uuidv7(), rowNumber: row.number, line: row.line, values, errors, origin: row.origin ?? null };
}

async function saveRetry(
  tx: Db,
  importId: string,
  folded: readonly FoldedRow[],
  open: ReadonlyMap<number, LockedRow>,
  columns: readonly string[],
): Promise<void> {
  const retried = folded.flatMap(({ prepared: { row }, errors }) => {
    const locked = open.get(row.number);
    return locked ? [{ id: locked.id, tried: JSON.stringify(rowValues(row, columns)), errors }] : [];
  });
  await saveRetriedRows(tx, retried);
  await uncountErrors(
    tx,
    importId,
    [...open.values()].map((row) => row.errors),
  );
}

function countOutcomes(rows: readonly FoldedRow[]): OutcomeCounts {
  const counts: OutcomeCounts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  const names = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged', SKIPPED: 'skipped' } as const;
  for (const row of rows) counts[names[rowOutcome(row.outcomes)]] += 1;
  return counts;
}

/** A failing row affects no other row. If all of many rows of a chunk fail, the cause is the importer's code. */
function refuseBrokenImporter(rows: readonly FoldedRow[]): void {
  const [first] = rows;
  if (rows.length < BROKEN_ROWS || !first) return;
  if (!rows.every((row) => row.errors.some((rowError) => rowError.code === 'IMPORTER_ERROR'))) return;
  throw new BrokenImporter(first.errors[0] ?? message('IMPORTER_ERROR_ALL'));
}
