import { unpacked } from '../sources/gzip.ts';
import { SourceError } from '../sources/types.ts';
import { byteRows } from './byteRows.ts';
import type { EngineContext } from './context.ts';
import { emptyRows } from './emptyRows.ts';
import { importRows } from './importRows.ts';
import type { RowSource } from './rowSource.ts';
import { rowsRemoved } from './rowsRemoved.ts';
import { openStoredFile } from './store/openStoredFile.ts';
import type { ImportState } from './store/readImport.ts';
import { readSpool } from './store/readSpool.ts';
import { createWayBack } from './wayBack/wayBack.ts';

/** The rows of an import's source, wherever they are kept. A source by URL is spooled before. */
export async function openSource(
  { database, uploads }: Pick<EngineContext, 'database' | 'uploads'>,
  { id, source, projectId, rowsKept }: Pick<ImportState, 'id' | 'source' | 'projectId' | 'rowsKept'>,
): Promise<RowSource> {
  const wayBack = createWayBack(database, projectId);
  if (source.kind === 'import') return importRows(database, source.importId);
  if (source.kind === 'upload') return byteRows(await unpacked(await uploads.open(source.uploadId)), wayBack);
  if (source.kind === 'stored') {
    if (!rowsKept) throw new SourceError('ROWS_REMOVED', rowsRemoved(id));
    return byteRows(await unpacked(await openStoredFile(database, source.fileId, source.name)), wayBack);
  }
  const spool = await readSpool(database, id);
  if (!spool?.done) throw new Error(`The source of import ${id} is read before it is fetched.`);
  if (spool.total === 0 && spool.rows === 0) return emptyRows;
  return byteRows(await openStoredFile(database, spool.fileId, spool.name), wayBack);
}
