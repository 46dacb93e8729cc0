import { once } from 'node:events';
import { rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { UploadFiles } from '../../server/engine/model/context.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { finishUpload } from '../../server/files/finishUpload.ts';
import { createUploadFiles } from '../../server/files/uploadFiles.ts';
import { bufferSource } from '../../server/sources/shared/bytes.ts';
import { saying } from '../helpers/saying.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer();
const people = Buffer.from('name,phone\nAda,+12025550101\nBob,+12025550102\n');
/** As long, and another. */
const others = Buffer.from('name,phone\nEve,+12025550103\nMal,+12025550104\n');

const CUT = `The uploaded file has 27 bytes, but ${people.length} were accepted. Upload it again.`;
const gone = (id: string) => `The file of upload ${id} no longer exists. Upload it again.`;
const damaged = (id: string) => `The file of upload ${id} has changed since it was accepted. Upload it again.`;

function upload(bytes: Buffer = people): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: `${server.origin}/uploads`,
      headers: { authorization: `Bearer ${server.keyOf('editor')}` },
      metadata: { projectId: 'demo', filename: 'people.csv' },
      retryDelays: [],
      onError: reject,
      onSuccess: () => resolve(sending.url?.split('/').at(-1) ?? ''),
    });
    sending.start();
  });
}

const fileOf = (id: string) => join(server.uploadsFolder, id);
const files = () => createUploadFiles(server.options.prisma, [server.store]);

async function ask(mutation: string, id: string) {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.keyOf('editor')}` },
    body: JSON.stringify({ query: mutation, variables: { id } }),
  });
  return (await response.json()).data;
}

async function start(id: string, mode = 'AUTO') {
  const input = `{ projectId: "demo", importer: "people", source: { uploadId: $id }, mode: ${mode} }`;
  const data = await ask(
    `mutation ($id: ID!) { startImport(input: ${input}) {
      __typename ... on Error { code message } ... on StartImportSuccess { data { id status statusReason { text } counts { created } } } } }`,
    id,
  );
  return data.startImport;
}

async function inspect(id: string) {
  const data = await ask(
    `mutation ($id: ID!) { inspectSource(input: { projectId: "demo", importer: "people", source: { uploadId: $id } }) {
      __typename ... on Error { code message } ... on InvalidInputError { issues { path } } } }`,
    id,
  );
  return data.inspectSource;
}

/** Plans an import whose start saw its upload whole. */
async function plan(importId: string, deadline: number | null = null, uploads: UploadFiles = files()) {
  await planImport({ ...server.engine.context, uploads }, importId, new AbortController().signal, deadline);
  return server.engine.row(importId);
}

async function startedLater(): Promise<{ uploadId: string; importId: string }> {
  const uploadId = await upload();
  const { data } = await start(uploadId, 'ASYNC');
  return { uploadId, importId: data.id };
}

describe('an upload that was damaged after it was accepted', () => {
  it('is refused at the start where it was cut, and no import is made', async () => {
    const id = await upload();
    await truncate(fileOf(id), 27);
    expect(await start(id)).toEqual({ __typename: 'ConflictError', code: 'UPLOAD_DAMAGED', message: CUT });
    expect(await inspect(id)).toEqual({
      ...{ __typename: 'InvalidInputError', code: 'INVALID_INPUT', message: CUT },
      issues: [{ path: ['source', 'uploadId'] }],
    });
    const { rows } = await server.engine.pool.query(`SELECT FROM import WHERE source->>'uploadId' = $1`, [id]);
    expect(rows).toEqual([]);
  });

  it('is refused at the start where its file is gone', async () => {
    const id = await upload();
    await rm(fileOf(id));
    expect(await start(id)).toEqual({ __typename: 'NotFoundError', code: 'UPLOAD_GONE', message: gone(id) });
    expect(await inspect(id)).toMatchObject({ code: 'UPLOAD_GONE' });
  });

  it('fails its import, of which nothing is written, where it is as long and another', async () => {
    const id = await upload();
    await writeFile(fileOf(id), others);
    expect((await start(id)).data).toMatchObject({
      ...{ status: 'FAILED', statusReason: { text: damaged(id) }, counts: { created: 0 } },
    });
  });

  it('fails its import where it was cut after the start', async () => {
    const { uploadId, importId } = await startedLater();
    await truncate(fileOf(uploadId), 27);
    expect(await plan(importId)).toMatchObject({ status: 'FAILED', status_reason: saying(CUT), rows_read: 0 });
  });

  it('fails its import where its file, or all that is known of it, was gone after the start', async () => {
    const first = await startedLater();
    await rm(fileOf(first.uploadId));
    const second = await startedLater();
    await server.options.prisma.upload.delete({ where: { id: second.uploadId } });
    for (const { uploadId, importId } of [first, second]) {
      expect(await plan(importId)).toMatchObject({
        status: 'FAILED',
        status_reason: saying(gone(uploadId)),
        rows_read: 0,
      });
    }
  });

  it('does not pass for a whole one where it is cut while it is read', async () => {
    const id = await upload(Buffer.alloc(1_000_000, 'name\n'));
    const reading = (await files().open(id)).read();
    await once(reading, 'readable');
    await truncate(fileOf(id), 100);
    await expect(reading.toArray()).rejects.toMatchObject({ code: 'UPLOAD_DAMAGED' });
  });
});

it('an upload whose disk is away as a whole is waited for', async () => {
  const id = await upload();
  const away = `${server.uploadsFolder}-away`;
  await rename(server.uploadsFolder, away);
  onTestFinished(() => rename(away, server.uploadsFolder));
  await expect(files().open(id)).rejects.toThrow('cannot be reached');
});

it('an upload that takes long to compare goes to the line of long plans', async () => {
  const { importId } = await startedLater();
  const slow: UploadFiles = {
    ...files(),
    verify: async (_id, signal) => {
      await once(signal, 'abort');
      signal.throwIfAborted();
    },
  };
  expect(await plan(importId, Date.now(), slow)).toMatchObject({ status: 'RUNNING', long_plan: true, rows_read: 0 });
  expect(await plan(importId)).toMatchObject({ planned: true, rows_read: 2 });
});

it('an upload of which the store has less than was sent is not accepted', async () => {
  const id = await upload();
  const { prisma } = server.options;
  await prisma.upload.update({ where: { id }, data: { finishedAt: null } });
  const store = { ...server.store, open: async () => bufferSource('people.csv', people.subarray(0, 27)) };
  await expect(finishUpload(prisma, store, { id, size: people.length })).rejects.toThrow('is not whole');
  expect((await prisma.upload.findUnique({ where: { id } }))?.finishedAt).toBeNull();
});
