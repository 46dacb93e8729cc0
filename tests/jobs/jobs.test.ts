import { describe, expect, it } from 'vitest';
import { createReconciler } from '../../server/jobs/reconciler.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { until } from '../helpers/until.ts';

/** Rows with numbers from `from` on; every tenth has no name and fails. */
function rows(from: number, count: number): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return [number % 10 === 0 ? '' : `P${number}`, `+1617${5550000 + number}`, `p${number}@example.org`];
  });
}

describe('an import as jobs', () => {
  const test = testEngine({ workers: true });

  it('is planned, processed and finished, every row once', async () => {
    const id = await test.start({ source: csv(...rows(1, 3_000)), chunkSize: 100 });
    const progress = await test.ended(id);
    expect(progress).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      percent: 100,
      counts: { total: 3_000, created: 2_700, failed: 300, pending: 0 },
      chunks: { total: 30, done: 30, failed: 0, pending: 0 },
      errorSummary: [{ code: 'REQUIRED', field: 'name', count: 300 }],
    });
    const { rows: touched } = await test.pool.query(
      'SELECT count(*)::int, count(DISTINCT row_number)::int AS rows FROM provenance WHERE import_id = $1',
      [id],
    );
    expect(touched).toEqual([{ count: 2_700, rows: 2_700 }]);
  });

  it('interleaves with another import of the same records, and each finds what the other wrote', async () => {
    const shared = rows(10_001, 1_500);
    const ids = await Promise.all([
      test.start({ source: csv(...shared), chunkSize: 50 }),
      test.start({ source: csv(...shared.toReversed()), chunkSize: 50 }),
    ]);
    const ended = await Promise.all(ids.map((id) => test.ended(id)));
    const sum = (key: 'created' | 'updated' | 'unchanged') => ended.reduce((total, one) => total + one.counts[key], 0);
    expect(sum('created')).toBe(1_350);
    expect(sum('unchanged')).toBe(1_350);
    const { rows: contacts } = await test.pool.query(
      `SELECT count(*)::int FROM contact WHERE first_name LIKE 'P1____'`,
    );
    expect(contacts).toEqual([{ count: 1_350 }]);
  });

  it('waits and tries again when the environment fails, keeps the history, and loses nothing', async () => {
    // A disk that is full for the first two tries of one chunk. A sequence keeps its count over a rollback.
    await test.pool.query(`
      CREATE SEQUENCE full_disk;
      CREATE FUNCTION fill_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.first_name = 'P20150' AND nextval('full_disk') <= 2 THEN
          RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
        END IF; RETURN NEW; END $$;
      CREATE TRIGGER fill_disk BEFORE INSERT ON contact FOR EACH ROW EXECUTE FUNCTION fill_disk();`);
    const failing = rows(20_001, 600);
    failing[149] = ['P20150', '+16175570150', ''];
    const id = await test.start({ source: csv(...failing), chunkSize: 100 });
    const progress = await test.ended(id);
    expect(progress).toMatchObject({
      counts: { total: 600, created: 541, failed: 59 },
      chunks: { done: 6, failed: 0 },
    });
    const { rows: chunks } = await test.pool.query(
      'SELECT index, attempts FROM import_chunk WHERE import_id = $1 AND attempts <> $2 ORDER BY index',
      [id, '[]'],
    );
    expect(chunks).toMatchObject([{ index: 1, attempts: [{ code: '53100' }, { code: '53100' }] }]);
    await test.pool.query('DROP TRIGGER fill_disk ON contact');
  });

  it('goes on by itself when every job is lost', async () => {
    const id = await test.start({ source: csv(...rows(30_001, 2_000)), chunkSize: 10 });
    await until(async () => Number((await test.row(id)).next_chunk) > 5, { what: 'the first chunks' });
    await test.pool.query('DELETE FROM sluice.job');
    const reconciler = createReconciler(test.context);
    await reconciler.start();
    await reconciler.stop();
    expect(await test.ended(id)).toMatchObject({ counts: { total: 2_000, created: 1_800, failed: 200 } });
  });
});
