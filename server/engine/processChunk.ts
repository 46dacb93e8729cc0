import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../sdk/records.ts';
import { type Application, applyRows } from './applyRows.ts';
import type { FoldedRow } from './fold.ts';
import { type OutcomeCounts, rowOutcome } from './outcome.ts';
import type { PlacedFault, PreparedRow } from './prepare.ts';
import { rowValues } from './rows.ts';
import { addWarnings } from './store/addWarnings.ts';
import { type Advanced, advanceImport } from './store/advanceImport.ts';
import { countErrors, uncountErrors } from './store/countErrors.ts';
import { isAtChunk } from './store/isAtChunk.ts';
import { lockLane } from './store/lockLane.ts';
import { type LockedRow, lockOpenRows } from './store/lockOpenRows.ts';
import type { StoredChunk } from './store/readChunks.ts';
import { type FailedRow, saveFailedRows } from './store/saveFailedRows.ts';
import type { CameBack } from './store/settleOrigins.ts';
import { settleRetriedRows } from './store/settleRetriedRows.ts';
import { setWaiting, waitsFor } from './store/setWaiting.ts';

export interface PreparedChunk {
  readonly chunk: StoredChunk;
  readonly rows: readonly PreparedRow[];
  /** The source's columns when the chunk was prepared, for showing its failed rows. */
  readonly columns: readonly string[];
}

/** What a chunk's transaction came to. */
export interface ProcessedChunk extends Advanced {
  /** Rows that a file of failed rows brought back, with what became of them. */
  readonly cameBack: readonly CameBack[];
}

/** The import moved on without this worker, or stopped: what the chunk did must be rolled back. */
export class LaneMoved extends Error {
  constructor() {
    super('The import is no longer at this chunk.');
    this.name = 'LaneMoved';
  }
}

/** Fewer rows than this say nothing about the importer as a whole. */
const BROKEN_ROWS = 50;

/** Every row of a chunk met an error of the importer's own code: going on would fail all the others alike. */
export class BrokenImporter extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenImporter';
  }
}

/**
 * Applies a chunk within the given transaction, down to the fence. Throws LaneMoved when another worker was faster or
 * the import was paused or cancelled meanwhile; nothing of the chunk may be committed then.
 */
export async function processChunk(tx: Db, application: Application, prepared: PreparedChunk): Promise<ProcessedChunk> {
  await lockLane(tx, application.scope, application.importer.name, application.dryRun);
  if (!(await isAtChunk(tx, application.scope.importId, prepared.chunk.index))) throw new LaneMoved();
  const open = await openRowsOf(tx, application, prepared);
  // A row that was resolved or discarded since it was sent through again is left alone.
  const rows = open ? prepared.rows.filter(({ row }) => open.has(row.number)) : prepared.rows;
  const folded = await applyRows(tx, application, rows);
  refuseBrokenImporter(folded);
  for (const { prepared: poisoned, cause } of folded) {
    if (cause === undefined) continue;
    application.log.warn({ chunk: prepared.chunk.index, row: poisoned.row.number, err: cause }, 'a poisoned row');
  }
  return commitRows(tx, application, prepared, { folded, open, chunkFailed: false });
}

/** Steps past a chunk that the environment has failed four times: all its rows become failed rows. */
export async function failChunk(
  tx: Db,
  application: Application,
  prepared: PreparedChunk,
  reason: string,
): Promise<ProcessedChunk> {
  const fault: PlacedFault = {
    code: 'CHUNK_FAILED',
    message: `The rows around this one could not be written, four times in a row (${reason}): retry when the cause is gone.`,
  };
  const open = await openRowsOf(tx, application, prepared);
  const rows = open ? prepared.rows.filter(({ row }) => open.has(row.number)) : prepared.rows;
  const folded = rows.map(
    (row): FoldedRow => ({
      ...{ prepared: row, outcomes: [], warnings: [] },
      faults: row.faults.length > 0 ? row.faults : [fault],
    }),
  );
  return commitRows(tx, application, prepared, { folded, open, chunkFailed: true });
}

/** The failed rows that a retry is about; null for a chunk of the source. */
async function openRowsOf(
  tx: Db,
  { scope }: Application,
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
  application: Application,
  { chunk, columns }: PreparedChunk,
  { folded, open, chunkFailed }: Result,
): Promise<ProcessedChunk> {
  const { importId } = application.scope;
  const bad = folded.filter((row) => row.faults.length > 0);
  const good = folded.filter((row) => row.faults.length === 0);
  if (open) await settleRetry(tx, importId, folded, open, columns);
  else
    await saveFailedRows(
      tx,
      importId,
      bad.map((row) => failedRowOf(row, columns)),
    );
  // A row that is tried again may have waited and wait no more.
  const waiting = bad.filter(({ faults }) => open !== null || waitsFor(faults).length > 0);
  await setWaiting(
    tx,
    importId,
    waiting.map(({ prepared: { row }, faults }) => ({ rowNumber: row.number, faults })),
  );
  await countErrors(
    tx,
    importId,
    bad.map((row) => row.faults),
  );
  await addWarnings(
    tx,
    importId,
    good.flatMap((row) => [...row.prepared.warnings, ...row.warnings]),
  );
  application.signal.throwIfAborted();
  // A retried row stays counted as failed until it has a better outcome.
  const failed = open ? -good.length : bad.length;
  const advanced = await advanceImport(tx, { importId, chunk, ...countOutcomes(good), failed, chunkFailed });
  if (advanced === null) throw new LaneMoved();
  // A dry run takes nothing off anybody's list.
  return { ...advanced, cameBack: application.dryRun ? [] : cameBack(folded) };
}

function cameBack(folded: readonly FoldedRow[]): CameBack[] {
  return folded.flatMap(({ prepared: { row }, faults }) =>
    row.origin ? [{ origin: row.origin, row: row.number, isGood: faults.length === 0 }] : [],
  );
}

function failedRowOf({ prepared: { row }, faults }: FoldedRow, columns: readonly string[]): FailedRow {
  const values = JSON.stringify(rowValues(row, columns));
  return { id: uuidv7(), rowNumber: row.number, line: row.line, values, faults, origin: row.origin ?? null };
}

async function settleRetry(
  tx: Db,
  importId: string,
  folded: readonly FoldedRow[],
  open: ReadonlyMap<number, LockedRow>,
  columns: readonly string[],
): Promise<void> {
  const retried = folded.flatMap(({ prepared: { row }, faults }) => {
    const locked = open.get(row.number);
    return locked ? [{ id: locked.id, tried: JSON.stringify(rowValues(row, columns)), faults }] : [];
  });
  await settleRetriedRows(tx, retried);
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

/** Poisoned rows cost only themselves. When so many in a chunk are all poisoned, it is the importer's code. */
function refuseBrokenImporter(rows: readonly FoldedRow[]): void {
  const [first] = rows;
  if (rows.length < BROKEN_ROWS || !first) return;
  if (!rows.every((row) => row.faults.some((fault) => fault.code === 'IMPORTER_ERROR'))) return;
  throw new BrokenImporter(first.faults[0]?.message ?? 'The importer could not handle any row.');
}
