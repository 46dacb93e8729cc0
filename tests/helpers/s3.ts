import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, vi } from 'vitest';

/** A server that speaks S3, on a free port of 127.0.0.1 and a folder of its own, with one bucket. */
export function testS3(bucket: string): { readonly endpoint: string } {
  let endpoint = '';
  let stop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sluice-s3-'));
    const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] };
    const server = new S3rver(options);
    const { port } = await server.run();
    endpoint = `http://127.0.0.1:${port}`;
    // The SDK reads them by itself; these are the ones that the server knows.
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
    stop = async () => {
      vi.unstubAllEnvs();
      await server.close();
      await rm(directory, { recursive: true });
    };
  });
  afterAll(() => stop());
  return {
    get endpoint() {
      return endpoint;
    },
  };
}
