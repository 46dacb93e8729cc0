import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { dropUploadLock, renewUploadLock, takeUploadLock } from '../../server/files/store/uploadLocks.ts';
import { createUploadLocker } from '../../server/files/uploadLocker.ts';
import { testEngine } from '../helpers/engine.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

const engine = testEngine();
const KEY = 'slk_a-key-for-tests';
const bytes = Buffer.alloc(400_000, 'abcdefghij');
const common = { authorization: `Bearer ${KEY}`, 'tus-resumable': '1.0.0' };

async function servers(count: number): Promise<{ origins: string[]; folder: string }> {
  const folder = await dataFolder();
  const origins: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const port = await freePort();
    const server = runSluice('serve', {
      PORT: String(port),
      DATABASE_URL: engine.url,
      SLUICE_DATA_DIR: folder,
      SLUICE_ADMIN_PASSWORD: 'a password for tests',
      SLUICE_ADMIN_API_KEY: KEY,
      SLUICE_LOG_LEVEL: 'error',
    });
    await server.ready();
    origins.push(`http://127.0.0.1:${port}`);
  }
  return { origins, folder };
}

async function create(origin: string): Promise<string> {
  const response = await fetch(`${origin}/uploads`, {
    method: 'POST',
    headers: {
      ...common,
      'upload-length': String(bytes.length),
      'upload-metadata': `projectId ${btoa('demo')},filename ${btoa('a.csv')}`,
    },
  });
  expect(response.status).toBe(201);
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}

const patchHeaders = (offset: number) => ({
  ...common,
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});

const patch = (origin: string, id: string, offset: number) =>
  fetch(`${origin}/uploads/${id}`, { method: 'PATCH', headers: patchHeaders(offset), body: bytes.subarray(offset) });

async function offsetAt(origin: string, id: string): Promise<number> {
  const response = await fetch(`${origin}/uploads/${id}`, { method: 'HEAD', headers: common });
  return Number(response.headers.get('upload-offset') ?? -1);
}

test('two servers write to one upload one after the other, and every byte is there once', async () => {
  const { origins, folder } = await servers(2);
  const [first = '', second = ''] = origins;
  const id = await create(first);

  // A client whose connection hangs half way, as after a network change.
  const hanging = request(`${first}/uploads/${id}`, { method: 'PATCH', headers: patchHeaders(0) });
  const cut = new Promise<void>((resolve) => hanging.once('error', () => resolve()).once('response', () => resolve()));
  hanging.write(bytes.subarray(0, 100_000));
  await until(async () => (await readFile(join(folder, 'uploads', id))).length === 100_000, {
    what: 'the first bytes',
  });

  // It comes back through the other server, which has the first one let go.
  const offset = await offsetAt(second, id);
  expect(offset).toBe(100_000);
  await cut;
  const both = await Promise.all([patch(first, id, offset), patch(second, id, offset)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect((await readFile(join(folder, 'uploads', id))).equals(bytes)).toBe(true);
  const left = await engine.pool.query('SELECT FROM upload_lock');
  expect(left.rowCount).toBe(0);
});

test('a lock is held by one, handed on when asked for, and lost by who shows no life', async () => {
  const { database, log } = engine.context;
  const lockers = [1, 2].map(() => createUploadLocker({ database, log, renewMs: 20, pollMs: 10, timeoutMs: 2_000 }));
  const [one, two] = lockers.map((locker) => locker.newLock('an-upload'));
  const events: string[] = [];
  await one?.lock(new AbortController().signal, async () => {
    events.push('asked');
    await one.unlock();
  });
  await two?.lock(new AbortController().signal, () => void events.push('unexpected'));
  events.push('taken');
  await two?.unlock();
  expect(events).toEqual(['asked', 'taken']);

  const dead = '0196f1a0-0000-7000-8000-000000000001';
  const next = '0196f1a0-0000-7000-8000-000000000002';
  expect(await takeUploadLock(database, 'x', dead, 60_000)).toBe(true);
  expect(await takeUploadLock(database, 'x', next, 60_000)).toBe(false);
  expect(await renewUploadLock(database, 'x', dead, 60_000)).toBe('asked');
  await engine.pool.query(`UPDATE upload_lock SET expires_at = now() - interval '1 second'`);
  expect(await takeUploadLock(database, 'x', next, 60_000)).toBe(true);
  expect(await renewUploadLock(database, 'x', dead, 60_000)).toBe('lost');
  await dropUploadLock(database, 'x', dead);
  expect(await renewUploadLock(database, 'x', next, 60_000)).toBe('held');
});

test('who waits too long is told so', async () => {
  const { database, log } = engine.context;
  await takeUploadLock(database, 'held', '0196f1a0-0000-7000-8000-000000000001', 60_000);
  const lock = createUploadLocker({ database, log, pollMs: 10, timeoutMs: 50 }).newLock('held');
  await expect(lock.lock(new AbortController().signal, () => undefined)).rejects.toMatchObject({ status_code: 500 });
});
