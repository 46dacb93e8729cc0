import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { SourceError, type SourceWarning } from '../../sources/types.ts';
import type { RunResult } from '../apply/applyChunk.ts';
import { transition } from '../apply/endImport.ts';
import { COUNTED_FIRST_ROWS, type RunLimits } from '../apply/runChunks.ts';
import { type EngineContext, planStore } from '../model/context.ts';
import { StoreUnreachable } from '../model/errors.ts';
import type { ImportState } from '../model/import.ts';
import { packRows } from '../model/rows.ts';
import { inSpan } from '../model/trace.ts';
import { readImport } from '../store/imports.ts';
import { appendChunks, endPlan, markLongPlan, saveSourceFormat } from '../store/plan.ts';
import { removeSpooled } from '../store/spool.ts';
import { addWarnings } from '../store/warnings.ts';
import { beginImport } from './beginImport.ts';
import { withFooterRows } from './footerRows.ts';
import { openSource } from './openSource.ts';
import { type PackedChunk, packChunks } from './packChunks.ts';
import type { RowSource } from './rowSource.ts';
import { spoolSource } from './spool/spoolSource.ts';
import { createSuggester } from './suggestColumns.ts';

/** Chunks are stored in groups, by number or by time (ms) since the first of the group: each commit syncs the disk. */
const GROUP_CHUNKS = 10;
const GROUP_MS = 200;
/** A source up to this size that cannot be continued is read to its end in one turn, which is short. */
const SHORT_BYTES = 1024 * 1024;

/** The plan has nothing to do for now. A later change sends a new job. */
const OVER: RunResult = { kind: 'idle' };

/**
 * The plan: reads the source once, as a stream, and stores its chunks. The first chunk wakes the chunk runner.
 * Continues where an earlier plan of the import stopped. If the source cannot be read to its end, the import is FAILED.
 *
 * After `deadline` (ms since the epoch), the plan lets others run: it yields if its reader can continue where it
 * stopped, else it moves to the queue of long plans. Null: it runs to the end.
 */
export function planImport(
  context: EngineContext,
  importId: string,
  signal: AbortSignal,
  deadline: number | null = null,
): Promise<RunResult> {
  return inSpan('plan', { import: importId }, () => planNow(context, importId, { signal, deadline }));
}

async function planNow(context: EngineContext, importId: string, run: RunLimits): Promise<RunResult> {
  const { database, importers, jobs } = context;
  await beginImport(context, importId);
  const state = await readImport(database, importId);
  if (state?.status !== 'RUNNING') return OVER;
  if (state.planned) {
    // A resumed import whose source is read already: only its chunk runner, or its finish, is wanted.
    // Now: a chunk runner may be waiting to try a chunk again.
    await jobs.wake(database, state.nextChunk === state.chunksTotal ? 'finish' : 'chunks', importId, {
      delaySeconds: 0,
    });
    return OVER;
  }
  if (state.longPlan && run.deadline !== null) return goToLongPlans(context, state);
  try {
    const importer = importers.get(state.importerName);
    if (!importer) throw new SourceError(message('UNKNOWN_IMPORTER', { name: state.importerName }));
    return await readSource(context, importer, state, run);
  } catch (error) {
    if (error instanceof StoreUnreachable) return waitForStore(context, importId, error);
    if (!(error instanceof SourceError)) throw error;
    const { reason } = error;
    context.log.info({ import: importId, code: error.code }, 'the source cannot be read');
    await database.transaction((tx) => transition(context, tx, importId, 'fail', { reason }));
    return OVER;
  }
}

/** Uploads are read again after so many seconds, for as long as their store is away: cancelling the import ends it. */
const STORE_WAIT_SECONDS = 15;

