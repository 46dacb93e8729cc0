import { randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Api } from './api.ts';
import { UsageError } from './errors.ts';
import type { ImportSourceInput } from './generated/graphql.ts';
import { uploadFile } from './upload.ts';

/** A source that is where the server can read it, as startImport takes it. */
export interface ReadySource {
  readonly source: ImportSourceInput;
  /** Begins every key of an import of this source, so that one that was begun before is not begun again. */
  readonly key: string;
  /** Removes an unused upload; with `taken`, an import uses it. */
  release(end: { readonly taken: boolean }): Promise<void>;
}

export interface SourceRequest {
  readonly projectId: string;
  /** The name that the import shows for standard input. */
  readonly name: string | undefined;
  readonly cacheFolder: string;
  readonly onProgress: (sent: number, total: number) => void;
  readonly onResume: () => void;
  /** Whether several requests use the source, so that even a small file is uploaded. */
  readonly shared?: boolean;
}

/** The API's limit of a file in a request; a larger one is uploaded first. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A path, a URL, or `-` for standard input. Throws UsageError for a path where nothing is to be read. */
export async function readySource(api: Api, what: string, request: SourceRequest): Promise<ReadySource> {
  if (/^https?:\/\//i.test(what)) return { source: { url: what }, key: randomUUID(), release: async () => {} };
  if (what !== '-') return fileSource(api, what, request.name ?? basename(what), request);
  const folder = await mkdtemp(join(tmpdir(), 'sluice-stdin-'));
  try {
    // Its size decides how it goes, and an upload that is cut needs it again.
    const path = join(folder, 'stdin');
    await pipeline(process.stdin, createWriteStream(path));
    const ready = await fileSource(api, path, request.name ?? 'stdin', request);
    return {
      ...ready,
      release: (end) => ready.release(end).finally(() => rm(folder, { recursive: true, force: true })),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function fileSource(api: Api, path: string, name: string, request: SourceRequest): Promise<ReadySource> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`File "${path}" does not exist.`);
  if (found.size <= MAX_FILE_BYTES && request.shared !== true) {
    const file = new File([await openAsBlob(path)], name);
    return { source: { file }, key: randomUUID(), release: async () => {} };
  }
  const { uploadId, resumed, memory } = await uploadFile(api, { ...request, path, name });
  if (resumed) request.onResume();
  return { source: { uploadId }, key: uploadId, release: async ({ taken }) => (taken ? memory.forget() : undefined) };
}
