import { describe, expect, it } from 'vitest';
import { csv, type TestEngine, testEngine } from '../helpers/engine.ts';

const person = (number: number, name = `P${number}`): string[] => [name, `+1617${5550000 + number}`, ''];
const people = (from: number, count: number): string[][] =>
  Array.from({ length: count }, (_, index) => person(from + index));

async function undone(test: TestEngine, id: string) {
  await test.engine.undoImport('ada', id);
  const progress = await test.ended(id);
  const { rows } = await test.pool.query(
    'SELECT result, count(*)::int FROM undo_entry WHERE import_id = $1 GROUP BY 1 ORDER BY 1',
    [id],
  );
  return { progress, results: Object.fromEntries(rows.map((row) => [row.result, row.count])) };
}

const contacts = async (test: TestEngine, where = 'true') =>
  (await test.pool.query(`SELECT first_name, phone, email FROM contact WHERE ${where} ORDER BY phone, email`)).rows;

describe('undo', () => {
  const test = testEngine({ workers: true });

  it('takes back what the import created and changed, and keeps what was edited since by plain SQL', async () => {
    await test.ended(await test.start({ source: csv(person(1, 'Old'), person(2, 'Old')) }));
    const id = await test.start({ source: csv(...people(1, 1_200)), onDuplicate: 'UPDATE', chunkSize: 100 });
    expect(await test.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { created: 1_198, updated: 2 } });
    await test.pool.query(`UPDATE contact SET first_name = 'Edited' WHERE phone IN ('+16175550002', '+16175550700')`);
    expect(await test.engine.undoPreview(id)).toEqual({ reversed: 1_198, kept: 2, errored: 0 });
    const { progress, results } = await undone(test, id);
    expect(results).toEqual({ REVERSED: 1_198, KEPT: 2 });
    expect(progress).toMatchObject({ status: 'UNDONE', phase: 'UNDO', percent: 100, counts: { created: 1_198 } });
    expect(await contacts(test)).toEqual([
      { first_name: 'Old', phone: '+16175550001', email: null },
      { first_name: 'Edited', phone: '+16175550002', email: null },
      { first_name: 'Edited', phone: '+16175550700', email: null },
    ]);
    const { rows } = await test.pool.query(`SELECT DISTINCT reason FROM undo_entry WHERE result = 'KEPT'`);
    expect(rows).toEqual([{ reason: { code: 'RECORD_CHANGED', params: { fields: ['firstName'] } } }]);
  });

  it('keeps what a later import touched, until that one is undone', async () => {
    const first = await test.start({ source: csv(person(5_001, 'Ann'), person(5_002, 'Bob')) });
    await test.ended(first);
    const second = await test.start({
      source: csv(['Ann B', '+16175555001', 'ann@example.org']),
      onDuplicate: 'UPDATE',
    });
    await test.ended(second);
    expect((await undone(test, first)).results).toEqual({ REVERSED: 1, KEPT: 1 });
    expect((await undone(test, second)).results).toEqual({ REVERSED: 1 });
    const mine = `phone LIKE '+1617555500_'`;
    expect(await contacts(test, mine)).toEqual([{ first_name: 'Ann', phone: '+16175555001', email: null }]);
    expect(await test.engine.undoPreview(first)).toEqual({ reversed: 1, kept: 0, errored: 0 });
    expect((await undone(test, first)).results).toEqual({ REVERSED: 2 });
    expect(await contacts(test, mine)).toEqual([]);
    expect(await test.engine.undoPreview(first)).toBeNull();
  });

  it('follows a record through several rows of the import back to before the first', async () => {
    await test.ended(await test.start({ source: csv(person(6_001, 'Start')) }));
    const rows = [person(6_001, 'One'), person(6_001, 'Two'), ['Three', '+16175556001', 't@example.org']];
    const id = await test.start({ source: csv(...rows), onDuplicate: 'UPDATE', chunkSize: 1 });
    await test.ended(id);
    await undone(test, id);
    expect(await contacts(test, `phone = '+16175556001'`)).toEqual([
      { first_name: 'Start', phone: '+16175556001', email: null },
    ]);
  });

  it('lists what the database refuses to take back, and takes back the rest', async () => {
    await test.pool.query(`
      CREATE TABLE deal (contact_id uuid REFERENCES contact (id));
    `);
    const id = await test.start({ source: csv(...people(7_001, 50)) });
    await test.ended(id);
    await test.pool.query(`INSERT INTO deal SELECT id FROM contact WHERE phone IN ('+16175557003', '+16175557031')`);
    expect((await undone(test, id)).results).toEqual({ REVERSED: 48, ERRORED: 2 });
    await test.pool.query('TRUNCATE deal');
    expect((await undone(test, id)).results).toEqual({ REVERSED: 50 });
  });

  it('is refused of a dry run and of an import at work, and tells the same when asked twice', async () => {
    const dry = await test.start({ source: csv(person(8_001)), dryRun: true });
    await expect(test.engine.undoImport('ada', dry)).rejects.toMatchObject({ name: 'Conflict' });
    const id = await test.start({ source: csv(...people(8_001, 2_000)), chunkSize: 1 });
    await expect(test.engine.undoImport('ada', id)).rejects.toMatchObject({ name: 'Conflict' });
    await test.engine.cancelImport('ada', id);
    await test.engine.undoImport('ada', id);
    await test.engine.undoImport('ada', id);
    expect(await test.ended(id)).toMatchObject({ status: 'UNDONE' });
    expect(await contacts(test, `phone LIKE '+161755580__'`)).toEqual([]);
  });
});
