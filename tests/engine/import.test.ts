import { describe, expect, it } from 'vitest';
import { csv, testEngine } from '../helpers/engine.ts';
import { saying, textOf } from '../helpers/saying.ts';

describe('an import in the request', () => {
  const test = testEngine();

  it('writes every good row, keeps every bad one with its reason, and counts both', async () => {
    const id = await test.start({
      source: csv(['Ada', '+16175550101', 'ada@example.org'], ['', '+16175550102', ''], ['Bob', '', 'bob@example.org']),
    });
    const [progress] = await test.engine.progress([id]);
    expect(progress).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      percent: 100,
      counts: { total: 3, created: 2, failed: 1, pending: 0 },
      chunks: { total: 1, done: 1, failed: 0, pending: 0 },
      errorSummary: [{ code: 'REQUIRED', field: 'name', count: 1 }],
    });
    const { rows } = await test.pool.query('SELECT row_number, line, "values", errors, status FROM failed_row');
    expect(rows).toEqual([
      {
        row_number: 2,
        line: 3,
        status: 'OPEN',
        values: { name: '', phone: '+16175550102', email: '' },
        errors: [
          {
            ...{ code: 'REQUIRED', field: 'name', column: 'name' },
            params: { cause: { code: 'MISSING', params: { field: 'Name' } } },
          },
        ],
      },
    ]);
    const people = await test.pool.query('SELECT first_name, import_id, imported_at FROM contact ORDER BY first_name');
    expect(people.rows).toEqual([
      { first_name: 'Ada', import_id: id, imported_at: expect.any(Date) },
      { first_name: 'Bob', import_id: id, imported_at: expect.any(Date) },
    ]);
  });

  it('creates nothing new when the same file comes again, and warns of it', async () => {
    const source = csv(['Cid', '+16175550103', ''], ['Dee', '+16175550104', '']);
    await test.start({ source });
    const again = await test.start({ source });
    const [progress] = await test.engine.progress([again]);
    expect(progress).toMatchObject({ status: 'COMPLETED', counts: { created: 0, unchanged: 2 } });
    const { rows } = await test.pool.query('SELECT code FROM import_warning WHERE import_id = $1', [again]);
    expect(rows).toEqual([{ code: 'SAME_SOURCE' }]);
  });

  it('narrows an error of the database down to the rows that bring it about, wherever they stand', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`P${index}`, `+1617556${1000 + index}`, '']);
    for (const bad of [0, 17, 18, 39]) rows[bad] = [`bad ${bad}`, 'no phone at all', ''];
    const id = await test.start({ source: csv(...rows) });
    const [progress] = await test.engine.progress([id]);
    expect(progress).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      counts: { total: 40, created: 36, failed: 4 },
      errorSummary: [{ code: 'REFUSED_BY_DATABASE', count: 4 }],
    });
    const failed = await test.pool.query('SELECT row_number FROM failed_row WHERE import_id = $1 ORDER BY 1', [id]);
    expect(failed.rows.map((row) => row.row_number)).toEqual([1, 18, 19, 40]);
  });

  it('lets a row on which the importer throws cost that row only', async () => {
    const id = await test.start({ source: csv(['Eve', '+16175550105', ''], ['throws', '', 'x@example.org']) });
    const [progress] = await test.engine.progress([id]);
    expect(progress).toMatchObject({ counts: { created: 1, failed: 1 }, errorSummary: [{ code: 'IMPORTER_ERROR' }] });
  });

  it('keeps a NUL character as a failed row, exactly as it came', async () => {
    const id = await test.start({
      source: { kind: 'rows', rows: [{ name: 'a\u0000b' }, { name: 'Flo', phone: null }] },
    });
    const { rows } = await test.pool.query(`SELECT "values"::text AS text FROM failed_row WHERE import_id = $1`, [id]);
    expect(rows).toHaveLength(1);
    expect(rows[0].text).toContain('a\\u0000b');
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['a header without rows', 'name,phone\n', 'no rows'],
    ['a file without a known column', 'colour,size\nred,3\n', 'None of the 2 columns'],
  ])('ends %s as FAILED with a reason', async (_, text, reason) => {
    const id = await test.start({ source: { kind: 'file', name: 'people.csv', bytes: Buffer.from(text) } });
    const [progress] = await test.engine.progress([id]);
    expect(progress?.status).toBe('FAILED');
    expect(textOf(progress?.statusReason)).toContain(reason);
  });

  it('gives the first import again for the same idempotency key and input, and refuses other input', async () => {
    const source = csv(['Gil', '+16175550106', '']);
    const first = await test.start({ source, idempotencyKey: 'gil-1' });
    expect(await test.start({ source, idempotencyKey: 'gil-1' })).toBe(first);
    const said = { dryRun: false, mode: 'AUTO', notifyEmails: [] } as const;
    expect(await test.start({ source, idempotencyKey: 'gil-1', ...said })).toBe(first);
    const other = test.start({ source: csv(['Gil', '+16175550107', '']), idempotencyKey: 'gil-1' });
    await expect(other).rejects.toMatchObject({ name: 'Conflict', code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('names every fault of the input before anything is written', async () => {
    const source = csv(['Hal', '', '']);
    const before = await test.pool.query('SELECT count(*) FROM import');
    const start = test.start({
      source,
      maxErrorRate: 2,
      options: { matchByEmail: 'maybe' },
      mapping: [{ column: 'name', field: 'surname' }],
    });
    await expect(start).rejects.toMatchObject({
      name: 'InvalidInput',
      issues: [{ path: ['mapping', '0', 'field'] }, { path: ['options', 'matchByEmail'] }, { path: ['maxErrorRate'] }],
    });
    await expect(test.start({ source, chunkSize: 5_000 })).rejects.toMatchObject({
      name: 'LimitExceeded',
      limit: 1_000,
    });
    const mapping = [{ column: 'nome', field: 'name' }];
    await expect(test.start({ source, mapping })).rejects.toMatchObject({ name: 'InvalidInput' });
    const after = await test.pool.query('SELECT count(*) FROM import');
    expect(after.rows).toEqual(before.rows);
  });

  it('tells why it runs within the request or as jobs', async () => {
    const many = csv(...Array.from({ length: 501 }, (_, index) => [`N${index}`, '', `n${index}@example.org`]));
    await expect(test.row(await test.start({ source: csv(['Ina', '', 'ina@example.org']) }))).resolves.toMatchObject({
      mode: 'SYNC',
      mode_reason: saying('at most 500000 bytes and 500 rows'),
    });
    await expect(test.row(await test.start({ source: many }))).resolves.toMatchObject({
      mode: 'ASYNC',
      mode_reason: saying('more than 500 rows'),
      status: 'QUEUED',
    });
    await expect(test.start({ source: many, mode: 'SYNC' })).rejects.toMatchObject({ name: 'LimitExceeded' });
  });
});
