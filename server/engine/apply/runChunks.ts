import { setInterval as ticks } from 'node:timers/promises';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { StoredChunk } from '../model/chunk.ts';
import type { EngineContext } from '../model/context.ts';
import type { ImportState } from '../model/import.ts';
import { unpackRows } from '../model/rows.ts';
import { readChunks } from '../store/chunks.ts';
import { readImport } from '../store/imports.ts';
import { applyChunk, type RunResult } from './applyChunk.ts';
import { createImportRun } from './importRun.ts';
import { createPreparer } from './prepare.ts';
import type { PreparedChunk } from './processChunk.ts';

/** A source of at most this many rows is counted whole before any of it is written. */
export const COUNTED_FIRST_ROWS = 10_000;
/** How often a chunk runner checks whether its import was paused or cancelled, in ms. */
const WATCH_MS = 500;

export interface RunLimits {
  readonly signal: AbortSignal;
  /** When to stop so that other imports can run, in ms since the epoch; null to run to the end. */
  readonly deadline: number | null;
}

/**
 * The chunk runner: applies an import's chunks in order, one transaction each, until none is left or the deadline has
 * passed. Several chunk runners of one import can run at the same time: the record lock lets one work at a time, and
 * the cursor check lets each chunk commit once. The transaction of the last chunk also sends the finish job.
 */
export async function runChunks(context: EngineContext, importId: string, run: RunLimits): Promise<RunResult> {
  const state = await readImport(context.database, importId);
  if (!state || !mayProcess(context, state)) return { kind: 'idle' };
  const ended = new AbortController();
  const stopped = watchStatus(context, importId, ended.signal);
  try {
    const importRun = await createImportRun(context, state, AbortSignal.any([run.signal, stopped]));
    for await (const prepared of chunksAhead(context, state, importRun.importer)) {
      const end = await applyChunk(context, importRun, prepared);
      if (end) return end;
      importRun.signal.throwIfAborted();
      if (run.deadline !== null && Date.now() >= run.deadline) return { kind: 'yield' };
    }
    return { kind: 'idle' };
  } catch (error) {
    if (stopped.aborted) return { kind: 'idle' };
    throw error;
  } finally {
    ended.abort();
  }
}

/** A signal that aborts once the import is not RUNNING, so that a long chunk stops between two statements. */
function watchStatus({ database }: EngineContext, importId: string, until: AbortSignal): AbortSignal {
  const stopped = new AbortController();
  const watch = async (): Promise<void> => {
    for await (const _ of ticks(WATCH_MS, undefined, { signal: until, ref: false })) {
      // If the database is unreachable, the chunk itself fails.
      const state = await readImport(database, importId).catch(() => undefined);
      if (state !== undefined && state?.status !== 'RUNNING') stopped.abort();
    }
  };
  watch().catch(() => {});
  return stopped.signal;
}

function mayProcess({ importers }: EngineContext, state: ImportState): boolean {
  const importer = importers.get(state.importerName);
  if (state.status !== 'RUNNING' || state.sourceFormat === null || !importer) return false;
  return state.planned || importer.limits.maxRows > COUNTED_FIRST_ROWS;
}

/** Chunks fetched in one query. With the one being applied, at most two such groups are in memory. */
const CHUNKS_AHEAD = 4;

/**
 * The import's chunks from its next one on, unpacked, mapped and validated, while the one before is still being
 * written: the database and this process work side by side. Ends when no chunk is stored; more may come later.
 */
export async function* chunksAhead(
  { database }: Pick<EngineContext, 'database'>,
  state: ImportState,
  importer: AnyImporter,
): AsyncGenerator<PreparedChunk, void, undefined> {
  let columns = state.sourceColumns;
  let prepareRow = createPreparer(importer, columns, state, state.options, state.sourceFormat);

  const fetchFrom = (index: number): Promise<StoredChunk[]> => readChunks(database, state.id, index, CHUNKS_AHEAD);
  const prepare = async (chunk: StoredChunk): Promise<PreparedChunk> => {
    const rows = await unpackRows(chunk.rows);
    if (rows.some((row) => row.values.length > columns.length)) {
      // A source of objects may have brought new columns since.
      columns = (await readImport(database, state.id))?.sourceColumns ?? columns;
      prepareRow = createPreparer(importer, columns, state, state.options, state.sourceFormat);
    }
    return { chunk, rows: rows.map(prepareRow), columns };
  };

  let fetched = fetchFrom(state.nextChunk);
  let ahead: Promise<PreparedChunk> | null = null;
  for (;;) {
    const chunks = await fetched;
    const last = chunks.at(-1);
    if (!last) break;
    fetched = quietly(fetchFrom(last.index + 1));
    for (const chunk of chunks) {
      const next = quietly(prepare(chunk));
      if (ahead) yield await ahead;
      ahead = next;
    }
  }
  if (ahead) yield await ahead;
}

/**
 * A promise that is awaited later, or never when the chunk runner stops first: its failure must not end the process.
 */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
