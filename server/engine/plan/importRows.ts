import { hash } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import { sampleRowCount } from '../../sources/shared/limits.ts';
import {
  type FormatHints,
  type RowGroup,
  SourceError,
  type SourceFormat,
  type SourceRow,
} from '../../sources/types.ts';
import { correctedRow } from '../failedRows/retriedRow.ts';
import type { ImportState } from '../model/import.ts';
import { unpackRows } from '../model/rows.ts';
import { findChunkBehind, readChunks } from '../store/chunks.ts';
import { readCorrections } from '../store/failedRows.ts';
import { readImport } from '../store/imports.ts';
import { chooseMapping, withReading } from './detectFormat.ts';
import type { RowSource } from './rowSource.ts';

/**
 * The rows of an earlier import as they were read, with the corrections that were made there: the way from a dry run
 * to the import.
 */
export function importRows(db: Db, importId: string): RowSource {
  const earlier = async (): Promise<ImportState> => {
    const state = await readImport(db, importId);
    if (!state?.sourceFormat)
      throw new SourceError(message('NO_ROWS', { cause: message('IMPORT_ROWS_GONE', { id: importId }) }));
    if (!state.rowsKept) throw new SourceError(rowsRemoved(importId));
    return state;
  };
  return {
    size: null,
    // Its revision grows with every correction.
    hash: async () => hash('sha256', `import ${importId} ${(await earlier()).revision}`, 'buffer'),
    async preview() {
      const { sourceFormat, sourceColumns, planned, rowsRead } = await earlier();
      if (!sourceFormat)
        throw new SourceError(message('NO_ROWS', { cause: message('IMPORT_WITHOUT_ROWS', { id: importId }) }));
      const [group] = await Array.fromAsync(first(chunkRows(db, importId, sourceColumns, 0)));
      const sampleRows = group?.rows ?? [];
      return {
        ...{
          sourceFormat: { ...sourceFormat, columns: sourceColumns },
          sampleRows: sampleRows.slice(0, sampleRowCount),
        },
        ...{ rows: sampleRows, warnings: [], estimatedRows: planned ? rowsRead : null },
      };
    },
    async detect(importer, requested, suggest) {
      const state = await earlier();
      const { sourceFormat, sourceColumns } = state;
      if (!sourceFormat)
        throw new SourceError(message('NO_ROWS', { cause: message('IMPORT_WITHOUT_ROWS', { id: importId }) }));
      requireSameLocale(sourceFormat, requested.format ?? {});
      const own = state.importerName === importer.name ? state : null;
      const { rows: sampleRows } = (await Array.fromAsync(first(chunkRows(db, importId, sourceColumns, 0))))[0] ?? {
        rows: [],
      };
      return {
        sourceFormat: withReading({ ...sourceFormat, columns: sourceColumns }, requested.format ?? {}),
        ...(await chooseMapping(importer, { columns: sourceColumns, sampleRows }, requested, own, suggest)),
      };
    },
    seeks: () => true,
    rows: (sourceFormat, from) => chunkRows(db, importId, sourceFormat.columns, from?.row ?? 0),
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
  return correction ? correctedRow(row, columns, correction) : row;
}

/** The numbers of a sheet were written by the locale when it was read: they cannot be read by another one. */
function requireSameLocale({ kind, locale = '' }: SourceFormat, requested: FormatHints): void {
  if (kind !== 'xlsx' || requested.locale === undefined || requested.locale === locale) return;
  throw new SourceError(message('LOCALE_OF_ROWS', { name: locale || '–' }), { path: ['format', 'locale'] });
}

/** What to say where rows are asked for that were removed for their age: engine/store/retention. */
export function rowsRemoved(importId: string): Message {
  return message('ROWS_REMOVED', { id: importId });
}
