import { text } from 'node:stream/consumers';
import { S3 } from '@aws-sdk/client-s3';
import { type DetailedError, Upload } from 'tus-js-client';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { removeExpiredUploads } from '../../server/files/removeExpired.ts';
import { createS3Store } from '../../server/files/s3Store.ts';
import { createUploadFiles } from '../../server/files/uploadFiles.ts';
import type { Somebody } from '../helpers/api.ts';
import { testS3 } from '../helpers/s3.ts';
import { testServer } from '../helpers/server.ts';

const s3 = testS3('uploads');
const opened: ReturnType<typeof createS3Store>[] = [];
function store() {
  const one = createS3Store({ bucket: 'uploads', region: 'us-east-1', endpoint: s3.endpoint });
  opened.push(one);
  return one;
}
const server = testServer({ maxUploadBytes: 20_000_000, store });
afterAll(() => {
  for (const one of opened) one.close();
});

const people = Buffer.from('name,phone\nAda,+12025550101\nBob,+12025550102\n');
/** More than one part of S3, which has 5 MiB at least. */
const large = Buffer.from(
  `name,phone\n${Array.from({ length: 200_000 }, (_, n) => `Somebody with a long name ${n},+1202555${n}`).join('\n')}\n`,
);

function send(bytes: Buffer, who: Somebody, options: Partial<ConstructorParameters<typeof Upload>[1]> = {}) {
  return new Promise<{ id: string; url: string }>((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: `${server.origin}/uploads`,
      headers: { authorization: `Bearer ${server.keyOf(who)}` },
      metadata: { projectId: 'demo', filename: 'people.csv' },
      retryDelays: [],
      onError: reject,
      onSuccess: () => resolve({ url: sending.url ?? '', id: sending.url?.split('/').at(-1) ?? '' }),
      ...options,
    });
    sending.start();
  });
}

async function start(uploadId: string, mode = 'AUTO') {
  const input = `{ projectId: "demo", importer: "people", source: { uploadId: $id }, mode: ${mode} }`;
  const query = `mutation ($id: ID!) { startImport(input: ${input}) {
    __typename ... on Error { code message }
    ... on StartImportSuccess { data { id status mode modeReason { text } sourceName sourceBytes counts { created total } } } } }`;
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.keyOf('editor')}` },
    body: JSON.stringify({ query, variables: { id: uploadId } }),
  });
  return (await response.json()).data.startImport;
}

test('an upload to S3 is imported', async () => {
  const { id } = await send(people, 'editor');
  expect(await start(id)).toMatchObject({
    data: { status: 'COMPLETED', sourceName: 'people.csv', sourceBytes: people.length, counts: { created: 2 } },
  });
});

test('one that was cut goes on where it stopped; any process of the bucket reads it, from any offset', async () => {
  const url = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(large, {
      endpoint: `${server.origin}/uploads`,
      headers: { authorization: `Bearer ${server.keyOf('editor')}` },
      metadata: { projectId: 'demo', filename: 'large.csv' },
      chunkSize: 6_000_000,
      retryDelays: [],
      onError: reject,
      onChunkComplete: () => sending.abort().then(() => resolve(sending.url ?? ''), reject),
    });
    sending.start();
  });
  const offsets: number[] = [];
  const { id } = await send(large, 'editor', { uploadUrl: url, onProgress: (sent) => offsets.push(sent) });
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(6_000_000);
  const another = createUploadFiles(server.options.prisma, [store()]);
  expect(another.storeIds).toEqual([server.store.id]);
  await another.verify(id, new AbortController().signal);
  const bytes = await another.open(id);
  expect(bytes.size).toBe(large.length);
  expect((await text(bytes.read())) === large.toString()).toBe(true);
  expect(await text(bytes.read(11, 19))).toBe('Somebody');
  expect(await text(bytes.read(large.length - 4))).toBe(large.toString('utf8', large.length - 4));
  expect(await text(bytes.read(5, 5))).toBe('');
});

test('ownership and size limit hold', async () => {
  const { id, url } = await send(people, 'editor');
  const statusOf = (sending: Promise<unknown>) =>
    sending.then(
      () => 'accepted',
      (error: DetailedError) => error.originalResponse?.getStatus(),
    );
  expect(await statusOf(send(people, 'viewer'))).toBe(403);
  expect(await statusOf(send(people, 'outsider'))).toBe(404);
  expect(await statusOf(send(Buffer.alloc(20_000_001), 'editor'))).toBe(413);
  const head = await fetch(url, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${server.keyOf('outsider')}`, 'tus-resumable': '1.0.0' },
  });
  expect(head.status).toBe(404);
  expect(await createUploadFiles(server.options.prisma, [server.store]).find('other', id)).toBeNull();
});

