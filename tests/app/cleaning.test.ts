import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cleaning, createCleaning } from '../../server/app/cleaning.ts';
import { createPrismaClient } from '../../server/database/prismaClient.ts';
import type { PrismaClient } from '../../server/generated/prisma/client.ts';
import { csv, testEngine } from '../helpers/engine.ts';

const test = testEngine();
let prisma: PrismaClient;
let cleaning: Cleaning;

beforeAll(() => {
  prisma = createPrismaClient(test.pool, test.config.schema);
  const keep = { logDays: 30, rowDays: 10 };
  const { database } = test.context;
  cleaning = createCleaning({ database, prisma, stores: [], keep, log: pino({ level: 'warn' }) });
});
afterAll(async () => prisma?.$disconnect());

const count = async (sql: string, values: unknown[] = []) =>
  Number((await test.pool.query(`SELECT count(*) FROM ${sql}`, values)).rows[0].count);
const age = (id: string, days: number) =>
  test.pool.query('UPDATE import SET finished_at = now() - make_interval(days => $2) WHERE id = $1', [id, days]);

it('takes the rows of old imports, and leaves their records, provenance, failed rows and counts', async () => {
  const source = csv(['Ada', '+12025550101', ''], ['', '+12025550102', '']);
  const [old, young, dry] = [
    await test.start({ source }),
    await test.start({ source }),
    await test.start({ source: csv(['Cid', '+12025550103', ''], ['', '', 'x@example.org']), dryRun: true }),
  ];
  for (const id of [old, dry]) await age(id, 11);
  await age(young, 9);
  const reading = await test.start({ source: { kind: 'import', importId: dry }, mode: 'ASYNC' });
  await cleaning.clean();
  const rowsOf = (id: string) => count('import_chunk WHERE import_id = $1 AND length(rows) > 0', [id]);
  expect([await rowsOf(old), await rowsOf(young)]).toEqual([0, 1]);
  // What another import is about to read stays.
  expect([await rowsOf(dry), await count('preview_record')]).toEqual([1, 1]);
  // Every source is in its chunks: the bytes that came with the requests have gone.
  expect(await count('stored_file')).toBe(0);

  await test.engine.cancelImport('test', reading);
  await test.pool.query('UPDATE import SET planned = true WHERE id = $1', [reading]);
  await cleaning.clean();
  expect([await rowsOf(dry), await count('preview_record')]).toEqual([0, 0]);
  expect(await test.row(old)).toMatchObject({ created: 1, failed: 1, status: 'COMPLETED_WITH_ERRORS' });
  expect(await count('provenance WHERE import_id = $1', [old])).toBe(1);
  await expect(test.engine.retryFailedRows('test', dry, {})).rejects.toMatchObject({ code: 'ROWS_REMOVED' });
  const again = test.start({ source: { kind: 'import', importId: dry } });
  await expect(again).rejects.toMatchObject({ name: 'Conflict', code: 'ROWS_REMOVED' });
  // What failed is kept whole, and can be corrected.
  const corrections = [{ rowNumber: 2, values: { name: 'Bob' } }];
  await test.engine.retryFailedRows('test', old, { corrections });
  expect(await test.row(old)).toMatchObject({ created: 2, failed: 0, status: 'COMPLETED' });
});

it('takes what was noted long ago, secrets and sessions that have ended, and locks that nobody holds', async () => {
  const id = await test.start({ source: csv(['Eve', '+12025550109', '']) });
  const [entries, old] = [await count('audit_entry'), '01890000-0000-7000-8000-000000000001'];
  await test.pool.query(
    `INSERT INTO audit_entry (id, project_id, at, actor, action) VALUES ($1, 'demo', now() - interval '31 days', 'a', 'START')`,
    [old],
  );
  const delivery = `INSERT INTO delivery (id, import_id, project_id, kind, event, target, payload, status, finished_at)
    VALUES ($1, $2, 'demo', 'EMAIL', 'import.completed', 'a@example.org', '{}', $3::delivery_status, $4)`;
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await test.pool.query(delivery, [old, id, 'FAILED', longAgo]);
  await test.pool.query(delivery, ['01890000-0000-7000-8000-000000000002', id, 'PENDING', null]);
  await test.pool.query(
    `INSERT INTO webhook_secret (id, project_id, encrypted, expires_at)
     VALUES ($1, 'demo', '', now() - interval '1 minute'), (gen_random_uuid(), 'demo', '', NULL)`,
    [old],
  );
  await test.pool.query(
    `INSERT INTO upload_lock VALUES ('a', gen_random_uuid(), now() - interval '2 days'), ('b', gen_random_uuid(), now())`,
  );
  await test.pool.query(`INSERT INTO "user" (id, name, email) VALUES ('u', 'U', 'u@example.org')`);
  await test.pool.query(
    `INSERT INTO session (id, token, user_id, expires_at) VALUES ('old', 'old', 'u', now()), ('new', 'new', 'u', now() + interval '1 day')`,
  );
  await cleaning.clean();
  expect(await count('audit_entry')).toBe(entries);
  expect(await count(`delivery WHERE status = 'PENDING'`)).toBe(1);
  for (const table of ['delivery', 'webhook_secret', 'upload_lock', 'session'])
    expect(await count(table), table).toBe(1);
});