async function waitForStore({ database, log }: EngineContext, importId: string, error: Error): Promise<RunResult> {
  log.warn({ import: importId, err: error }, 'the upload storage cannot be reached');
  await addWarnings(database, importId, [message('STORE_UNREACHABLE', { cause: message('CONTINUES_BY_ITSELF') })]);
  return { kind: 'wait', seconds: STORE_WAIT_SECONDS };
}

/** There only plans of its kind wait for it. What it has done since its last chunk is done again. */
async function goToLongPlans({ database, jobs }: EngineContext, state: ImportState): Promise<RunResult> {
  await database.transaction(async (tx) => {
    await markLongPlan(tx, state.id);
    await jobs.wake(tx, 'longPlan', state.id, planStore(state));
  });
  return OVER;
}

async function readSource(
  context: EngineContext,
  importer: AnyImporter,
  before: ImportState,
  run: RunLimits,
): Promise<RunResult> {
  const { signal, deadline } = run;
  const { source: ref } = before;
  if (ref.kind === 'url') {
    const request = { state: before, source: ref, maxRows: importer.limits.maxRows };
    const fetched = await inTime(run, (signal) => spoolSource(context, { ...request, signal }));
    if (fetched === 'late') return goToLongPlans(context, before);
    // A later plan job goes on, or none is wanted.
    if (!fetched) return OVER;
  }
  // Once, before anything is stored: a file that was damaged after it was accepted must not be imported in part.
  // 100 MB take 0.3 s; what is cut off later ends a read early, which fails too.
  if (ref.kind === 'upload' && before.planPosition === null) {
    const verified = await inTime(run, (signal) => context.uploads.verify(ref.uploadId, signal));
    if (verified === 'late') return goToLongPlans(context, before);
  }
  const source = await openSource(context, before);
  const state = before.sourceFormat ? before : await detectSource(context, importer, before, source);
  if (!state?.sourceFormat) return OVER;
  const from = state.planPosition ?? { row: 0, byte: 0, line: null };
  // A source of objects may have brought new columns while an earlier plan read it: they keep their places.
  const sourceFormat = { ...state.sourceFormat, columns: state.sourceColumns };
  const groups = withFooterRows(source.rows(sourceFormat, state.planPosition), importer, sourceFormat, state);
  const writer = createChunkWriter(context, importer, state, source.mayBeEmpty ?? false);
  // Chunks that an earlier plan stored may be waiting still.
  if (state.chunksTotal > state.nextChunk) await writer.wakeChunkRunner();
  for await (const packed of packChunks(groups, state.chunkSize, state.rowsRead, from)) {
    signal.throwIfAborted();
    if (!(await writer.add(packed))) return OVER;
    if (deadline === null || Date.now() < deadline) continue;
    const seeks = source.seeks(sourceFormat);
    if (!seeks && source.size !== null && source.size <= SHORT_BYTES) continue;
    if (!(await writer.storeChunks())) return OVER;
    return seeks ? { kind: 'yield' } : goToLongPlans(context, state);
  }
  await writer.end();
  if (ref.kind === 'url') await removeSpooled(context.database, before.id);
  return OVER;
}

