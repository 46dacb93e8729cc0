import { afterEach, describe, expect, it } from 'vitest';
import { runChunks } from '../../server/engine/apply/runChunks.ts';
import { lockRecords } from '../../server/engine/store/cursor.ts';
import { listUnfinished } from '../../server/engine/store/imports.ts';
import { defineImporter } from '../../server/sdk/index.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { people } from '../helpers/people.ts';
import { until } from '../helpers/until.ts';

let beforeRows: (() => Promise<void>) | null = null;
/** People, before the first of whom is applied something happens once. */
const interrupted = defineImporter({
  ...people,
  store: {
    ...people.store,
    async open(db) {
      const happens = beforeRows;
      beforeRows = null;
      await happens?.();
      return people.store.open ? people.store.open(db) : people.store;
    },
  },
});

let lastPhone = 0;

function rows(count: number): string[][] {
  return Array.from({ length: count }, () => {
    lastPhone += 1;
    return ['Ada', `+1203${5_000_000 + lastPhone}`, ''];
  });
}

afterEach(() => {
  beforeRows = null;
});

describe('a SYNC import beside workers', () => {
  const test = testEngine({ workers: true, importers: [interrupted] });
  const startedWith = async (input: Partial<Parameters<typeof test.start>[0]> = {}) => {
    const id = await test.start({ source: csv(...rows(30)), mode: 'SYNC', chunkSize: 10, ...input });
    return { id, answer: await test.row(id) };
  };
  const running = async () => {
    const { rows: found } = await test.pool.query(`SELECT id FROM import WHERE status = 'RUNNING'`);
    return found.length === 1 && String(found[0].id);
  };

  it('is done when the answer comes, and no job was sent for it', async () => {
    const { id, answer } = await startedWith();
    expect(answer).toMatchObject({ status: 'COMPLETED', mode: 'SYNC', created: 30 });
    const { rows: jobs } = await test.pool.query('SELECT name, state FROM sluice.job WHERE singleton_key = $1', [id]);
    expect(jobs).toEqual([]);
  });

  it('is done when the answer comes, though several end while others begin', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => startedWith()));
    for (const { answer } of answers) expect(answer).toMatchObject({ status: 'COMPLETED', created: 30 });
  });

  it('is done when the answer comes, though another process applied its rows meanwhile', async () => {
    const signal = new AbortController().signal;
    beforeRows = async () => {
      const id = await until(running, { what: 'the import to begin' });
      await runChunks(test.context, id, { signal, deadline: null });
    };
    expect((await startedWith()).answer).toMatchObject({ status: 'COMPLETED', created: 30 });
  });

  it('is done when the answer comes, though the environment failed a chunk', async () => {
    // A disk that is full for one try. A sequence keeps its count over a rollback.
    await test.pool.query(`
      CREATE SEQUENCE full_disk;
      CREATE FUNCTION fill_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('full_disk') = 1 THEN
          RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
        END IF; RETURN NEW; END $$;
      CREATE TRIGGER fill_disk BEFORE INSERT ON contact FOR EACH ROW EXECUTE FUNCTION fill_disk();`);
    const { id, answer } = await startedWith();
    expect(answer).toMatchObject({ status: 'COMPLETED', created: 30 });
    const { rows: chunks } = await test.pool.query('SELECT attempts FROM import_chunk WHERE import_id = $1', [id]);
    expect(chunks.flatMap(({ attempts }) => attempts)).toMatchObject([{ code: '53100' }]);
    await test.pool.query('DROP TRIGGER fill_disk ON contact');
  });

  it('is done when a second request with its idempotency key is answered', async () => {
    const input = { source: csv(...rows(30)), idempotencyKey: 'once' };
    const { requests } = await test.context.database.transaction(async (tx) => {
      await lockRecords(tx, { projectId: 'demo', importId: '' }, 'people', false);
      const first = startedWith(input);
      await until(running, { what: 'the import to begin' });
      return { requests: [first, startedWith(input)] };
    });
    const [first, second] = await Promise.all(requests);
    expect(second?.id).toBe(first?.id);
    expect(second?.answer).toMatchObject({ status: 'COMPLETED', created: 30 });
  });
});

describe('an import that a request works on', () => {
  const test = testEngine();
  const ids = async (which: 'all' | 'abandoned') =>
    (await listUnfinished(test.context.database, which)).map(({ id, kind }) => ({ id, kind }));
  /** As if its process had stopped in the middle, so long ago. */
  const leftBehind = async (
    mode: 'SYNC' | 'ASYNC',
    seconds: number,
    state = `status = 'QUEUED', started_at = NULL, planned = false`,
  ) => {
    const id = await test.start({ source: csv(...rows(3)), mode });
    await test.pool.query(`UPDATE import SET ${state}, updated_at = now() - make_interval(secs => $2) WHERE id = $1`, [
      id,
      seconds,
    ]);
    return id;
  };
  const endAll = () => test.pool.query(`UPDATE import SET status = 'CANCELLED'`);

  it('is left to it as long as it changes, and is for jobs once it has not changed for 10 s', async () => {
    await leftBehind('SYNC', 9);
    expect(await ids('all')).toEqual([]);
    await endAll();
    const begun = [
      { id: await leftBehind('SYNC', 11), kind: 'plan' },
      { id: await leftBehind('SYNC', 11, `status = 'RUNNING', next_chunk = 0`), kind: 'chunks' },
      { id: await leftBehind('SYNC', 11, `status = 'RUNNING'`), kind: 'finish' },
    ];
    expect(await ids('abandoned')).toEqual(begun);
    expect(await ids('all')).toEqual(begun);
    await endAll();
  });

  it('is told from those that jobs work on, which are looked at less often', async () => {
    const byJobs = [
      await leftBehind('ASYNC', 11),
      await leftBehind('ASYNC', 11, `status = 'RUNNING', started_at = now()`),
      // Resumed, and waiting for its turn.
      await leftBehind('SYNC', 11, `status = 'QUEUED'`),
    ];
    const retried = await leftBehind('ASYNC', 11, `status = 'RUNNING', phase = 'RETRY'`);
    expect((await ids('abandoned')).map(({ id }) => id)).toEqual([retried]);
    expect((await ids('all')).map(({ id }) => id)).toEqual([...byJobs, retried]);
    await endAll();
  });
});
