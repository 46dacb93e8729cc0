import { describe, expect, it } from 'vitest';
import { csv, testEngine } from '../helpers/engine.ts';
import { until } from '../helpers/until.ts';

let lastPhone = 0;

function rows(count: number): string[][] {
  return Array.from({ length: count }, () => {
    lastPhone += 1;
    return ['Ada', `+1202${5_000_000 + lastPhone}`, ''];
  });
}

describe('one process that plans large files', () => {
  const test = testEngine({ workers: true, turnMs: 100 });

  it('plans a small one of another project meanwhile, whatever the format of the large ones', async () => {
    await test.pool.query(`INSERT INTO project (id, name) VALUES ('large', 'Large')`);
    // A disk on which the chunks of the large ones take half a minute.
    await test.pool.query(`
      CREATE FUNCTION slow_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT project_id FROM import WHERE id = NEW.import_id) = 'large' THEN PERFORM pg_sleep(0.02); END IF;
        RETURN NEW; END $$;
      CREATE TRIGGER slow_disk BEFORE INSERT ON import_chunk FOR EACH ROW EXECUTE FUNCTION slow_disk();`);
    const people = rows(3_000).map(([name, phone]) => ({ name, phone, note: 'x'.repeat(400) }));
    const json = { kind: 'file', name: 'people.json', bytes: Buffer.from(JSON.stringify(people)) } as const;
    const large: string[] = [];
    for (const source of [csv(...rows(3_000)), csv(...rows(3_000)), json, json]) {
      large.push(await test.start({ projectId: 'large', source, chunkSize: 2, mode: 'ASYNC', dryRun: true }));
    }
    const planned = async () => {
      const sql = 'SELECT count(*)::int AS some FROM import WHERE id = ANY($1) AND planned';
      return (await test.pool.query(sql, [large])).rows[0].some;
    };
    const begun = async () => {
      const sql = 'SELECT count(*)::int AS all FROM import WHERE id = ANY($1) AND rows_read > 0';
      return (await test.pool.query(sql, [large])).rows[0].all === large.length;
    };
    await until(begun, { what: 'the plans of the large ones to begin' });
    for (const source of [csv(...rows(30)), { ...json, bytes: Buffer.from(JSON.stringify(people.slice(0, 30))) }]) {
      const small = await test.start({ source, mode: 'ASYNC', dryRun: true });
      expect(await test.ended(small)).toMatchObject({ status: 'COMPLETED', counts: { total: 30 } });
    }
    expect(await planned()).toBe(0);
    for (const id of large) await test.engine.cancelImport('test', id);
    await test.pool.query('DROP TRIGGER slow_disk ON import_chunk');
  });
});

describe('one process with more large imports than it has lanes', () => {
  const test = testEngine({ workers: true, turnMs: 200 });

  it('does not keep a small import of another project waiting until one of them is done', async () => {
    await test.pool.query(`INSERT INTO project (id, name) VALUES ('large', 'Large')`);
    // Two thousand chunks each: none comes to its end within the turns that a small one waits for.
    const large: string[] = [];
    while (large.length < 5) {
      large.push(await test.start({ projectId: 'large', source: csv(...rows(4_000)), chunkSize: 2, mode: 'ASYNC' }));
    }
    const done = async (): Promise<number[]> => {
      const { rows: found } = await test.pool.query('SELECT chunks_done FROM import WHERE id = ANY($1) ORDER BY id', [
        large,
      ]);
      return found.map(({ chunks_done }) => chunks_done);
    };
    await until(async () => (await done()).filter((chunks) => chunks > 0).length >= 4, {
      what: 'all lanes to be taken',
    });
    const small = await test.start({ source: csv(...rows(600)), mode: 'ASYNC' });
    expect(await test.ended(small)).toMatchObject({ status: 'COMPLETED', counts: { created: 600 } });
    const after = await done();
    // Each of the large ones is still far from its 2,000 chunks.
    expect(Math.max(...after)).toBeLessThan(2_000);
    const snapshots = await test.engine.progress(large);
    expect(snapshots.every(({ status }) => status === 'RUNNING')).toBe(true);
    for (const id of large) await test.engine.cancelImport('test', id);
  });
});

describe('fifty imports at once', () => {
  const test = testEngine({ workers: true, maxConcurrentImports: 5 });

  it('all complete, and exhaust neither this process nor the database', async () => {
    const ids = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const projectId = `p${index % 5}`;
        await test.pool.query(`INSERT INTO project (id, name) VALUES ($1, $1) ON CONFLICT DO NOTHING`, [projectId]);
        return test.start({
          projectId,
          source: csv(...rows(20)),
          chunkSize: 10,
          mode: index % 2 === 0 ? 'ASYNC' : 'SYNC',
        });
      }),
    );
    let most = 0;
    const ended = await until(
      async () => {
        const { rows: found } = await test.pool.query(
          `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'test') AS open,
                  (SELECT count(*)::int FROM import WHERE status = 'COMPLETED' AND created = 20) AS completed`,
        );
        most = Math.max(most, found[0].open);
        return found[0].completed === ids.length;
      },
      { what: 'all fifty to complete' },
    );
    expect(ended).toBe(true);
    // The pool of the test's engine has 10; pg-boss has 4, and one on which it listens. Postgres counts one that was closed
    // for a moment beside the one that took its place.
    expect(most).toBeLessThan(2 * 15);
    expect(test.pool.waitingCount).toBe(0);
  });
});
