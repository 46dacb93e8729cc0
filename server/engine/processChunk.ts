import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../sdk/records.ts';
import { type Application, applyRows } from './applyRows.ts';
import type { FoldedRow } from './fold.ts';
import { type OutcomeCounts, rowOutcome } from './outcome.ts';
import type { PlacedFault, PreparedRow } from './prepare.ts';
import { rowValues } from './rows.ts';
import { addWarnings } from './store/addWarnings.ts';
import { type Advanced, advanceImport } from './store/advanceImport.ts';
import { countErrors } from './store/countErrors.ts';
import { isAtChunk } from './store/isAtChunk.ts';
import { lockLane } from './store/lockLane.ts';
import type { StoredChunk } from './store/readChunks.ts';
import { saveFailedRows } from './store/saveFailedRows.ts';

export interface PreparedChunk {
  readonly chunk: StoredChunk;
  readonly rows: readonly PreparedRow[];
  /** The source's columns when the chunk was prepared, for showing its failed rows. */
  readonly columns: readonly string[];
}

/** The import moved on without this worker, or stopped: what the chunk did must be rolled back. */
export class LaneMoved extends Error {
  constructor() {
    super('The import is no longer at this chunk.');
    this.name = 'LaneMoved';
  }
}

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
export async function processChunk(tx: Db, application: Application, prepared: PreparedChunk): Promise<Advanced> {
  await lockLane(tx, application.scope, application.importer.name);
  if (!(await isAtChunk(tx, application.scope.importId, prepared.chunk.index))) throw new LaneMoved();
  const folded = await applyRows(tx, application, prepared.rows);
  refuseBrokenImporter(folded);
  return commitRows(tx, application, prepared, folded, false);
}

/** Steps past a chunk that the environment has failed four times: all its rows become failed rows. */
export async function failChunk(
  tx: Db,
  application: Application,
  prepared: PreparedChunk,
  reason: string,
): Promise<Advanced> {
  const fault: PlacedFault = {
    code: 'CHUNK_FAILED',
    message: `The rows around this one could not be written, four times in a row (${reason}): retry when the cause is gone.`,
  };
  const folded = prepared.rows.map(
    (row): FoldedRow => ({ prepared: row, outcomes: [], faults: row.faults.length > 0 ? row.faults : [fault] }),
  );
  return commitRows(tx, application, prepared, folded, true);
}

async function commitRows(
  tx: Db,
  application: Application,
  { chunk, columns }: PreparedChunk,
  folded: readonly FoldedRow[],
  chunkFailed: boolean,
): Promise<Advanced> {
  const { importId } = application.scope;
  const failed = folded.filter((row) => row.faults.length > 0);
  await saveFailedRows(
    tx,
    importId,
    failed.map(({ prepared: { row }, faults }) => ({
      id: uuidv7(),
      rowNumber: row.number,
      line: row.line,
      values: JSON.stringify(rowValues(row, columns)),
      faults,
    })),
  );
  await countErrors(
    tx,
    importId,
    failed.map((row) => row.faults),
  );
  const good = folded.filter((row) => row.faults.length === 0);
  await addWarnings(
    tx,
    importId,
    good.flatMap((row) => row.prepared.warnings),
  );
  application.signal.throwIfAborted();
  const counts = countOutcomes(good);
  const advanced = await advanceImport(tx, { importId, chunk, ...counts, failed: failed.length, chunkFailed });
  if (advanced === null) throw new LaneMoved();
  return advanced;
}

function countOutcomes(rows: readonly FoldedRow[]): OutcomeCounts {
  const counts: OutcomeCounts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  const names = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged', SKIPPED: 'skipped' } as const;
  for (const row of rows) counts[names[rowOutcome(row.outcomes)]] += 1;
  return counts;
}

/** One poisoned row costs that row. When no row of a real chunk passes the importer's code, the code is at fault. */
function refuseBrokenImporter(rows: readonly FoldedRow[]): void {
  const [first] = rows;
  if (rows.length < 2 || !first) return;
  if (!rows.every((row) => row.faults.some((fault) => fault.code === 'IMPORTER_ERROR'))) return;
  throw new BrokenImporter(first.faults[0]?.message ?? 'The importer could not handle any row.');
}