test('an object that is gone, shorter or another than what was accepted is no source', async () => {
  const { id } = await send(people, 'editor');
  const client = new S3({
    ...{ region: 'us-east-1', endpoint: s3.endpoint, forcePathStyle: true },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  onTestFinished(() => client.destroy());
  const files = createUploadFiles(server.options.prisma, [server.store]);
  const verified = () => files.verify(id, new AbortController().signal);
  await client.putObject({ Bucket: 'uploads', Key: id, Body: people.toString().replace('Ada', 'Eve') });
  await expect(verified()).rejects.toMatchObject({ code: 'UPLOAD_DAMAGED' });
  await client.putObject({ Bucket: 'uploads', Key: id, Body: people.subarray(0, 20) });
  expect(await start(id)).toMatchObject({ __typename: 'ConflictError', code: 'UPLOAD_DAMAGED' });
  await client.deleteObject({ Bucket: 'uploads', Key: id });
  expect(await start(id)).toMatchObject({ __typename: 'NotFoundError', code: 'UPLOAD_GONE' });
});

test('a store that does not answer is told of at the start, and waited for by an import that was started', async () => {
  const { id } = await send(people, 'editor');
  const { data } = await start(id, 'ASYNC');
  const uploads = createUploadFiles(server.options.prisma, [server.store]);
  const plan = () => planImport({ ...server.engine.context, uploads }, data.id, new AbortController().signal);
  const comeBack = await s3.goAway();
  onTestFinished(comeBack);
  expect(await start(id)).toEqual({
    ...{ __typename: 'ConflictError', code: 'STORE_UNREACHABLE' },
    message: 'The upload storage cannot be reached. Try again when it is available.',
  });
  // One that was cut just before it was finished is looked at first.
  await server.engine.pool.query('UPDATE upload SET finished_at = NULL WHERE id = $1', [id]);
  expect(await start(id)).toMatchObject({ code: 'STORE_UNREACHABLE' });
  await server.engine.pool.query('UPDATE upload SET finished_at = now() WHERE id = $1', [id]);

  expect(await plan()).toMatchObject({ kind: 'wait' });
  expect(await plan()).toMatchObject({ kind: 'wait' });
  expect(await server.engine.row(data.id)).toMatchObject({ status: 'RUNNING', planned: false, status_reason: null });
  const warnings = 'SELECT code, count FROM import_warning WHERE import_id = $1';
  expect((await server.engine.pool.query(`${warnings} AND code <> 'SAME_SOURCE'`, [data.id])).rows).toEqual([
    { code: 'STORE_UNREACHABLE', count: 2 },
  ]);
  await comeBack();
  expect(await plan()).toEqual({ kind: 'idle' });
  expect(await server.engine.row(data.id)).toMatchObject({ planned: true, rows_read: 2 });
});

test('a store that goes away while an upload is read is no end of it', async () => {
  const { id } = await send(large, 'editor');
  const bytes = await createUploadFiles(server.options.prisma, [server.store]).open(id);
  const comeBack = await s3.goAway();
  onTestFinished(comeBack);
  await expect(text(bytes.read())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
  await comeBack();
  expect(await text(bytes.read(11, 19))).toBe('Somebody');
});

test('what has expired is removed from the bucket, finished or abandoned', async () => {
  const finished = await send(people, 'editor');
  const abandoned = await fetch(`${server.origin}/uploads`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.keyOf('editor')}`,
      'tus-resumable': '1.0.0',
      'upload-length': '100',
      'upload-metadata': `projectId ${btoa('demo')},filename ${btoa('a.csv')}`,
    },
  });
  const left = abandoned.headers.get('location')?.split('/').at(-1);
  await server.engine.pool.query(`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = ANY($1)`, [
    [finished.id, left],
  ]);
  expect(await removeExpiredUploads(server.options.prisma, server.store)).toBe(2);
  for (const key of [finished.id, `${finished.id}.info`, `${left}.info`]) {
    expect(await server.store.open(key, 'a'), key).toBeNull();
  }
  // Once more finds nothing, and is no fault.
  await server.store.remove(finished.id);
});

test('an upload with another server is started here, and planned where it lies', async () => {
  const { id } = await send(Buffer.from('name,phone\nEve,+12025550109\n'), 'editor');
  await server.engine.pool.query(`UPDATE upload SET store_id = 'of-another-server' WHERE id = $1`, [id]);
  await server.engine.boss.createQueue('plan-of-another-server');
  const { data } = await start(id);
  expect(data).toMatchObject({
    status: 'QUEUED',
    mode: 'ASYNC',
    modeReason: { text: 'the upload is stored on another server' },
    sourceBytes: 28,
  });
  const jobs = await server.engine.pool.query(`SELECT name FROM sluice.job WHERE singleton_key = $1`, [data.id]);
  expect(jobs.rows).toEqual([{ name: 'plan-of-another-server' }]);

  // There, it is read like any other.
  const there = { ...server.store, id: 'of-another-server' };
  const uploads = createUploadFiles(server.options.prisma, [there]);
  await planImport({ ...server.engine.context, uploads }, data.id, new AbortController().signal);
  expect(await server.engine.row(data.id)).toMatchObject({ planned: true, rows_read: 1 });
});
