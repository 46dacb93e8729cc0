import { type ClientOptions, CSRF_HEADER, firstError } from './client.ts';
import { SluiceError, UNAUTHENTICATED, UNREACHABLE } from './errors.ts';
import { isRecord } from './json.ts';

export interface UploadRequest {
  readonly projectId: string;
  readonly file: File;
  /** Bytes that the server has, of all. */
  readonly onProgress: (sent: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file to /uploads in resumable pieces and gives the upload's id. Throws SluiceError, or AbortError. */
export type Upload = (request: UploadRequest) => Promise<string>;

const PIECE_BYTES = 8 * 1024 * 1024;
/** A connection lost while uploading is taken up again for about a minute before the upload counts as failed. */
const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 20_000];

export function createUpload({ url, headers }: ClientOptions): Upload {
  return async ({ projectId, file, onProgress, signal }) => {
    // Loaded here because only large files need it.
    const { Upload: TusUpload, DetailedError } = await import('tus-js-client');
    return new Promise<string>((resolve, reject) => {
      const upload = new TusUpload(file, {
        endpoint: `${url}/uploads`,
        chunkSize: PIECE_BYTES,
        retryDelays: RETRY_DELAYS_MS,
        metadata: { projectId, filename: file.name },
        headers: { ...CSRF_HEADER, ...headers?.() },
        onBeforeRequest(request) {
          const underlying: unknown = request.getUnderlyingObject();
          if (underlying instanceof XMLHttpRequest) underlying.withCredentials = true;
        },
        onProgress: (sent, total) => onProgress(sent, total ?? file.size),
        onSuccess: () => resolve(uploadId(upload.url)),
        onError(error) {
          const response = error instanceof DetailedError ? error.originalResponse : null;
          reject(refusal(response?.getStatus() ?? 0, response?.getBody() ?? ''));
        },
      });
      signal.addEventListener('abort', () => {
        void upload.abort().finally(() => reject(signal.reason));
      });
      upload.start();
    });
  };
}

function uploadId(url: string | null): string {
  return url?.split('/').at(-1) ?? '';
}

function refusal(status: number, body: string): SluiceError {
  if (status === 0) return new SluiceError(UNREACHABLE, 'The server does not answer.');
  const words = wordsOf(body) || `Status ${status}`;
  if (status === 401) return new SluiceError(UNAUTHENTICATED, words);
  return new SluiceError(status === 403 ? 'FORBIDDEN' : 'UPLOAD_REFUSED', words);
}

/** tus answers in plain words, the server's own checks in GraphQL's shape. */
function wordsOf(body: string): string {
  try {
    const answer: unknown = JSON.parse(body);
    return isRecord(answer) && Array.isArray(answer.errors) ? firstError(answer.errors).message : body;
  } catch {
    return body;
  }
}
