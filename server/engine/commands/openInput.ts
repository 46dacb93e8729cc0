import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Json } from '../../sdk/json.ts';
import { bufferSource } from '../../sources/shared/bytes.ts';
import { unpacked } from '../../sources/shared/gzip.ts';
import { type ByteSource, SourceError } from '../../sources/types.ts';
import { createReimport, type Reimport } from '../failedRows/reimport.ts';
import { type EngineContext, type SourceRef, secretBoxStoreId, type UploadFiles } from '../model/context.ts';
import { Conflict, InvalidInput, LimitExceeded, NotFound } from '../model/errors.ts';
import type { SourceInput } from '../model/requests.ts';
import { fileRows } from '../plan/fileRows.ts';
import { importRows, rowsRemoved } from '../plan/importRows.ts';
import { remoteRows, urlRows } from '../plan/remoteRows.ts';
import type { RowSource } from '../plan/rowSource.ts';
import { startOfUrl } from '../plan/spool/startOfUrl.ts';
import { readImport } from '../store/imports.ts';
import { encryptUrl } from './encryptUrl.ts';

/** Files inside a request and inline rows, in bytes. Larger ones go through /uploads. */
export const MAX_INLINE_BYTES = 10 * 1024 * 1024;

/** A source that somebody wants imported, and where its rows are or will be kept. */
export interface OpenedSource {
  readonly name: string;
  readonly rows: RowSource;
  /** Why only its plan reads the rows; null where whoever asks can. */
  readonly readLater: Message | null;
  readonly ref: SourceRef;
  /** Bytes still to be written with the import; null where the rows are durable already. */
  readonly unsaved: Uint8Array | null;
}

/** Opens what startImport was given, if it is there and belongs to the project. */
export async function openInput(context: EngineContext, projectId: string, source: SourceInput): Promise<OpenedSource> {
  const reimport = createReimport(context.database, projectId);
  switch (source.kind) {
    case 'upload':
      return openUpload(context, projectId, source.uploadId, reimport);
    case 'url':
      return openUrlSource(context, source.url);
    case 'import':
      return openImport(context, projectId, source.importId);
    case 'file':
      return inRequest(source.name, bufferSource(source.name, source.bytes), source.bytes, reimport);
    case 'rows':
      return openRows(source.rows, reimport);
  }
}

async function openUpload(
  { uploads }: EngineContext,
  projectId: string,
  uploadId: string,
  reimport: Reimport,
): Promise<OpenedSource> {
  const upload = await uploads.find(projectId, uploadId);
  if (!upload) throw new NotFound(message('NO_UPLOAD', { id: uploadId }));
  const { name, size, sha256, storeId } = upload;
  const opened = { name, ref: { kind: 'upload', uploadId, storeId }, unsaved: null } as const;
  if (!uploads.storeIds.includes(storeId)) {
    return { ...opened, rows: remoteRows(size, sha256), readLater: message('UPLOAD_ELSEWHERE') };
  }
  const rows = fileRows(await unpacked(await openAccepted(uploads, uploadId)), reimport);
  return { ...opened, rows: { ...rows, hash: async () => sha256 }, readLater: null };
}

/** What its plan would fail with is told at once. */
async function openAccepted(uploads: UploadFiles, uploadId: string): Promise<ByteSource> {
  try {
    return await uploads.open(uploadId);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === 'UPLOAD_GONE') throw new NotFound(error.reason, error.code);
    throw new Conflict(error.reason);
  }
}

function openUrlSource({ urls }: EngineContext, url: string): OpenedSource {
  const path = ['source', 'url'];
  if (!urls) throw new InvalidInput([{ path, message: message('FETCHES_NO_URLS') }]);
  const kept = encryptUrl(urls, url, path);
  const ref = { kind: 'url', ...kept, storeId: secretBoxStoreId(urls.secretBox) } as const;
  const rows = urlRows(url, () => startOfUrl(urls, url));
  return { name: kept.shownUrl, rows, readLater: message('SOURCE_IS_FETCHED'), ref, unsaved: null };
}

async function openImport({ database }: EngineContext, projectId: string, importId: string): Promise<OpenedSource> {
  const earlier = await readImport(database, importId);
  if (earlier?.projectId !== projectId) throw new NotFound(message('NO_IMPORT_HERE', { id: importId }));
  if (!earlier.rowsKept) throw new Conflict(rowsRemoved(importId));
  if (!earlier.planned) {
    throw new Conflict(message('SOURCE_NOT_READ', { id: importId }));
  }
  const ref = { kind: 'import', importId } as const;
  return { name: earlier.sourceName, rows: importRows(database, importId), readLater: null, ref, unsaved: null };
}

async function inRequest(
  name: string,
  source: ByteSource,
  bytes: Uint8Array,
  reimport: Reimport,
): Promise<OpenedSource> {
  if (bytes.length > MAX_INLINE_BYTES) {
    throw new LimitExceeded(
      message('SOURCE_TOO_LARGE', { size: MAX_INLINE_BYTES, bytes: bytes.length }),
      MAX_INLINE_BYTES,
    );
  }
  const inline = source.keepsBlankRows ? ({ inline: true } as const) : {};
  const ref = { kind: 'stored', fileId: uuidv7(), name: source.name, ...inline } as const;
  const rows = fileRows(await unpacked(source), reimport);
  return { name, rows, readLater: null, ref, unsaved: bytes };
}

/** Whoever sends rows in a request knows them by their places in the list: a blank one keeps its own, and fails. */
function openRows(rows: readonly Json[], reimport: Reimport): Promise<OpenedSource> {
  const bytes = linesOf(rows);
  return inRequest('inline rows', { ...bufferSource('rows.jsonl', bytes), keepsBlankRows: true }, bytes, reimport);
}

/** Inline rows as JSON Lines. A row that is no object is kept all the same, and fails as a row. */
function linesOf(rows: readonly Json[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