/** What cannot be left in the middle. `late` where the deadline came before the whole of it. */
async function inTime<T>(
  { signal, deadline }: RunLimits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'late'> {
  const late = deadline === null ? null : AbortSignal.timeout(Math.max(0, deadline - Date.now()));
  try {
    return await work(late === null ? signal : AbortSignal.any([signal, late]));
  } catch (error) {
    if (late?.aborted && !signal.aborted) return 'late';
    throw error;
  }
}

async function detectSource(
  context: EngineContext,
  importer: AnyImporter,
  state: ImportState,
  source: RowSource,
): Promise<ImportState | null> {
  const { database } = context;
  const suggest = createSuggester(context, importer, state.projectId);
  const { sourceFormat, warnings, ...mapping } = await source.detect(importer, state.requested, suggest);
  await database.transaction(async (tx) => {
    if (await saveSourceFormat(tx, state.id, sourceFormat, mapping)) await addWarnings(tx, state.id, warnings);
  });
  return readImport(database, state.id);
}

interface ChunkWriter {
  wakeChunkRunner(): Promise<void>;
  /** False when the import is no longer this plan's to read: paused, or planned by another. */
  add(packed: PackedChunk): Promise<boolean>;
  /** Likewise; keeps what was added so far. */
  storeChunks(): Promise<boolean>;
  end(): Promise<void>;
}

/** Lays chunks down in groups, one transaction each, and ends the plan. */
function createChunkWriter(
  { database, jobs }: EngineContext,
  importer: AnyImporter,
  state: ImportState,
  mayBeEmpty: boolean,
): ChunkWriter {
  const { id } = state;
  const { maxRows } = importer.limits;
  let columns = state.sourceColumns;
  let rowsBefore = state.rowsRead;
  let waiting: PackedChunk[] = [];
  let waitingSince = 0;
  let first = true;

  const wakeChunkRunner = async (db: Parameters<typeof addWarnings>[0] = database): Promise<void> => {
    // A small source is counted whole before anything of it is written.
    if (maxRows > COUNTED_FIRST_ROWS) await jobs.wake(db, 'chunks', id);
  };

  const storeChunks = async (): Promise<boolean> => {
    const packed = waiting.filter((chunk) => chunk.rows.length > 0);
    const last = packed.at(-1);
    if (!last) return true;
    columns = packed.findLast((chunk) => chunk.columns)?.columns ?? columns;
    const chunks = await Promise.all(packed.map(compressed));
    const warnings = packed.flatMap((chunk) => chunk.warnings);
    const stored = await database.transaction(async (tx) => {
      const append = { importId: id, rowsBefore, chunks, position: last.resume, bytesRead: last.endByte, columns };
      if (!(await appendChunks(tx, append))) return false;
      await addWarnings(tx, id, warnings);
      await wakeChunkRunner(tx);
      return true;
    });
    rowsBefore += packed.reduce((sum, chunk) => sum + chunk.rows.length, 0);
    waiting = waiting.filter((chunk) => chunk.rows.length === 0);
    first = false;
    return stored;
  };

  return {
    wakeChunkRunner,
    storeChunks,
    async add(packed) {
      if (waiting.length === 0) waitingSince = Date.now();
      waiting.push(packed);
      const rows = waiting.reduce((sum, chunk) => sum + chunk.rows.length, rowsBefore);
      if (rows > maxRows) throw new SourceError(message('TOO_MANY_ROWS', { cause: tooMany(importer) }));
      const full = waiting.length >= GROUP_CHUNKS || Date.now() - waitingSince >= GROUP_MS;
      return first || full ? storeChunks() : true;
    },
    async end() {
      if (!(await storeChunks())) return;
      if (rowsBefore === 0 && !mayBeEmpty)
        throw new SourceError(message('NO_ROWS', { cause: message('HEADER_WITHOUT_ROWS') }));
      const warnings: SourceWarning[] = waiting.flatMap((chunk) => [...chunk.warnings]);
      await database.transaction(async (tx) => {
        const ended = await endPlan(tx, id, rowsBefore);
        if (!ended) return;
        await addWarnings(tx, id, warnings);
        await jobs.wake(tx, ended.finishDue ? 'finish' : 'chunks', id);
      });
    },
  };
}

async function compressed({
  rows,
  endByte,
}: PackedChunk): Promise<Parameters<typeof appendChunks>[1]['chunks'][number]> {
  const [head, tail] = [rows[0], rows.at(-1)];
  if (!head || !tail) throw new Error('A chunk without rows cannot be stored.');
  return { firstRow: head.number, lastRow: tail.number, rowCount: rows.length, endByte, rows: await packRows(rows) };
}

function tooMany({ label, limits }: AnyImporter): Message {
  return message('ROWS_OVER_LIMIT', { rows: limits.maxRows, importer: label });
}
