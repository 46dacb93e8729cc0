import { expect, it } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { lockRecords } from '../../server/engine/store/cursor.ts';
import { createDatabase } from '../../server/engine/store/database.ts';
import { testDatabase } from '../helpers/database.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

const database = testDatabase();
const API_KEY = 'slk_a-key-for-killed-requests';
const ROWS = Array.from({ length: 120 }, (_, index) => ({ Name: 'Ann', Email: `ann${index}@killed.example` }));
const START = `mutation ($input: StartImportInput!) { startImport(input: $input) {
  ... on StartImportSuccess { data { id status mode counts { created } } } ... on Error { message } } }`;

async function startSync(port: number): Promise<unknown> {
  const source = { rows: ROWS };
  const input = { projectId: 'demo', importer: 'contacts', mode: 'SYNC', chunkSize: 50, idempotencyKey: 'k', source };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({ query: START, variables: { input } }),
  });
  return response.json();
}

async function startServer(dataDir: string) {
  const port = await freePort();
  const server = runSluice('serve', {
    ...{ DATABASE_URL: database.url, SLUICE_DATA_DIR: dataDir, PORT: String(port) },
    ...{ SLUICE_ADMIN_API_KEY: API_KEY, SLUICE_LOG_LEVEL: 'error' },
  });
  await server.ready();
  return { port, server };
}

it('a SYNC import whose server is killed is done by another one, which answers the repeated request', async () => {
  const dataDir = await dataFolder();
  const first = await startServer(dataDir);
  const second = await startServer(dataDir);
  const { killed, answer } = await createDatabase(database.pool).transaction(async (tx) => {
    // Its rows cannot be applied before the server is dead.
    await lockRecords(tx, { projectId: 'demo', importId: '' }, 'contacts', false);
    const asked = startSync(first.port).then(
      () => 'answered',
      () => 'cut off',
    );
    const sql = `SELECT FROM import WHERE planned AND idempotency_key = 'k'`;
    const planned = async () => (await tx.query(sql)).length > 0;
    await until(planned, { what: 'the import to be planned' });
    first.server.signal('SIGKILL');
    await first.server.ended();
    // As if that were long ago: a request that works on an import has 10 s between its changes.
    await database.pool.query(`UPDATE import SET updated_at = now() - interval '10 s'`);
    return { killed: await asked, answer: startSync(second.port) };
  });
  expect(killed).toBe('cut off');
  expect(await answer).toMatchObject({
    data: { startImport: { data: { status: 'COMPLETED', mode: 'SYNC', counts: { created: ROWS.length } } } },
  });
  const { rows: touched } = await database.pool.query(
    `SELECT count(*)::int, count(DISTINCT row_number)::int AS rows
       FROM provenance JOIN import ON import.id = import_id WHERE idempotency_key = 'k'`,
  );
  expect(touched).toEqual([{ count: ROWS.length, rows: ROWS.length }]);
});
