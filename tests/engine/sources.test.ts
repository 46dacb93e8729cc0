import { expect, test } from 'vitest';
import type { JobQueue } from '../../server/engine/model/context.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { saying } from '../helpers/saying.ts';
import { number, style, workbook } from '../sources/xlsx/workbook.ts';

const engine = testEngine();

async function names(like: string): Promise<string[]> {
  const { rows } = await engine.pool.query('SELECT first_name FROM contact WHERE first_name LIKE $1 ORDER BY 1', [
    like,
  ]);
  return rows.map(({ first_name: name }) => name);
}

async function failedRows(importId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await engine.pool.query(
    'SELECT row_number, line, values, status FROM failed_row WHERE import_id = $1 ORDER BY row_number',
    [importId],
  );
  return rows;
}

test('a sheet is imported; a failed row shows its cells and its line in the sheet, and is corrected', async () => {
  const bytes = workbook([
    {
      name: 'People',
      rows: [
        ['Sheet of people'],
        [],
        ['name', 'phone', 'zip'],
        ['Sheet one', '+12025550101', number(2134, style.zip)],
        [null, '+12025550102', number(501, style.zip)],
      ],
    },
  ]);
  const id = await engine.start({ source: { kind: 'file', name: 'people.xlsx', bytes } });
  expect(await engine.row(id)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', created: 1, failed: 1 });
  expect(await failedRows(id)).toEqual([
    { row_number: 2, line: 5, values: { name: '', phone: '+12025550102', zip: '00501' }, status: 'OPEN' },
  ]);
  await engine.engine.retryFailedRows('test', id, { corrections: [{ rowNumber: 2, values: { name: 'Sheet two' } }] });
  expect(await names('Sheet%')).toEqual(['Sheet one', 'Sheet two']);
});

test('a sheet that is said is read, and one that is not there fails the import with those there are', async () => {
  const bytes = workbook([
    { name: 'First', rows: [['name'], ['Wrong sheet']] },
    { name: 'Second', rows: [['name'], ['Right sheet']] },
  ]);
  const source = { kind: 'file', name: 'people.xlsx', bytes } as const;
  await engine.start({ source, format: { sheet: 'Second' } });
  expect(await names('%sheet')).toEqual(['Right sheet']);
  const id = await engine.start({ source, format: { sheet: 'Third' } });
  expect(await engine.row(id)).toMatchObject({ status: 'FAILED', status_reason: saying('"First"') });
});

test('rows with too few and too many cells are corrected and retried', async () => {
  const source = csv(
    ['Ragged few'],
    ['Ragged many', '+12025550111', 'a@example.com', 'more', 'cells'],
    ['Ragged no', '', ''],
  );
  const id = await engine.start({ source });
  expect(await engine.row(id)).toMatchObject({ created: 1, failed: 2 });
  const [few, many] = await failedRows(id);
  expect(few).toMatchObject({ row_number: 1, values: { name: 'Ragged few' } });
  expect(many?.values).toMatchObject({ name: 'Ragged many', column_4: 'more', column_5: 'cells' });
  const retry = (rowNumber: number, values: Record<string, string | null>) =>
    engine.engine.retryFailedRows('test', id, { corrections: [{ rowNumber, values }] });

  await retry(1, { phone: '+12025550110' });
  expect(await names('Ragged few')).toEqual(['Ragged few']);
  await retry(2, { column_4: '' });
  expect(await names('Ragged many')).toEqual([]);
  await retry(2, { column_5: null });
  expect(await names('Ragged many')).toEqual(['Ragged many']);
  expect(await engine.row(id)).toMatchObject({ status: 'COMPLETED', created: 3, failed: 0 });
});

test('a source that cannot be sought and has changed since a plan stopped fails the import, and says so', async () => {
  const people = (first: string) =>
    Buffer.from(
      JSON.stringify(Array.from({ length: 3_000 }, (_, index) => ({ name: index === 0 ? first : `P${index}` }))),
    );
  const source = { kind: 'file', name: 'people.json', bytes: people('Before') } as const;
  const stopped = async (mode: 'ASYNC') => {
    const id = await engine.start({ source, mode, dryRun: true });
    const stop = new AbortController();
    let woken = 0;
    const jobs: JobQueue = {
      ...engine.context.jobs,
      async wake(...args) {
        // The second time, 1,100 rows are stored.
        if (args[1] === 'chunks') woken += 1;
        if (woken === 2) stop.abort(new Error('the worker ends'));
        await engine.context.jobs.wake(...args);
      },
    };
    await expect(planImport({ ...engine.context, jobs }, id, stop.signal)).rejects.toThrow('the worker ends');
    expect(await engine.row(id)).toMatchObject({ planned: false });
    return id;
  };
  const same = await stopped('ASYNC');
  await planImport(engine.context, same, new AbortController().signal);
  expect(await engine.row(same)).toMatchObject({ planned: true, rows_read: 3_000 });

  const changed = await stopped('ASYNC');
  const { source: ref } = (await engine.row(changed)) as { source: { fileId: string } };
  await engine.pool.query('UPDATE stored_file_part SET data = $2 WHERE file_id = $1', [ref.fileId, people('Behind')]);
  await planImport(engine.context, changed, new AbortController().signal);
  expect(await engine.row(changed)).toMatchObject({
    ...{ status: 'FAILED', status_reason: saying('has changed') },
  });
});

test('inline rows keep their places: a blank one is a row of its own, and fails', async () => {
  const rows = [{ name: 'Inline one' }, { name: '' }, {}, { name: 'Inline four' }];
  const id = await engine.start({ source: { kind: 'rows', rows } });
  expect(await engine.row(id)).toMatchObject({ created: 2, failed: 2 });
  expect(await failedRows(id)).toMatchObject([{ row_number: 2 }, { row_number: 3 }]);
});

test('blank rows of a file are left out and counted, whatever its kind', async () => {
  const bytes = Buffer.from('[{"name":"Blank one"},{"name":"","phone":null},{},{"name":"Blank two"}]');
  const id = await engine.start({ source: { kind: 'file', name: 'people.json', bytes } });
  expect(await engine.row(id)).toMatchObject({ status: 'COMPLETED', created: 2, failed: 0 });
  const { rows } = await engine.pool.query('SELECT code, count FROM import_warning WHERE import_id = $1', [id]);
  expect(rows).toEqual([{ code: 'BLANK_ROWS', count: 2 }]);
});
