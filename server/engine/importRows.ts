import { hash } from 'node:crypto';
import type { JsonObject } from '../sdk/json.ts';
import type { Db } from '../sdk/records.ts';
import { sampleRowCount } from '../sources/limits.ts';
import { type RowGroup, SourceError, type SourceRow } from '../sources/types.ts';
import { applyMapping, mappingIssues } from './mapping.ts';
import { mendedRow } from './retriedRow.ts';
import type { RowSource } from './rowSource.ts';
import { unpackRows } from './rows.ts';
import { rowsRemoved } from './rowsRemoved.ts';
import { withDateFormat } from './settle.ts';
import { findChunkBehind } from './store/findChunkBehind.ts';
import { readChunks } from './store/readChunks.ts';
import { readCorrections } from './store/readCorrections.ts';
import { type ImportState, readImport } from './store/readImport.ts';

/**
 * The rows of an earlier import as they were read, with the corrections that were made there: the way from a dry run
 * to the import.
 */
export function importRows(db: Db, importId: string): RowSource {
  const earlier = async (): Promise<ImportState> => {
    const state = await readImport(db, importId);
    if (!state?.settled) throw new SourceError('NO_ROWS', `Import ${importId} has no rows: import its source again.`);
    if (!state.rowsKept) throw new SourceError('ROWS_REMOVED', rowsRemoved(importId));
    return state;
  };
  return {
    size: null,
    // Its revision grows with every correction.
    hash: async () => hash('sha256', `import ${importId} ${(await earlier()).revision}`, 'buffer'),
    async look() {
      const { settled, sourceColumns, planned, rowsRead } = await earlier();
      if (!settled) throw new SourceError('NO_ROWS', `Import ${importId} has no rows.`);
      const [group] = await Array.fromAsync(first(chunkRows(db, importId, sourceColumns, 0)));
      const sampleRows = group?.rows ?? [];
      return {
        ...{ settled: { ...settled, columns: sourceColumns }, sampleRows: sampleRows.slice(0, sampleRowCount) },
        ...{ rows: sampleRows, warnings: [], estimatedRows: planned ? rowsRead : null },
      };
    },
    async settle(importer, requested) {
      const { settled, sourceColumns, mapping, importerName } = await earlier();
      if (!settled) throw new SourceError('NO_ROWS', `Import ${importId} has no rows.`);
      const [issue] = mappingIssues(importer, requested.mapping ?? [], sourceColumns);
      if (issue) throw new SourceError('INVALID_MAPPING', issue.message);
      const own = requested.mapping ?? (importerName === importer.name ? mapping : undefined);
      return {
        settled: withDateFormat({ ...settled, columns: sourceColumns }, requested.format ?? {}),
        mapping: applyMapping(importer, sourceColumns, own),
        warnings: [],
      };
    },
    seeks: () => true,
    rows: (settled, from) => chunkRows(db, importId, settled.columns, from?.row ?? 0),
  };
}

async function* first<T>(groups: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  for await (const group of groups) {
    yield group;
    return;
  }
}

async function* chunkRows(
  db: Db,
  importId: string,
  columns: readonly string[],
  after: number,
): AsyncGenerator<RowGroup, void, undefined> {
  const first = after === 0 ? 0 : await findChunkBehind(db, importId, after);
  if (first === null) return;
  for (let index = first; ; index += 1) {
    const [chunk] = await readChunks(db, importId, index, 1);
    if (!chunk) return;
    index = chunk.index;
    if (!chunk.fromSource || chunk.lastRow <= after) continue;
    const corrections = await readCorrections(db, importId, chunk.firstRow, chunk.lastRow);
    const rows = (await unpackRows(chunk.rows)).filter((row) => row.number > after);
    yield {
      rows: rows.map((row) => corrected(row, columns, corrections.get(row.number))),
      end: { row: chunk.lastRow, byte: 0, line: null },
    };
  }
}

function corrected(row: SourceRow, columns: readonly string[], correction: JsonObject | undefined): SourceRow {
  return correction ? mendedRow(row, columns, correction) : row;
}
