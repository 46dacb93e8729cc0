import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type GetObjectCommandOutput, S3, type S3ClientConfig } from '@aws-sdk/client-s3';
import { S3Store } from '@tus/s3-store';
import { UPLOAD_LIFETIME_MS } from './uploadLifetime.ts';
import type { UploadStore } from './uploadStore.ts';

export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** Of a server other than Amazon's; null for Amazon's. */
  readonly endpoint: string | null;
}

/**
 * Uploads in a bucket of S3, or of a server that speaks its language. Every process that is configured for the bucket
 * reads them. Credentials come from where the SDK finds them (AWS_ACCESS_KEY_ID and so on).
 */
export function createS3Store({ bucket, region, endpoint }: S3Options): UploadStore & { close(): void } {
  const config: S3ClientConfig = {
    region,
    // A bucket as part of the host's name is Amazon's way; others have it in the path.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // Checksums that were added later are not understood by every server.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Where nothing answers, the system would wait for two minutes and more.
    requestHandler: { connectionTimeout: 5_000 },
  };
  const client = new S3(config);
  const dataStore = new S3Store({
    s3ClientConfig: { ...config, bucket },
    expirationPeriodInMilliseconds: UPLOAD_LIFETIME_MS,
    // Expiry is Sluice's own; tags are a permission more, and not known to every server.
    useTags: false,
  });
  const range = async (uploadId: string, start: number, end: number): Promise<Readable> => {
    const answer = await client.getObject({ Bucket: bucket, Key: uploadId, Range: `bytes=${start}-${end - 1}` });
    return streamOf(answer);
  };
  return {
    id: storeIdOf(endpoint, bucket),
    dataStore,
    async open(uploadId, name) {
      const head = await client.headObject({ Bucket: bucket, Key: uploadId }).catch((error: unknown) => {
        if (isGone(error)) return null;
        throw error;
      });
      if (head === null) return null;
      const { ContentLength: size = 0 } = head;
      return {
        name,
        size,
        read: (start = 0, end = size) =>
          Readable.from(
            pieces(() => range(uploadId, start, Math.min(end, size)), start < Math.min(end, size)),
            {
              objectMode: false,
            },
          ),
      };
    },
    // A multipart upload that is completed is durable.
    secure: async () => undefined,
    async remove(uploadId) {
      // The parts of an unfinished upload. A finished upload no longer has them.
      await dataStore.remove(uploadId).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
      const keys = [uploadId, `${uploadId}.info`, `${uploadId}.part`].map((Key) => ({ Key }));
      await client.deleteObjects({ Bucket: bucket, Delete: { Objects: keys } });
    },
    close() {
      client.destroy();
    },
  };
}

/** Every process with the same bucket comes to the same name, which may be part of a queue's. */
function storeIdOf(endpoint: string | null, bucket: string): string {
  const place = createHash('sha256')
    .update(`${endpoint ?? 'aws'}/${bucket}`)
    .digest('hex')
    .slice(0, 16);
  return `s3-${place}`;
}

async function* pieces(open: () => Promise<Readable>, isWanted: boolean): AsyncGenerator<Buffer> {
  if (isWanted) yield* await open();
}

/** In Node the SDK's body is a Readable; its type names the browser's too. */
function streamOf({ Body: body }: GetObjectCommandOutput): Readable {
  if (body instanceof Readable) return body;
  throw new TypeError('S3 gave no stream.');
}

/** What S3, and tus over it, say of what is not there. */
function isGone(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const name = 'name' in error ? error.name : null;
  const status = 'status_code' in error ? error.status_code : null;
  return name === 'NotFound' || name === 'NoSuchKey' || name === 'NoSuchUpload' || status === 404;
}
