import { v7 as uuidv7 } from 'uuid';
import type { Json } from '../../sdk/json.ts';
import { bufferSource } from '../../sources/bytes.ts';
import { byteRows } from '../byteRows.ts';
import type { EngineContext } from '../context.ts';
import type { SourceInput } from '../engine.ts';
import { Conflict, LimitExceeded, NotFound } from '../errors.ts';
import type { SourceRef } from '../files.ts';
import { importRows } from '../importRows.ts';
import type { RowSource } from '../rowSource.ts';
import { readImport } from '../store/readImport.ts';

/** Files inside a request and inline rows, in bytes. Larger ones go through /uploads. */
export const MAX_INLINE_BYTES = 10 * 1024 * 1024;

/** A source that somebody wants imported, and where its rows are or will be kept. */
export interface OpenedSource {
  readonly name: string;
  readonly rows: RowSource;
  readonly ref: SourceRef;
  /** Bytes still to be written with the import; null where the rows are durable already. */
  readonly unsaved: Uint8Array | null;
}

/** Opens what startImport was given, if it is there and belongs to the project. */
export async function openInput(context: EngineContext, projectId: string, source: SourceInput): Promise<OpenedSource> {
  switch (source.kind) {
    case 'upload':
      return openUpload(context, projectId, source.uploadId);
    case 'import':
      return openImport(context, projectId, source.importId);
    case 'file':
      return inRequest(source.name, source.name, source.bytes);
    case 'rows':
      return inRequest('inline rows', 'rows.jsonl', linesOf(source.rows));
  }
}

async function openUpload({ uploads }: EngineContext, projectId: string, uploadId: string): Promise<OpenedSource> {
  const upload = await uploads.find(projectId, uploadId);
  if (!upload) throw new NotFound(`No finished upload "${uploadId}" is there: it may have expired; upload again.`);
  const ref = { kind: 'upload', uploadId, storeId: upload.storeId } as const;
  return { name: upload.name, rows: byteRows(await uploads.open(uploadId)), ref, unsaved: null };
}

async function openImport({ database }: EngineContext, projectId: string, importId: string): Promise<OpenedSource> {
  const earlier = await readImport(database, importId);
  if (earlier?.projectId !== projectId) throw new NotFound(`There is no import "${importId}" in this project.`);
  if (!earlier.planned) {
    const message = `Import ${importId} has not been read to its end: wait for it, or resume it.`;
    throw new Conflict('SOURCE_NOT_READ', message);
  }
  const ref = { kind: 'import', importId } as const;
  return { name: earlier.sourceName, rows: importRows(database, importId), ref, unsaved: null };
}

function inRequest(name: string, storedName: string, bytes: Uint8Array): OpenedSource {
  if (bytes.length > MAX_INLINE_BYTES) {
    const message = `A source inside a request has at most ${MAX_INLINE_BYTES} bytes; this one has ${bytes.length}: use /uploads.`;
    throw new LimitExceeded('SOURCE_TOO_LARGE', message, MAX_INLINE_BYTES);
  }
  const ref = { kind: 'stored', fileId: uuidv7(), name: storedName } as const;
  return { name, rows: byteRows(bufferSource(storedName, bytes)), ref, unsaved: bytes };
}

/** Inline rows as JSON Lines. A row that is no object is kept all the same, and fails as a row. */
function linesOf(rows: readonly Json[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
