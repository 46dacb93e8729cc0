import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver, { type S3Context } from 's3rver';
import { afterAll, beforeAll, vi } from 'vitest';

export interface TestS3 {
  readonly endpoint: string;
  /** Closes its port; how to open it again, with all that was there. */
  goAway(): Promise<() => Promise<void>>;
}

/** A server that speaks S3, on a free port of 127.0.0.1 and a folder of its own, with one bucket. */
export function testS3(bucket: string): TestS3 {
  let directory = '';
  let port = 0;
  let close = async (): Promise<void> => undefined;
  const open = async (): Promise<void> => {
    const options = { address: '127.0.0.1', port, silent: true, directory, configureBuckets: [{ name: bucket }] };
    const server = new S3rver(options);
    const uploads = server.store.getResourcePath(bucket, undefined, 'uploads');
    // The two requests of multipart uploads that s3rver leaves out.
    server.middleware.unshift(async (ctx, next) => {
      const { uploadId } = ctx.query;
      if (uploadId && ctx.method === 'GET') return listParts(ctx, join(uploads, uploadId));
      if (uploadId && ctx.method === 'DELETE') return abortUpload(ctx, join(uploads, uploadId));
      return next();
    });
    ({ port } = await server.run());
    close = () => server.close();
  };
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sluice-s3-'));
    await open();
    // The SDK reads them by itself; these are the ones that the server knows.
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await close();
    await rm(directory, { recursive: true });
  });
  return {
    get endpoint() {
      return `http://127.0.0.1:${port}`;
    },
    async goAway() {
      await close();
      close = async () => undefined;
      let isAway = true;
      return async () => {
        if (isAway) await open();
        isAway = false;
      };
    },
  };
}

async function listParts(ctx: S3Context, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => null);
  if (!names) return noSuchUpload(ctx);
  const numbers = names.map(Number).filter((number) => Number.isInteger(number));
  const parts = await Promise.all(
    numbers.map(async (number) => {
      const bytes = await readFile(join(folder, String(number)));
      const etag = createHash('md5').update(bytes).digest('hex');
      return `<Part><PartNumber>${number}</PartNumber><ETag>"${etag}"</ETag><Size>${bytes.length}</Size></Part>`;
    }),
  );
  answer(ctx, 200, `<ListPartsResult><IsTruncated>false</IsTruncated>${parts.join('')}</ListPartsResult>`);
}

async function abortUpload(ctx: S3Context, folder: string): Promise<void> {
  if (!(await readdir(folder).catch(() => null))) return noSuchUpload(ctx);
  await rm(folder, { recursive: true });
  ctx.status = 204;
}

function noSuchUpload(ctx: S3Context): void {
  answer(ctx, 404, '<Error><Code>NoSuchUpload</Code><Message>The upload does not exist.</Message></Error>');
}

function answer(ctx: S3Context, status: number, xml: string): void {
  ctx.status = status;
  ctx.type = 'application/xml';
  ctx.body = `<?xml version="1.0" encoding="UTF-8"?>${xml}`;
}
