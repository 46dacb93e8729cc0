import { describe, expect, it } from 'vitest';
import { finishImport } from '../../server/engine/apply/finishImport.ts';
import { runChunks } from '../../server/engine/apply/runChunks.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { csv, type TestEngine, testEngine } from '../helpers/engine.ts';
import { textOf } from '../helpers/saying.ts';

import { until } from '../helpers/until.ts';

const person = (number: number, name = `P${number}`): string[] => [name, `+1617${5550000 + number}`, ''];
const people = (from: number, count: number): string[][] =>
  Array.from({ length: count }, (_, index) => person(from + index));

async function audit(test: TestEngine, id: string): Promise<string[]> {
  const { rows } = await test.pool.query('SELECT action FROM audit_entry WHERE import_id = $1 ORDER BY id', [id]);
  return rows.map((row) => row.action);
}

async function snapshot(test: TestEngine, id: string) {
  const [progress] = await test.engine.progress([id]);
  if (!progress) throw new Error('The import is gone.');
  return progress;
}

describe('pause, resume and cancel', () => {
  const test = testEngine({ workers: true });

  it('stops an import at work, keeps what is done, and goes on at the next pending row', async () => {
    const id = await test.start({ source: csv(...people(1, 5_000)), chunkSize: 10 });
    await until(async () => (await snapshot(test, id)).counts.created > 100, { what: 'the first rows' });
    await test.engine.pauseImport('ada', id);
    await test.engine.pauseImport('ada', id);
    const paused = await snapshot(test, id);
    expect(paused).toMatchObject({ status: 'PAUSED', statusReason: { code: 'PAUSED_BY', params: { who: 'ada' } } });
    expect(paused.counts.created).toBeLessThan(5_000);
    await test.engine.resumeImport('ada', id, {});
    expect(await test.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { total: 5_000, created: 5_000 } });
    expect(await audit(test, id)).toEqual(['START', 'PAUSE', 'RESUME']);
    const { rows } = await test.pool.query('SELECT count(*)::int FROM provenance WHERE import_id = $1', [id]);
    expect(rows).toEqual([{ count: 5_000 }]);
  });

  it('bites within a chunk that takes long, and leaves nothing of it', async () => {
    await test.pool.query(`
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.first_name = 'slow' THEN PERFORM pg_sleep(0.2); END IF; RETURN NEW; END $$;
      CREATE TRIGGER slow BEFORE INSERT ON contact FOR EACH ROW EXECUTE FUNCTION slow();`);
    // The check of each row's phone fails, so that the chunk is narrowed down in many statements.
    const rows = Array.from({ length: 600 }, (_, index) => [
      'slow',
      index % 8 === 0 ? 'none' : `+1618${5550000 + index}`,
      '',
    ]);
    const id = await test.start({ source: csv(...rows), chunkSize: 600 });
    await until(async () => (await snapshot(test, id)).status === 'RUNNING', { what: 'the start' });
    await test.engine.cancelImport('ada', id);
    const idle = async () => {
      const { rows: busy } = await test.pool.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND EXISTS (SELECT 1 FROM pg_stat_activity WHERE pg_stat_activity.pid = pg_locks.pid AND application_name = 'test-engine')`,
      );
      return busy.length === 0;
    };
    await until(idle, { what: 'the chunk runner to let go' });
    expect(await snapshot(test, id)).toMatchObject({ status: 'CANCELLED', counts: { created: 0, failed: 0 } });
    await test.pool.query('DROP TRIGGER slow ON contact');
  });

  it('refuses what the status does not allow', async () => {
    const id = await test.start({ source: csv(person(90_001)) });
    await test.ended(id);
    await expect(test.engine.pauseImport('ada', id)).rejects.toMatchObject({ name: 'Conflict' });
    await expect(test.engine.cancelImport('ada', id)).rejects.toMatchObject({ name: 'Conflict' });
    await expect(test.engine.resumeImport('ada', id, {})).rejects.toMatchObject({ name: 'Conflict' });
    const nobody = '01890000-0000-7000-8000-000000000000';
    await expect(test.engine.pauseImport('ada', nobody)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('failed rows', () => {
  const test = testEngine();

  it('are resolved by a correction, which is kept beside what came', async () => {
    const id = await test.start({
      source: csv(['', '+16175550001', 'x@example.org'], person(2), ['', '', 'x@example.org'], person(4)),
    });
    const before = await snapshot(test, id);
    expect(before).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { created: 2, failed: 2 } });
    await test.engine.retryFailedRows('ada', id, { corrections: [{ rowNumber: 1, values: { name: 'Ada' } }] });
    const after = await snapshot(test, id);
    expect(after).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      phase: 'RETRY',
      percent: 100,
      counts: { total: 4, created: 3, failed: 1, pending: 0 },
      errorSummary: [{ code: 'REQUIRED', field: 'name', count: 1 }],
    });
    const { rows } = await test.pool.query(
      'SELECT row_number, status, attempts, "values", corrected FROM failed_row WHERE import_id = $1 ORDER BY 1',
      [id],
    );
    expect(rows).toMatchObject([
      { row_number: 1, status: 'RESOLVED', attempts: 2, values: { name: '' }, corrected: { name: 'Ada' } },
      { row_number: 3, status: 'OPEN', attempts: 1, corrected: null },
    ]);
    await test.engine.retryFailedRows('ada', id, { corrections: [{ rowNumber: 1, values: { name: 'Ada' } }] });
    expect((await snapshot(test, id)).counts).toEqual(after.counts);
  });

  it('fail again with their new errors, and complete the import once none is left', async () => {
    const id = await test.start({ source: csv(['', '+16175550011', '']) });
    await test.engine.retryFailedRows('ada', id, {
      corrections: [{ rowNumber: 1, values: { name: 'Bo', phone: 'none' } }],
    });
    expect(await snapshot(test, id)).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      counts: { failed: 1 },
      errorSummary: [{ code: 'REFUSED_BY_DATABASE', count: 1 }],
    });
    await test.engine.retryFailedRows('ada', id, {
      corrections: [{ rowNumber: 1, values: { phone: '+16175550011' } }],
    });
    expect(await snapshot(test, id)).toMatchObject({
      status: 'COMPLETED',
      counts: { total: 1, created: 1, failed: 0 },
      errorSummary: [],
    });
    const { rows } = await test.pool.query('SELECT corrected FROM failed_row WHERE import_id = $1', [id]);
    expect(rows).toEqual([{ corrected: { name: 'Bo' } }]);
  });

  it('are discarded by what is wrong with them, and then count so', async () => {
    const id = await test.start({
      source: csv(['', '', 'x@example.org'], ['Cy', 'none', ''], ['Di', 'none', ''], person(20)),
    });
    await test.engine.discardFailedRows('ada', id, { code: 'REFUSED_BY_DATABASE' });
    expect(await snapshot(test, id)).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      counts: { total: 4, created: 1, failed: 1, discarded: 2 },
      errorSummary: [{ code: 'REQUIRED', count: 1 }],
    });
    await test.engine.retryImport('ada', id);
    expect(await snapshot(test, id)).toMatchObject({ counts: { failed: 1, discarded: 2 } });
    expect(await audit(test, id)).toEqual(['START', 'DISCARD_ROWS', 'RETRY_ROWS']);
  });

  it('are stored once, however often a retry of them is asked for before it has come', async () => {
    const id = await test.start({
      source: csv(...Array.from({ length: 501 }, () => ['', '', 'x@example.org'])),
      mode: 'ASYNC',
    });
    const { signal } = new AbortController();
    await planImport(test.context, id, signal);
    await runChunks(test.context, id, { signal, deadline: null });
    await finishImport(test.context, id);
    await test.engine.retryImport('ada', id);
    const asked = await snapshot(test, id);
    expect(asked).toMatchObject({ status: 'RUNNING', phase: 'RETRY' });
    await test.engine.retryImport('ada', id);
    await test.engine.retryFailedRows('ada', id, { filter: { rowNumbers: [7] } });
    expect(await snapshot(test, id)).toEqual(asked);
    // A correction is another matter: it may mend what waits.
    await test.engine.retryFailedRows('ada', id, { corrections: [{ rowNumber: 7, values: { name: 'Jo' } }] });
    await runChunks(test.context, id, { signal, deadline: null });
    const { rows } = await test.pool.query(
      'SELECT attempts, status, count(*)::int FROM failed_row WHERE import_id = $1 GROUP BY 1, 2 ORDER BY 1',
      [id],
    );
    expect(rows).toEqual([
      { attempts: 2, status: 'OPEN', count: 500 },
      { attempts: 3, status: 'RESOLVED', count: 1 },
    ]);
  });

  it('are checked without writing anything', async () => {
    const id = await test.start({ source: csv(['', '', 'e@example.org'], ['', '', 'f@example.org']) });
    const corrections = [
      { rowNumber: 1, values: { name: 'Ed' } },
      { rowNumber: 2, values: { email: 'g@example.org' } },
    ];
    const failing = await test.engine.checkRows(id, corrections);
    expect(failing).toMatchObject([
      { rowNumber: 2, values: { name: '', email: 'g@example.org' }, errors: [{ code: 'REQUIRED', field: 'name' }] },
    ]);
    expect(await snapshot(test, id)).toMatchObject({ counts: { failed: 2, created: 0 } });
  });

  it('that were ragged are mended by giving their cells', async () => {
    const bytes = Buffer.from('name,phone,email\nFay,+16175550031\nGus,+16175550032,g@example.org,more\n');
    const id = await test.start({ source: { kind: 'file', name: 'ragged.csv', bytes } });
    expect(await snapshot(test, id)).toMatchObject({ errorSummary: [{ code: 'RAGGED_ROW', count: 2 }] });
    await test.engine.retryFailedRows('ada', id, {});
    expect(await snapshot(test, id)).toMatchObject({ counts: { failed: 2 } });
    await test.engine.retryFailedRows('ada', id, {
      corrections: [
        { rowNumber: 1, values: { email: '' } },
        { rowNumber: 2, values: { column_4: '' } },
      ],
    });
    expect(await snapshot(test, id)).toMatchObject({ status: 'COMPLETED', counts: { created: 2, failed: 0 } });
  });

  it('are never all meant by an empty list, and a column that is not there is told', async () => {
    const id = await test.start({ source: csv(['', '', 'x@example.org']) });
    const empty = [{ filter: { rowNumbers: [] } }, { corrections: [] }];
    for (const input of empty) {
      await expect(test.engine.retryFailedRows('ada', id, input)).rejects.toMatchObject({ name: 'InvalidInput' });
    }
    const corrections = [{ rowNumber: 1, values: { nome: 'Hal' } }];
    await expect(test.engine.retryFailedRows('ada', id, { corrections })).rejects.toMatchObject({
      name: 'InvalidInput',
    });
  });
});

describe('the limit of errors', () => {
  const test = testEngine({ workers: true });

  it('stops an import early, and a higher one lets it go on', async () => {
    const rows = people(1, 1_000).map((row, index) => (index % 4 === 0 ? ['', '', 'x@example.org'] : row));
    const id = await test.start({ source: csv(...rows), chunkSize: 50, maxErrorRate: 0.1 });
    const stopped = await test.ended(id);
    expect(stopped).toMatchObject({ status: 'FAILED', counts: { created: 75, failed: 25 } });
    expect(textOf(stopped.statusReason)).toContain('25 of the first 100 rows failed');
    await test.engine.resumeImport('ada', id, { maxErrorRate: 0.5 });
    const ended = await test.ended(id);
    expect(ended).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { created: 750, failed: 250, pending: 0 } });
  });
});

describe('an import that ran within its request', () => {
  const test = testEngine();

  /** Kinds of work that a worker would take, now or later. */
  async function waiting(id: string): Promise<string[]> {
    const { rows } = await test.pool.query(
      `SELECT name FROM sluice.job WHERE singleton_key = $1 AND state = 'created'`,
      [id],
    );
    return rows.map(({ name }) => name);
  }

  it('is for jobs once it is resumed, and not before', async () => {
    const rows = people(80_001, 300).map(([name = '', phone = '', email = ''], index) =>
      index % 2 === 0 ? [name, phone, email] : [name, 'none', email],
    );
    const id = await test.start({ source: csv(...rows), mode: 'SYNC', chunkSize: 50, maxErrorRate: 0.2 });
    expect(await test.row(id)).toMatchObject({ status: 'FAILED' });
    expect(await waiting(id)).toEqual([]);
    await test.engine.resumeImport('ada', id, { maxErrorRate: 1 });
    await planImport(test.context, id, new AbortController().signal);
    expect(await waiting(id)).toContain('chunks');
  });

  it('does a few retried rows within theirs, and no worker comes in between', async () => {
    const id = await test.start({ source: csv(['', '+16055580401', 'a@in.example.com']), mode: 'SYNC' });
    expect(await test.row(id)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS' });
    const corrections = [{ rowNumber: 1, values: { name: 'Ada' } }];
    await test.engine.retryFailedRows('ada', id, { corrections });
    expect(await test.row(id)).toMatchObject({ status: 'COMPLETED' });
    expect(await waiting(id)).toEqual([]);
  });
});
