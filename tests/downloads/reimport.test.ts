import { expect, test } from 'vitest';
import { failedRowsFile } from '../../server/downloads/failedRowsFile.ts';
import type { DownloadFormat } from '../../server/downloads/links.ts';
import { readDownload } from '../../server/downloads/store/readDownload.ts';
import { runChunks } from '../../server/engine/apply/runChunks.ts';
import type { StartImport } from '../../server/engine/model/requests.ts';
import { reader } from '../helpers/csvText.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { until } from '../helpers/until.ts';

const engine = testEngine({ workers: true });
const { edited, parsed } = reader;

let lastPhone = 0;

function phone(): string {
  lastPhone += 1;
  return `+1617555${String(lastPhone).padStart(4, '0')}`;
}

/** The file of failed rows, as it is downloaded. */
async function fileOf(id: string, format: DownloadFormat = 'csv'): Promise<string> {
  const download = await readDownload(engine.context.database, id);
  if (!download) throw new Error('No such import.');
  return (await Array.fromAsync(failedRowsFile(engine.context.database, download, format))).join('');
}

function file(text: string, name = 'failed.csv'): StartImport['source'] {
  return { kind: 'file', name, bytes: Buffer.from(text) };
}

async function imported(source: StartImport['source'], rest: Partial<StartImport> = {}) {
  const id = await engine.start({ source, ...rest });
  return { id, end: await engine.ended(id) };
}

async function rowsOf(id: string) {
  const { rows } = await engine.pool.query(
    `SELECT row_number AS row, status, moved_import_id AS "movedTo", "values" FROM failed_row WHERE import_id = $1 ORDER BY row_number`,
    [id],
  );
  return rows;
}

/** Rows 2 and 3 lack a name, row 4 has a phone that the database refuses. */
async function threeFailed() {
  return imported(csv(['Ada', phone(), ''], ['', phone(), ''], ['', phone(), ''], ['Cy', 'none', '']));
}

test('the corrected file resolves the rows that it came from, and completes their import', async () => {
  const { id, end } = await threeFailed();
  expect(end).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { created: 1, failed: 3 } });
  const corrected = edited(await fileOf(id), (row) => ({
    ...row,
    name: row.name || 'Bea',
    phone: row.phone === 'none' ? phone() : row.phone,
  }));
  const again = await imported(file(corrected));
  expect(again.end).toMatchObject({ status: 'COMPLETED', counts: { total: 3, created: 3 } });
  expect(await engine.ended(id)).toMatchObject({
    status: 'COMPLETED',
    counts: { total: 4, created: 1, skipped: 3, failed: 0, discarded: 0 },
    errorSummary: [],
  });
  expect(await rowsOf(id)).toMatchObject([2, 3, 4].map((row) => ({ row, status: 'RESOLVED', movedTo: again.id })));
  const { source_columns: columns } = await engine.row(again.id);
  expect(columns).toEqual(['name', 'phone', 'email']);
});

test('a row that fails again is open in the new import alone, and the old one is complete once it is good', async () => {
  const { id } = await threeFailed();
  const halfCorrected = edited(await fileOf(id), (row) => ({
    ...row,
    name: row.sluice_row === '2' ? 'Bea' : row.name,
  }));
  const second = await imported(file(halfCorrected));
  expect(second.end).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { created: 1, failed: 2 } });
  expect(await engine.ended(id)).toMatchObject({
    status: 'COMPLETED_WITH_ERRORS',
    counts: { skipped: 1, failed: 0, discarded: 2 },
    errorSummary: [],
  });
  const third = await imported(
    file(edited(await fileOf(second.id), (row) => ({ ...row, name: row.name || 'Di', phone: phone() }))),
  );
  expect(third.end).toMatchObject({ status: 'COMPLETED', counts: { created: 2 } });
  for (const earlier of [id, second.id]) {
    expect(await engine.ended(earlier)).toMatchObject({ status: 'COMPLETED', counts: { failed: 0, discarded: 0 } });
  }
});

