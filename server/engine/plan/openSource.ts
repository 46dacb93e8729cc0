import { message } from '../../messages/catalogue.ts';
import { unpacked } from '../../sources/shared/gzip.ts';
import { SourceError } from '../../sources/types.ts';
import { createReimport } from '../failedRows/reimport.ts';
import type { EngineContext } from '../model/context.ts';
import type { ImportState } from '../model/import.ts';
import { readSpool } from '../store/spool.ts';

import { openStoredFile } from '../store/storedFiles.ts';
import { fileRows } from './fileRows.ts';
import { importRows, rowsRemoved } from './importRows.ts';
import type { RowSource } from './rowSource.ts';

/** The rows of an import's source, wherever they are kept. A source by URL is spooled before. */
export async function openSource(
  { database, uploads }: Pick<EngineContext, 'database' | 'uploads'>,
  { id, source, projectId, rowsKept }: Pick<ImportState, 'id' | 'source' | 'projectId' | 'rowsKept'>,
): Promise<RowSource> {
  const reimport = createReimport(database, projectId);
  if (source.kind === 'import') return importRows(database, source.importId);
  if (source.kind === 'upload') return fileRows(await unpacked(await uploads.open(source.uploadId)), reimport);
  if (source.kind === 'stored') {
    if (!rowsKept) throw new SourceError(rowsRemoved(id));
    const stored = await openStoredFile(database, source.fileId, source.name);
    return fileRows(await unpacked(source.inline ? { ...stored, keepsBlankRows: true } : stored), reimport);
  }
  const spool = await readSpool(database, id);
  if (!spool?.done) throw new Error(`The source of import ${id} is read before it is fetched.`);
  if (spool.total === 0 && spool.rows === 0) return emptyRows;
  return fileRows(await openStoredFile(database, spool.fileId, spool.name), reimport);
}

/**
 * A feed that says that it holds nothing: a range without events is no fault of the feed, and its import is complete
 * with no rows. What stood there before is missing.
 */
export const emptyRows: RowSource = {
  mayBeEmpty: true,
  size: 0,
  hash: async () => new Uint8Array(32),
  async preview() {
    throw new SourceError(message('EMPTY_SOURCE', { cause: message('FEED_EMPTY_RANGE') }));
  },
  detect: async () => ({ sourceFormat: { kind: 'jsonl', columns: [] }, mapping: [], fieldRules: [], warnings: [] }),
  seeks: () => true,
  async *rows() {},
};
