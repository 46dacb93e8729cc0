import type { AnyImporter } from '../sdk/importer.ts';
import type { EngineContext } from './context.ts';
import { createPreparer } from './prepare.ts';
import type { PreparedChunk } from './processChunk.ts';
import { unpackRows } from './rows.ts';
import { readChunks, type StoredChunk } from './store/readChunks.ts';
import { type ImportState, readImport } from './store/readImport.ts';

/** Chunks fetched in one query. With the one being applied, at most two such groups are in memory. */
const CHUNKS_AHEAD = 4;

/**
 * The import's chunks from its next one on, unpacked, mapped and validated, while the one before is still being
 * written: the database and this process work side by side. Ends when no chunk is laid down; more may come later.
 */
export async function* chunksAhead(
  { database }: Pick<EngineContext, 'database'>,
  state: ImportState,
  importer: AnyImporter,
): AsyncGenerator<PreparedChunk, void, undefined> {
  let columns = state.sourceColumns;
  let prepareRow = createPreparer(importer, columns, state.mapping, state.options, state.settled?.dateFormat);

  const fetchFrom = (index: number): Promise<StoredChunk[]> => readChunks(database, state.id, index, CHUNKS_AHEAD);
  const prepare = async (chunk: StoredChunk): Promise<PreparedChunk> => {
    const rows = await unpackRows(chunk.rows);
    if (rows.some((row) => row.values.length > columns.length)) {
      // A source of objects may have brought new columns since.
      columns = (await readImport(database, state.id))?.sourceColumns ?? columns;
      prepareRow = createPreparer(importer, columns, state.mapping, state.options, state.settled?.dateFormat);
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

/** A promise that is awaited later, or never when the lane stops first: its failure must not end the process. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