test('a row that failed again and is mended in the grid of the new import is resolved in the old one too', async () => {
  const { id } = await threeFailed();
  const second = await imported(file(await fileOf(id)));
  expect(second.end.counts).toMatchObject({ failed: 3 });
  const corrections = [1, 2, 3].map((rowNumber) => ({ rowNumber, values: { name: 'Eve', phone: phone() } }));
  await engine.engine.retryFailedRows('test', second.id, { corrections });
  expect(await engine.ended(second.id)).toMatchObject({ status: 'COMPLETED' });
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { skipped: 3 } });
});

test('a file that nobody touched fails as before: values come back as they were, signs of formulas and all', async () => {
  const odd = ['=1+1', "'=1+1", '+1 (617) 555-0100', '@x', '-5', '\tx', ' x ', "''", 'a;=b', 'a\n-b', '="x"', '＝1'];
  const rows = odd.map((value, index) => ['', value, index % 2 ? value : 'Ä "q", ünï']);
  const { id } = await imported(csv(...rows));
  const text = await fileOf(id);
  for (const row of parsed(text)) {
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/(^|[;\t\r\n])[=+\-@\t\r\n＝＋－＠]/);
  }
  const again = await imported(file(text));
  expect((await rowsOf(again.id)).map(({ values }) => values)).toEqual((await rowsOf(id)).map(({ values }) => values));
});

test('text is what fails a row until it is corrected: too few cells, and too many', async () => {
  const bytes = Buffer.from('name,phone,email\nAnn,1\nBob,2,b@example.com,x,y\n,3,c@example.com\n');
  const { id } = await imported({ kind: 'file', name: 'ragged.csv', bytes });
  const untouched = await imported(file(await fileOf(id)), { dryRun: true });
  expect(untouched.end.errorSummary.map(({ code, count }) => [code, count])).toEqual([
    ['RAGGED_ROW', 2],
    ['REQUIRED', 1],
  ]);
  const corrected = edited(await fileOf(id), (row) => ({
    ...row,
    phone: phone(),
    name: row.name || 'Cy',
    sluice_extra_1: '',
    sluice_extra_2: row.name === 'Bob' ? 'still here' : '',
  }));
  const again = await imported(file(corrected));
  expect(again.end).toMatchObject({ counts: { created: 2, failed: 1 } });
  expect((await rowsOf(again.id))[0].values).toMatchObject({ name: 'Bob', column_5: 'still here' });
});

test('values of JSON keep their types, by JSON Lines and by CSV', async () => {
  const rows = [{ name: '', phone: phone(), email: null, tags: ['a', 1], vip: true, code: '007' }];
  for (const format of ['jsonl', 'csv'] as const) {
    const { id } = await imported({ kind: 'rows', rows });
    const again = await imported(file(await fileOf(id, format), `failed.${format}`));
    expect((await rowsOf(again.id)).map(({ values }) => values)).toEqual(rows);
    expect(await engine.ended(id)).toMatchObject({ counts: { discarded: 1, failed: 0 } });
  }
});

test('the mapping of the import that the rows came from is used again', async () => {
  const bytes = Buffer.from('A,B,C\n,1,x\n');
  const mapping = [
    { column: 'A', field: 'name' },
    { column: 'B', field: 'email' },
    { column: 'C', field: null },
  ];
  const { id } = await imported({ kind: 'file', name: 'abc.csv', bytes }, { mapping });
  const again = await imported(file(edited(await fileOf(id), (row) => ({ ...row, A: 'Ann' }))));
  expect(again.end).toMatchObject({ status: 'COMPLETED', counts: { created: 1 } });
  expect(await engine.row(again.id)).toMatchObject({ mapping });
});

