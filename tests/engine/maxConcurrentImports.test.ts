import { describe, expect, it } from 'vitest';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { csv, testEngine } from '../helpers/engine.ts';

const { signal } = new AbortController();
let lastPhone = 0;

function rows(count: number): string[][] {
  return Array.from({ length: count }, () => {
    lastPhone += 1;
    return ['Ada', `+1202${5_000_000 + lastPhone}`, ''];
  });
}

describe('a project that may run two imports at once', () => {
  const test = testEngine({ maxConcurrentImports: 2 });
  const start = (mode: 'SYNC' | 'ASYNC') => test.start({ source: csv(...rows(3)), mode });
  const startMany = async (count: number) => {
    const ids: string[] = [];
    while (ids.length < count) ids.push(await start('ASYNC'));
    return ids;
  };
  const statuses = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => String((await test.row(id)).status)));
  /** Imports whose plan somebody would take up now. */
  const due = async (): Promise<string[]> => {
    const { rows: jobs } = await test.pool.query(
      `SELECT singleton_key AS id FROM sluice.job WHERE name = 'plan' AND state = 'created' AND start_after <= now()`,
    );
    return jobs.map(({ id }) => id);
  };
  const forgetJobs = () => test.pool.query('DELETE FROM sluice.job');
  const endAll = () => test.pool.query(`UPDATE import SET status = 'CANCELLED'`);

  it('begins two of those that come together, however many processes plan them, and keeps the others queued', async () => {
    const ids = await startMany(8);
    await Promise.all(ids.map((id) => planImport(test.context, id, signal)));
    expect((await statuses(ids)).filter((status) => status === 'RUNNING')).toHaveLength(2);
    expect((await statuses(ids)).filter((status) => status === 'QUEUED')).toHaveLength(6);
    await endAll();
  });

  it.each(['pauseImport', 'cancelImport'] as const)('begins the one that waits longest after %s', async (command) => {
    const ids = await startMany(4);
    for (const id of ids) await planImport(test.context, id, signal);
    expect(await statuses(ids)).toEqual(['RUNNING', 'RUNNING', 'QUEUED', 'QUEUED']);
    await forgetJobs();
    await test.engine[command]('test', ids[0] ?? '');
    expect(await due()).toEqual([ids[2]]);
    for (const id of await due()) await planImport(test.context, id, signal);
    await Promise.all(ids.map((id) => planImport(test.context, id, signal)));
    expect((await statuses(ids)).slice(1)).toEqual(['RUNNING', 'RUNNING', 'QUEUED']);
    await endAll();
  });

  it('gives a place that is freed while somebody asks for it to them, and not to nobody', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [first = '', second = '', third = ''] = await startMany(3);
      for (const id of [first, second]) await planImport(test.context, id, signal);
      await forgetJobs();
      await Promise.all([planImport(test.context, third, signal), test.engine.cancelImport('test', first)]);
      if ((await statuses([third]))[0] !== 'RUNNING') expect(await due()).toEqual([third]);
      await endAll();
    }
  });

  it('makes jobs of a small import that finds no place, says so, and wakes it at once when there is one', async () => {
    const [first = '', second = ''] = await startMany(2);
    for (const id of [first, second]) await planImport(test.context, id, signal);
    await forgetJobs();
    const small = await start('SYNC');
    expect(await test.row(small)).toMatchObject({ status: 'QUEUED', mode: 'ASYNC' });
    expect((await test.row(small)).mode_reason).toEqual({ code: 'WAITING_FOR_SLOT' });
    expect(await due()).toEqual([]);
    await test.engine.cancelImport('test', first);
    expect(await due()).toEqual([small]);
    await endAll();
  });

  it('may have a number of its own, and keeps no other project waiting', async () => {
    await test.pool.query(`INSERT INTO project (id, name, max_concurrent_imports) VALUES ('narrow', 'Narrow', 1)`);
    const [first = '', second = ''] = await startMany(2);
    for (const id of [first, second]) await planImport(test.context, id, signal);
    const narrow = [
      await test.start({ projectId: 'narrow', source: csv(...rows(3)), mode: 'ASYNC' }),
      await test.start({ projectId: 'narrow', source: csv(...rows(3)), mode: 'ASYNC' }),
    ];
    for (const id of narrow) await planImport(test.context, id, signal);
    expect(await statuses(narrow)).toEqual(['RUNNING', 'QUEUED']);
    await endAll();
  });
});

describe('twelve imports of a project that may run two at once', () => {
  const test = testEngine({ maxConcurrentImports: 2, workers: true });

  it('all complete, and no third one ever begins beside two', async () => {
    // What happened, when: a begin once it has its place, an end before it is committed.
    await test.pool.query(`
      CREATE TABLE journal (n bigserial, change int);
      CREATE FUNCTION keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.status = 'RUNNING' AND OLD.status <> 'RUNNING' THEN INSERT INTO journal (change) VALUES (1); END IF;
        IF OLD.status = 'RUNNING' AND NEW.status <> 'RUNNING' THEN INSERT INTO journal (change) VALUES (-1); END IF;
        RETURN NEW; END $$;
      CREATE TRIGGER keep_journal AFTER UPDATE ON import FOR EACH ROW EXECUTE FUNCTION keep_journal();`);
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => test.start({ source: csv(...rows(40)), chunkSize: 10, mode: 'ASYNC' })),
    );
    for (const id of ids) expect(await test.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { created: 40 } });
    const { rows: journal } = await test.pool.query(
      'SELECT max(running)::int AS most FROM (SELECT sum(change) OVER (ORDER BY n) AS running FROM journal) story',
    );
    expect(journal).toEqual([{ most: 2 }]);
  });
});
