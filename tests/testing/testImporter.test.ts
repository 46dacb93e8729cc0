import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { defineImporter, RetryLater, tableImporter, text } from '../../server/sdk/index.ts';
import { testImporter } from '../../server/testing/index.ts';
import '../setup/provided.ts';
import { shelf } from './shelf.ts';

// The Postgres of this run, as an author's DATABASE_URL names theirs.
process.env.DATABASE_URL = inject('cluster').adminUrl;

test('a few rows run through the real engine: outcomes, records, failed rows, changes and warnings', async () => {
  const tested = await testImporter(
    shelf,
    [
      { ISBN: '111', Title: 'One' },
      { ISBN: '1', Title: 'Short' },
      { ISBN: '222', Title: null },
      { ISBN: '111', Title: 'Uno' },
      { ISBN: '333', Title: 'throws' },
      { ISBN: '444', Title: 'Four' },
    ],
    { options: { place: 'A' }, onDuplicate: 'UPDATE', records: [{ isbn: '444', title: 'Four', place: 'A' }] },
  );
  expect(tested.outcomes).toEqual(['CREATED', 'FAILED', 'CREATED', 'UPDATED', 'FAILED', 'UNCHANGED']);
  expect(tested.records).toEqual([
    { isbn: '111', title: 'Uno', place: 'A' },
    { isbn: '222', title: null, place: 'A' },
    { isbn: '444', title: 'Four', place: 'A' },
  ]);
  expect(tested.failedRows).toMatchObject([
    {
      rowNumber: 2,
      values: { ISBN: '1' },
      errors: [{ code: 'SHORT_ISBN', column: 'ISBN', message: 'Give all of it, not 1.' }],
    },
    { rowNumber: 5, errors: [{ code: 'IMPORTER_ERROR', message: expect.stringContaining('no such book') }] },
  ]);
  expect(tested.changes.at(-1)).toEqual({
    rowNumber: 4,
    outcome: 'UPDATED',
    fields: [{ field: 'title', before: 'One', after: 'Uno' }],
  });
  expect(tested.warnings).toEqual([{ code: 'NO_TITLE', message: 'Some books have no title.', count: 1 }]);
  expect(tested).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { total: 6, created: 2, failed: 2 } });
});

test('what the author says of duplicates, chunks, mapping and dry runs holds', async () => {
  const rows = [
    { Nummer: '111', Titel: 'One' },
    { Nummer: '111', Titel: 'Uno' },
  ];
  const mapping = { Nummer: 'isbn', Titel: null };
  const failing = await testImporter(shelf, rows, { mapping, onDuplicate: 'FAIL', chunkSize: 1 });
  expect(failing.outcomes).toEqual(['CREATED', 'FAILED']);
  expect(failing.failedRows[0]?.errors[0]?.code).toBe('DUPLICATE');
  expect(failing.records).toEqual([{ isbn: '111', title: null, place: null }]);
  const dry = await testImporter(shelf, rows, { mapping, dryRun: true });
  expect(dry.outcomes).toEqual(['CREATED', 'UNCHANGED']);
  expect(dry.records).toEqual([]);
});

test('options that are none, and an importer that wants to wait, are told', async () => {
  await expect(testImporter(shelf, [{ ISBN: '1' }], { options: { place: 3 as never } })).rejects.toThrow(
    /Expected a text/,
  );
  const waiting = defineImporter({
    ...shelf,
    matchKeys() {
      throw new RetryLater('the catalogue is away');
    },
  });
  await expect(testImporter(waiting, [{ ISBN: '111' }])).rejects.toThrow(/did not come to its end/);
});

test('nothing is left of the databases', async () => {
  const client = new pg.Client({ connectionString: inject('cluster').adminUrl });
  await client.connect();
  await testImporter(shelf, [{ ISBN: '111' }]);
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'sluice_test\\_%'`);
  await client.end();
  expect(rows).toEqual([]);
});

test('mistakes of an author fail to compile', () => {
  const fields = { isbn: text({ label: 'ISBN', required: true }), title: text({ label: 'Title' }) };
  const book = { name: 'books', label: 'Books', table: 'book', fields };
  // @ts-expect-error: not every book has a title
  tableImporter({ ...book, match: 'title' });
  // @ts-expect-error: there is no such field
  tableImporter({ ...book, match: 'isbn', record: (values) => ({ ...values, title: values.titel }) });
  // @ts-expect-error: a title may be empty
  tableImporter({ ...book, match: 'isbn', record: (values) => ({ ...values, title: values.title.trim() }) });
  // @ts-expect-error: there is no such policy
  tableImporter({ ...book, match: 'isbn', duplicatePolicies: ['REPLACE'] });
  const good = tableImporter({ ...book, match: 'isbn', record: (values) => ({ ...values, isbn: values.isbn.trim() }) });
  // @ts-expect-error: the option is no number
  void (() => testImporter(shelf, [], { options: { place: 3 } }));
  expect(good.matchKeys({ isbn: '111', title: null }, {})).toEqual([{ key: 'isbn', value: '111' }]);
});
