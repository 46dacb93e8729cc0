import { byteRows } from './byteRows.ts';
import type { EngineContext } from './context.ts';
import type { SourceRef } from './files.ts';
import { importRows } from './importRows.ts';
import type { RowSource } from './rowSource.ts';
import { openStoredFile } from './store/openStoredFile.ts';

/** The rows of an import's source, wherever they are kept. */
export async function openSource(
  { database, uploads }: Pick<EngineContext, 'database' | 'uploads'>,
  source: SourceRef,
): Promise<RowSource> {
  if (source.kind === 'import') return importRows(database, source.importId);
  if (source.kind === 'upload') return byteRows(await uploads.open(source.uploadId));
  return byteRows(await openStoredFile(database, source.fileId, source.name));
}
