import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type DetailedError, Upload } from 'tus-js-client';
import { expect, test } from 'vitest';
import { removeExpiredUploads } from '../../server/files/removeExpired.ts';
import { createUploadFiles } from '../../server/files/uploadFiles.ts';
import type { Somebody } from '../helpers/api.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ maxUploadBytes: 3_000_000 });
const people = Buffer.from('name,phone\nAda,+12025550101\nBob,+12025550102\n');

function bearer(who: Somebody): Record<string, string> {
  return { authorization: `Bearer ${server.keyOf(who)}` };
}

interface Sent {
  readonly id: string;
  readonly url: string;
}

/** Uploads as tus-js-client does; rejects with its error. */
function upload(bytes: Buffer, options: Partial<ConstructorParameters<typeof Upload>[1]> = {}): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: `${server.origin}/uploads`,
      headers: bearer('editor'),
      metadata: { projectId: 'demo', filename: 'people.csv' },
      retryDelays: [],
      onError: reject,
      onSuccess: () => resolve({ url: sending.url ?? '', id: sending.url?.split('/').at(-1) ?? '' }),
      ...options,
    });
    sending.start();
  });
}

async function statusOf(error: Promise<unknown>): Promise<number | undefined> {
  const failed: DetailedError = await error.then(
    () => expect.fail('it was accepted'),
    (each) => each,
  );
  return failed.originalResponse?.getStatus();
}

const START = `mutation ($id: ID!) { startImport(input: { projectId: "demo", importer: "people", source: { uploadId: $id } }) {
  __typename ... on Error { code message }
  ... on StartImportSuccess { data { status sourceName sourceBytes counts { created } } } } }`;

async function startOf(id: string, who: Somebody = 'editor') {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(who) },
    body: JSON.stringify({ query: START, variables: { id } }),
  });
  return (await response.json()).data.startImport;
}

test('a finished upload is imported', async () => {
  const { id } = await upload(people);
  expect(await startOf(id)).toMatchObject({
    __typename: 'StartImportSuccess',
    data: { status: 'COMPLETED', sourceName: 'people.csv', sourceBytes: people.length, counts: { created: 2 } },
  });
});

test('an upload whose last byte came when its client was cut is imported all the same', async () => {
  const { id, url } = await upload(people);
  // As the server leaves it that ends, or loses the client, between the last byte and its note of it.
  await server.engine.pool.query('UPDATE upload SET finished_at = NULL, sha256 = NULL WHERE id = $1', [id]);
  // Who resumes it hears that nothing is missing, and sends nothing.
  await upload(people, { uploadUrl: url });
  expect(await startOf(id)).toMatchObject({
    __typename: 'StartImportSuccess',
    data: { sourceBytes: people.length, counts: { created: 0 } },
  });
});

test('an upload that was cut goes on where it stopped, and has every byte', async () => {
  const bytes = Buffer.alloc(2_000_000, 'abcdefghij');
  const url = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: `${server.origin}/uploads`,
      headers: bearer('editor'),
      metadata: { projectId: 'demo', filename: 'large.csv' },
      chunkSize: 500_000,
      retryDelays: [],
      onError: reject,
      onChunkComplete: () => sending.abort().then(() => resolve(sending.url ?? ''), reject),
    });
    sending.start();
  });
  const id = url.split('/').at(-1) ?? '';
  expect((await startOf(id)).__typename).toBe('NotFoundError');
  const offsets: number[] = [];
  await upload(bytes, { uploadUrl: url, chunkSize: 500_000, onProgress: (sent) => offsets.push(sent) });
  expect(offsets.every((sent) => sent >= 500_000)).toBe(true);
  expect((await readFile(join(server.uploadsFolder, id))).equals(bytes)).toBe(true);
});

test('who may upload is decided by key, project and role', async () => {
  expect(await statusOf(upload(people, { headers: {} }))).toBe(401);
  expect(await statusOf(upload(people, { headers: bearer('viewer') }))).toBe(403);
  expect(await statusOf(upload(people, { headers: bearer('outsider') }))).toBe(404);
  expect(await statusOf(upload(people, { metadata: {} }))).toBe(400);
});

test('a foreign upload looks like one that does not exist, over every method', async () => {
  const { id, url } = await upload(people);
  for (const method of ['HEAD', 'PATCH', 'DELETE', 'GET']) {
    const answers = [];
    for (const target of [url, url.replace(id, '0196f1a0-0000-7000-8000-000000000000')]) {
      const headers = {
        ...bearer('outsider'),
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        ...(method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}),
      };
      answers.push((await fetch(target, { method, headers })).status);
    }
    expect(answers, method).toEqual([404, 404]);
  }
  expect((await startOf(id, 'outsider')).__typename).toBe('NotFoundError');
  expect((await startOf(id)).__typename).toBe('StartImportSuccess');
});

test('a name that no table takes is cut to what one does, in an upload and in a request', async () => {
  const odd = `${'x'.repeat(400)}\u0000\r\nb.csv`;
  const { id } = await upload(people, { metadata: { projectId: 'demo', filename: odd } });
  const kept = `${'x'.repeat(249)} b.csv`;
  const found = await server.options.prisma.upload.findUnique({ where: { id } });
  expect(found?.name).toBe(kept);
  const form = new FormData();
  const query = `mutation ($file: File!) { startImport(input: { projectId: "demo", importer: "people", source: { file: $file } }) {
    __typename ... on StartImportSuccess { data { sourceName } } } }`;
  form.set('operations', JSON.stringify({ query, variables: { file: null } }));
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', new Blob([people]), odd.replace('\r\n', ''));
  const headers = { ...bearer('editor'), 'x-requested-with': 'test' };
  const answer = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body: form });
  expect((await answer.json()).data.startImport.data.sourceName).toBe(kept);
});

test('an upload over the limit is refused before it is sent', async () => {
  expect(await statusOf(upload(Buffer.alloc(3_000_001)))).toBe(413);
});

test('the engine reads an upload from any offset, in its own store only', async () => {
  const { id } = await upload(people);
  const { prisma } = server.options;
  const files = createUploadFiles(prisma, [server.store]);
  expect(await files.find('demo', id)).toMatchObject({ name: 'people.csv', storeId: server.store.id });
  expect(await files.find('other', id)).toBeNull();
  const bytes = await files.open(id);
  expect(bytes.size).toBe(people.length);
  expect(await text(bytes.read(11, 14))).toBe('Ada');
  expect(await text(bytes.read(5, 5))).toBe('');
  await expect(createUploadFiles(prisma, []).open(id)).rejects.toThrow('cannot be reached');
});

test('what has expired is removed, unless an import still has to read it', async () => {
  const kept = await upload(people);
  const gone = await upload(people);
  const { pool } = server.engine;
  expect((await startOf(kept.id)).__typename).toBe('StartImportSuccess');
  await pool.query(`UPDATE import SET planned = false WHERE source->>'uploadId' = $1`, [kept.id]);
  await pool.query(`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = ANY($1)`, [
    [kept.id, gone.id],
  ]);
  expect(await removeExpiredUploads(server.options.prisma, server.store)).toBe(1);
  await expect(readFile(join(server.uploadsFolder, gone.id))).rejects.toThrow('ENOENT');
  expect(await readFile(join(server.uploadsFolder, kept.id))).toEqual(people);
  expect((await startOf(kept.id)).__typename).toBe('NotFoundError');
});
