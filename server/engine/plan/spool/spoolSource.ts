import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { message } from '../../../messages/catalogue.ts';
import { reasonOf } from '../../../messages/messageError.ts';
import { FetchError } from '../../../sources/fetch/errors.ts';
import { buffersOf } from '../../../sources/shared/bytes.ts';
import { SourceError } from '../../../sources/types.ts';
import { classifyError, errorCode, retryDelay } from '../../model/classifyError.ts';
import type { EngineContext, UrlRef, UrlSources } from '../../model/context.ts';
import type { ImportState } from '../../model/import.ts';
import { findSameSource } from '../../store/imports.ts';
import {
  beginSpool,
  endSpool,
  forgiveFetchFailures,
  readSpool,
  recordFetchFailure,
  type Spool,
  SpoolStopped,
} from '../../store/spool.ts';
import { openStoredFile } from '../../store/storedFiles.ts';
import { addWarnings } from '../../store/warnings.ts';

import { fetchFeed } from './fetchFeed.ts';
import { fetchFile, type SpooledFile } from './fetchFile.ts';
import { openUrl } from './openUrl.ts';

export interface SpoolRequest {
  readonly state: ImportState;
  readonly source: UrlRef;
  readonly maxRows: number;
  readonly signal: AbortSignal;
}

/**
 * Fetches a source by URL into durable bytes, from which its plan reads as from an upload. True when they are there,
 * whole. False when the plan has to stop: the import was paused, or the environment failed and a later plan job goes
 * on. Throws SourceError where the URL gives nothing that can be imported, or failed too often.
 */
export async function spoolSource(context: EngineContext, request: SpoolRequest): Promise<boolean> {
  const { state, source, signal } = request;
  const spool = await readSpool(context.database, state.id);
  if (spool?.done) return true;
  const { urls } = context;
  const url = urls?.secretBox.open(source.encrypted) ?? null;
  if (!urls || url === null) {
    throw new SourceError(message('URL_ENCRYPTED_OTHERWISE'));
  }
  try {
    await fetchSource(context, urls, url, spool, request);
    return true;
  } catch (error) {
    if (error instanceof SpoolStopped) return false;
    signal.throwIfAborted();
    if (error instanceof FetchError && !error.retryable) {
      throw new SourceError(error.reason, { cause: error });
    }
    if (classifyError(error) !== 'environment') throw error;
    await rescheduleFetch(context, request, error);
    return false;
  }
}

async function fetchSource(
  context: EngineContext,
  urls: UrlSources,
  url: string,
  spool: Spool | null,
  { state, maxRows, signal }: SpoolRequest,
): Promise<void> {
  const { id: importId } = state;
  const known = spool?.feed ? urls.feeds.find(({ kind }) => kind === spool.feed) : undefined;
  if (spool && known) {
    await fetchFeed(context, urls, known, { importId, url, spool, maxRows }, signal);
    return end(context, state, spool.fileId);
  }
  // A fault of the very first request is counted too.
  const first = spool ?? (await begin(context, state, 'source', null));
  if (first.done) return;
  const opened = await openUrl(urls, url, signal);
  if (opened.kind === 'feed') {
    const begun = await begin(context, state, `${opened.name}.jsonl`, opened.feed.kind);
    await fetchFeed(context, urls, opened.feed, { importId, url, spool: begun, maxRows }, signal);
    return end(context, state, begun.fileId);
  }
  const { fileId } = await begin(context, state, opened.name, null);
  await end(context, state, fileId, await fetchFile(context, importId, fileId, opened.pieces, urls.maxBytes));
}

async function begin(
  { database }: EngineContext,
  { id: importId, projectId }: ImportState,
  name: string,
  feed: string | null,
): Promise<Spool> {
  const fileId = uuidv7();
  const begun = await database.transaction((tx) => beginSpool(tx, { importId, projectId, fileId, name, feed }));
  if (!begun) throw new SpoolStopped();
  return { fileId, name, feed, next: null, pages: 0, rows: 0, total: null, done: false };
}

/** From here on its content is known: the same as an earlier import's is a warning, as with a file. */
async function end(context: EngineContext, state: ImportState, fileId: string, file?: SpooledFile): Promise<void> {
  const { database } = context;
  const { bytes, sha256 } = file ?? (await measured(context, fileId));
  const { id: importId, projectId, importerName, requested } = state;
  await database.transaction(async (tx) => {
    const same = await findSameSource(tx, { projectId, importerName, sha256, sheet: requested.format?.sheet ?? null });
    if (!(await endSpool(tx, { importId, fileId, bytes, sha256 }))) throw changed();
    if (!same || same.id === importId) return;
    await addWarnings(tx, importId, [
      { ...message('SAME_SOURCE', { when: same.createdAt.toISOString(), id: same.id }) },
    ]);
  });
}

async function measured({ database }: EngineContext, fileId: string): Promise<SpooledFile> {
  const file = await openStoredFile(database, fileId, fileId);
  const hash = createHash('sha256');
  for await (const piece of buffersOf(file.read())) hash.update(piece);
  return { bytes: file.size, sha256: hash.digest() };
}

/** The next plan job goes on: a feed behind its last page, a file from its beginning. */
async function rescheduleFetch(
  { database, jobs, log }: EngineContext,
  { state, source }: SpoolRequest,
  error: unknown,
): Promise<void> {
  const cause = reasonOf(error);
  const failures = await recordFetchFailure(database, state.id, { error: cause, code: errorCode(error) });
  log.warn({ import: state.id, attempt: failures, err: error }, 'the source could not be fetched');
  const seconds = retryDelay(failures, error);
  if (seconds === null) {
    await forgiveFetchFailures(database, state.id);
    throw new SourceError(message('TRIED', { cause, count: failures }));
  }
  await jobs.wake(database, 'plan', state.id, { storeId: source.storeId, delaySeconds: seconds });
}

function changed(): SourceError {
  return new SourceError(message('SOURCE_CHANGED_IN_PART'));
}
