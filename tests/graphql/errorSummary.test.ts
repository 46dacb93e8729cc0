import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';
import { until } from '../helpers/until.ts';

const api = testApi();

test('counts and errorSummary of a query are of one moment, whatever is committed while they are read', async () => {
  const id = await api.engine.start({ source: csv(['Ada', '+12025550101', ''], ['', '+12025550102', '']) });
  const other = await api.engine.pool.connect();
  // What reads the error groups waits until the next row has failed.
  await other.query('BEGIN');
  await other.query('LOCK TABLE import_error_group IN ACCESS EXCLUSIVE MODE');
  const asked = api.graphql(
    `query ($id: ID!) { import(id: $id) { counts { total created failed } errorSummary { code count } } }`,
    { id },
  );
  const waits = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'import_error_group'::regclass`;
  await until(async () => (await other.query(waits)).rowCount === 1, { what: 'the query to read the error groups' });
  await other.query('UPDATE import SET created = created - 1, failed = failed + 1 WHERE id = $1', [id]);
  await other.query('UPDATE import_error_group SET count = count + 1 WHERE import_id = $1', [id]);
  await other.query('COMMIT');
  other.release();
  expect((await asked).data.import).toEqual({
    counts: { total: 2, created: 0, failed: 2 },
    errorSummary: [{ code: 'REQUIRED', count: 2 }],
  });
});