test('a dry run resolves nothing, and the import that takes its rows does', async () => {
  const { id } = await threeFailed();
  const corrected = edited(await fileOf(id), (row) => ({ ...row, name: 'Bea', phone: phone() }));
  const dry = await imported(file(corrected), { dryRun: true });
  expect(dry.end).toMatchObject({ status: 'COMPLETED', counts: { created: 3 } });
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { failed: 3 } });
  await imported({ kind: 'import', importId: dry.id });
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { skipped: 3 } });
});

test('an undo of the import in which rows came back opens those again whose records it took back', async () => {
  const { id } = await threeFailed();
  const second = await imported(
    file(edited(await fileOf(id), (row) => ({ ...row, name: row.sluice_row === '3' ? '' : 'Bea', phone: phone() }))),
  );
  expect(second.end.counts).toMatchObject({ created: 2, failed: 1 });
  await engine.pool.query(`UPDATE contact SET first_name = 'Bob' WHERE import_id = $1 AND phone = $2`, [
    second.id,
    `+1617555${String(lastPhone).padStart(4, '0')}`,
  ]);
  await engine.engine.undoImport('test', second.id);
  expect(await engine.ended(second.id)).toMatchObject({ status: 'UNDONE' });
  // Row 2 was taken back and row 3 had failed again; row 4's record was changed since, and stands.
  expect(await rowsOf(id)).toMatchObject([
    { row: 2, status: 'OPEN', movedTo: null },
    { row: 3, status: 'OPEN', movedTo: null },
    { row: 4, status: 'RESOLVED', movedTo: second.id },
  ]);
  expect(await engine.ended(id)).toMatchObject({
    status: 'COMPLETED_WITH_ERRORS',
    counts: { created: 1, skipped: 1, failed: 2, discarded: 0 },
    errorSummary: [{ code: 'REQUIRED', field: 'name', count: 2 }],
  });
});

test('rows of another project, of no import and of nobody are imported like any others, with a warning', async () => {
  const stranger = '0190a5a0-0000-7000-8000-000000000000';
  const text = `name,phone,email,sluice_row,sluice_import\nAnn,${phone()},,7,${stranger}\nBob,${phone()},,,\n`;
  const { id, end } = await imported(file(text));
  expect(end).toMatchObject({ status: 'COMPLETED', counts: { created: 2 } });
  const { rows } = await engine.pool.query('SELECT code, count FROM import_warning WHERE import_id = $1', [id]);
  expect(rows).toEqual([{ code: 'UNKNOWN_ORIGIN', count: 1 }]);
});

test('what somebody gave up stays given up, and what came back already is not counted twice', async () => {
  const { id } = await threeFailed();
  const corrected = edited(await fileOf(id), (row) => ({ ...row, name: 'Bea', phone: phone() }));
  await engine.engine.discardFailedRows('test', id, { rowNumbers: [4] });
  await imported(file(corrected));
  await imported(file(corrected));
  expect(await engine.ended(id)).toMatchObject({
    status: 'COMPLETED_WITH_ERRORS',
    counts: { total: 4, created: 1, skipped: 2, discarded: 1, failed: 0 },
  });
});

test('workers that do the same chunk at once resolve each row once', async () => {
  const { id } = await imported(csv(...Array.from({ length: 40 }, () => ['', phone(), ''])));
  const corrected = edited(await fileOf(id), (row) => ({ ...row, name: 'Bea' }));
  const again = await engine.start({ source: file(corrected), mode: 'ASYNC', chunkSize: 5 });
  const runner = () => runChunks(engine.context, again, { signal: new AbortController().signal, deadline: null });
  const hasCompleted = async () => {
    await Promise.all([runner(), runner()]);
    return (await engine.row(again)).status === 'COMPLETED';
  };
  await until(hasCompleted, { what: 'the import to end' });
  expect(await engine.ended(id)).toMatchObject({
    status: 'COMPLETED',
    counts: { total: 40, skipped: 40, failed: 0, discarded: 0 },
  });
});
