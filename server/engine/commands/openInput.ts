import { v7 as uuidv7 } from 'uuid';
import type { Json } from '../../sdk/json.ts';
import { FetchError } from '../../sources/fetch/errors.ts';
import { parseTarget, shownUrl as shownUrlOf } from '../../sources/fetch/url.ts';
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

/** Files inside a request and inline rows, in bytes. Larger ones go through /uploads. */
export const MAX_INLINE_BYTES = 10 * 1024 * 1024;
const MAX_URL = 4_000;

/** A source that somebody wants imported, and where its rows are or will be kept. */
export interface OpenedSource {
  readonly name: string;
  readonly rows: RowSource;
  /** Why only its plan reads the rows; null where whoever asks can. */
  readonly readLater: string | null;
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
      return inRequest(source.name, source.name, source.bytes, reimport);
    case 'rows':
      return inRequest('inline rows', 'rows.jsonl', linesOf(source.rows), reimport);
  }
}

async function openUpload(
  { uploads }: EngineContext,
  projectId: string,
  uploadId: string,
  reimport: Reimport,
): Promise<OpenedSource> {
  const upload = await uploads.find(projectId, uploadId);
  if (!upload) throw new NotFound(`No finished upload "${uploadId}" is there: it may have expired; upload again.`);
  const { name, size, sha256, storeId } = upload;
  const opened = { name, ref: { kind: 'upload', uploadId, storeId }, unsaved: null } as const;
  if (!uploads.storeIds.includes(storeId)) {
    return { ...opened, rows: remoteRows(size, sha256), readLater: 'the upload lies with another server' };
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
    if (error.code === 'UPLOAD_GONE') throw new NotFound(error.message, error.code);
    throw new Conflict(error.code, error.message);
  }
}

function openUrlSource({ urls }: EngineContext, url: string): OpenedSource {
  const refuse = (message: string): never => {
    throw new InvalidInput([{ path: ['source', 'url'], message }]);
  };
  if (!urls) return refuse('This server fetches no URLs.');
  if (url.length > MAX_URL) return refuse(`A URL has at most ${MAX_URL} characters.`);
  try {
    const shownUrl = shownUrlOf(parseTarget(url).url);
    const ref = {
      kind: 'url',
      shownUrl,
      sealed: urls.secretBox.close(url),
      storeId: secretBoxStoreId(urls.secretBox),
    } as const;
    const rows = urlRows(url, () => startOfUrl(urls, url));
    return { name: shownUrl, rows, readLater: 'it is fetched from a URL', ref, unsaved: null };
  } catch (error) {
    if (error instanceof FetchError) return refuse(error.message);
    throw error;
  }
}

async function openImport({ database }: EngineContext, projectId: string, importId: string): Promise<OpenedSource> {
  const earlier = await readImport(database, importId);
  if (earlier?.projectId !== projectId) throw new NotFound(`There is no import "${importId}" in this project.`);
  if (!earlier.rowsKept) throw new Conflict('ROWS_REMOVED', rowsRemoved(importId));
  if (!earlier.planned) {
    const message = `Import ${importId} has not been read to its end: wait for it, or resume it.`;
    throw new Conflict('SOURCE_NOT_READ', message);
  }
  const ref = { kind: 'import', importId } as const;
  return { name: earlier.sourceName, rows: importRows(database, importId), readLater: null, ref, unsaved: null };
}

async function inRequest(
  name: string,
  storedName: string,
  bytes: Uint8Array,
  reimport: Reimport,
): Promise<OpenedSource> {
  if (bytes.length > MAX_INLINE_BYTES) {
    const message = `A source inside a request has at most ${MAX_INLINE_BYTES} bytes; this one has ${bytes.length}: use /uploads.`;
    throw new LimitExceeded('SOURCE_TOO_LARGE', message, MAX_INLINE_BYTES);
  }
  const ref = { kind: 'stored', fileId: uuidv7(), name: storedName } as const;
  const rows = fileRows(await unpacked(bufferSource(storedName, bytes)), reimport);
  return { name, rows, readLater: null, ref, unsaved: bytes };
}

/** Inline rows as JSON Lines. A row that is no object is kept all the same, and fails as a row. */
function linesOf(rows: readonly Json[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
