import type { ByteSource } from '../sources/types.ts';
import type { EngineContext } from './context.ts';
import type { SourceRef } from './files.ts';
import { openStoredFile } from './store/openStoredFile.ts';

/** The bytes of an import's source, wherever they are kept. */
export async function openSource(
  { database, uploads }: Pick<EngineContext, 'database' | 'uploads'>,
  source: SourceRef,
): Promise<ByteSource> {
  return source.kind === 'stored'
    ? openStoredFile(database, source.fileId, source.name)
    : uploads.open(source.uploadId);
}
