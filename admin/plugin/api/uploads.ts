import type { Upload as TusUpload } from 'tus-js-client';
import { loadPart } from '../ui/browser/loadPart.ts';
import { type ClientOptions, CSRF_HEADER, firstError } from './client.ts';
import { SluiceError, UNAUTHENTICATED, UNREACHABLE } from './errors.ts';
import { isRecord } from './json.ts';

export interface UploadRequest {
  readonly projectId: string;
  readonly file: File;
  /** Bytes that the server has, of all. */
  readonly onProgress: (sent: number, total: number) => void;
  /** The connection was lost, or the server is away; it is tried again, and what follows is progress or the end. */
  readonly onCut: () => void;
}

/** A file on its way to the server. */
export interface UploadTask {
  /** The upload's id. Rejects with SluiceError, or with AbortError when it was cancelled. */
  readonly done: Promise<string>;
  /** Stops sending; what the server has, it keeps. */
  pause(): void;
  resume(): void;
  cancel(): void;
}

/**
 * Sends a file to /uploads in resumable pieces. An interrupted upload, also by closing the page, continues where it
 * stopped when the same file is sent again.
 */
export type Upload = (request: UploadRequest) => UploadTask;

const PIECE_BYTES = 8 * 1024 * 1024;
/** A connection lost while uploading is taken up again for about a minute before the upload counts as failed. */
const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 20_000];

export function createUpload(options: ClientOptions): Upload {
  return (request) => {
    // tus-js-client is loaded here because only uploads need it.
    const upload = Promise.withResolvers<string>();
    const started = begin(options, request, upload);
    started.catch(upload.reject);
    return {
      done: upload.promise,
      pause: () => void started.then((tus) => tus.abort()),
      resume: () => void started.then((tus) => tus.start()),
      cancel: () =>
        void started
          .then((tus) => tus.abort(true))
          // A server that is away removes it when it expires.
          .catch(() => {})
          .finally(() => upload.reject(new DOMException('The upload was cancelled.', 'AbortError'))),
    };
  };
}

async function begin(
  { url, headers }: ClientOptions,
  { projectId, file, onProgress, onCut }: UploadRequest,
  { resolve, reject }: PromiseWithResolvers<string>,
): Promise<TusUpload> {
  const { Upload: Tus, DetailedError } = await loadPart(() => import('tus-js-client'));
  const upload = new Tus(file, {
    endpoint: `${url}/uploads`,
    chunkSize: PIECE_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    metadata: { projectId, filename: file.name },
    headers: { ...CSRF_HEADER, ...headers?.() },
    removeFingerprintOnSuccess: true,
    onBeforeRequest(request) {
      const underlying: unknown = request.getUnderlyingObject();
      if (underlying instanceof XMLHttpRequest) underlying.withCredentials = true;
    },
    onShouldRetry(error) {
      const tryAgain = mayPass(statusOf(error));
      if (tryAgain) onCut();
      return tryAgain;
    },
    onProgress: (sent, total) => onProgress(sent, total ?? file.size),
    onSuccess: () => resolve(uploadId(upload.url)),
    onError(error) {
      const response = error instanceof DetailedError ? error.originalResponse : null;
      reject(uploadError(response?.getStatus() ?? 0, response?.getBody() ?? ''));
    },
  });
  const earlier = await upload.findPreviousUploads();
  const own = earlier.find(({ metadata }) => metadata.projectId === projectId);
  if (own) upload.resumeFromPreviousUpload(own);
  upload.start();
  return upload;
}

function statusOf(error: { readonly originalResponse: { getStatus(): number } | null }): number {
  return error.originalResponse?.getStatus() ?? 0;
}

/**
 * Whether a refusal may be another a moment later. tus' own rule, but for its look at whether the browser is offline:
 * a network that is gone for a while is what resuming is for.
 */
function mayPass(status: number): boolean {
  return status < 400 || status >= 500 || status === 409 || status === 423;
}

function uploadId(url: string | null): string {
  return url?.split('/').at(-1) ?? '';
}

function uploadError(status: number, body: string): SluiceError {
  if (status === 0) return new SluiceError(UNREACHABLE, 'sluice.error.unreachable');
  if (status === 401) return new SluiceError(UNAUTHENTICATED, keyOf(status));
  if (status === 403) return new SluiceError('FORBIDDEN', keyOf(status));
  // tus answers in plain English, without codes: its statuses say what there is to do.
  if (TRANSLATED.includes(status)) return new SluiceError('UPLOAD_REFUSED', keyOf(status));
  return graphqlError(body) ?? new SluiceError('UPLOAD_REFUSED', body || `Status ${status}`);
}

/** The statuses that the console has texts for. */
const TRANSLATED = [404, 410, 413, 429];

function keyOf(status: number): string {
  return `sluice.upload_errors.${status}`;
}

/** What the server checks before tus sees the request, it answers in GraphQL's form. */
function graphqlError(body: string): SluiceError | null {
  try {
    const answer: unknown = JSON.parse(body);
    return isRecord(answer) && Array.isArray(answer.errors) ? firstError(answer.errors) : null;
  } catch {
    return null;
  }
}
