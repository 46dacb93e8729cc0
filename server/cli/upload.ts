import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DetailedError, Upload } from 'tus-js-client';
import { Refused, Unreachable } from '../../client/errors.ts';
import type { Api } from './api.ts';
import { createUploadMemory, type UploadMemory } from './uploadMemory.ts';

export interface UploadRequest {
  readonly path: string;
  readonly name: string;
  readonly projectId: string;
  /** Where to remember how far it came. */
  readonly cacheFolder: string;
  readonly onProgress: (sent: number, total: number) => void;
}

export interface Uploaded {
  readonly uploadId: string;
  /** Whether an earlier run of the command had begun it. */
  readonly resumed: boolean;
  readonly memory: UploadMemory;
}

const PIECE_BYTES = 8 * 1024 * 1024;
/** Waits between attempts, in ms. The count restarts with every byte that gets through. */
const RETRY_DELAYS = [250, 500, 1_000, 2_000, ...Array<number>(60).fill(5_000)];

/**
 * Sends a file to /uploads by tus, in resumable pieces. It continues after a lost connection, and the same command
 * continues after the command was killed. The caller clears the memory once an import has the upload.
 */
export async function uploadFile(api: Api, request: UploadRequest): Promise<Uploaded> {
  const { size, mtimeMs } = await stat(request.path);
  const what = [api.url, request.projectId, resolve(request.path), String(size), String(mtimeMs)];
  const memory = createUploadMemory(request.cacheFolder, what);
  const begun = await memory.find();
  const url = await send(api, request, begun, memory);
  return { uploadId: basename(url), resumed: begun === url, memory };
}

async function send(api: Api, request: UploadRequest, begun: string | null, memory: UploadMemory): Promise<string> {
  const file = await openAsBlob(request.path);
  return new Promise((done, reject) => {
    const upload = new Upload(file, {
      endpoint: `${api.url}/uploads`,
      ...(begun ? { uploadUrl: begun } : {}),
      headers: { ...api.headers },
      metadata: { projectId: request.projectId, filename: request.name },
      chunkSize: PIECE_BYTES,
      retryDelays: RETRY_DELAYS,
      fileReader: { openFile: async (blob: Blob) => sourceOf(blob) },
      onUploadUrlAvailable: () => void (upload.url && memory.keep(upload.url)),
      onProgress: (sent) => request.onProgress(sent, file.size),
      onSuccess: () => done(upload.url ?? ''),
      onError: (error) => reject(explained(api, error)),
    });
    upload.start();
  });
}

/** tus-js-client's own reader of Node knows no Blob, which alone reads a file piece by piece and notices its change. */
function sourceOf(blob: Blob) {
  return {
    size: blob.size,
    async slice(start: number, end: number) {
      const piece = Buffer.from(await blob.slice(start, end).arrayBuffer());
      // tus-js-client asks every piece for its `size`, which a Buffer has not.
      return { value: Object.assign(piece, { size: piece.length }), done: end >= blob.size };
    },
    close: () => {},
  };
}

function explained(api: Api, error: Error): Error {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new Unreachable(`The upload to ${api.url} broke off: ${error.message}`);
  return new Refused(
    'UPLOAD_REFUSED',
    response.getBody().trim() || `The server refused the upload (${response.getStatus()}).`,
  );
}
