import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DuplicatePolicy } from '../../server/sdk/importer.ts';
import { csv, type TestEngine, testEngine } from '../helpers/engine.ts';
import { samples } from '../helpers/samples.ts';

async function snapshot(test: TestEngine, id: string) {
  const [progress] = await test.engine.progress([id]);
  if (!progress) throw new Error('The import is gone.');
  return progress;
}

describe('a dry run', () => {
  const test = testEngine();

  it('counts and foretells, and writes no record', async () => {
    await test.start({ source: csv(['Ada', '+16175550001', '']) });
    const id = await test.start({
      dryRun: true,
      onDuplicate: 'UPDATE',
      source: csv(
        ['Ada L', '+16175550001', ''],
        ['Bo', '+16175550002', ''],
        ['Bo', '+16175550002', ''],
        ['', '', 'x@example.org'],
      ),
    });
    expect(await snapshot(test, id)).toMatchObject({
      status: 'COMPLETED_WITH_ERRORS',
      counts: { total: 4, created: 1, updated: 1, unchanged: 1, failed: 1 },
    });
    const { rows } = await test.pool.query('SELECT first_name, phone FROM contact ORDER BY phone');
    expect(rows).toEqual([{ first_name: 'Ada', phone: '+16175550001' }]);
    const { rows: changes } = await test.pool.query(
      `SELECT row_number, outcome, changes FROM provenance WHERE import_id = $1 AND changes IS NOT NULL ORDER BY 1`,
      [id],
    );
    expect(changes).toEqual([
      { row_number: 1, outcome: 'UPDATED', changes: { firstName: ['Ada', 'Ada L'] } },
      {
        row_number: 2,
        outcome: 'CREATED',
        changes: { firstName: [null, 'Bo'], phone: [null, '+16175550002'], metadata: [null, {}] },
      },
    ]);
  });

  it('becomes the import, with the corrections that were made in it', async () => {
    const dry = await test.start({ dryRun: true, source: csv(['', '+16175550010', ''], ['Cy', '+16175550011', '']) });
    await test.engine.retryFailedRows('ada', dry, { corrections: [{ rowNumber: 1, values: { name: 'Bea' } }] });
    expect(await snapshot(test, dry)).toMatchObject({ status: 'COMPLETED', counts: { created: 2 } });
    const id = await test.start({ source: { kind: 'import', importId: dry } });
    expect(await snapshot(test, id)).toMatchObject({ status: 'COMPLETED', counts: { total: 2, created: 2 } });
    const { rows } = await test.pool.query(`SELECT first_name FROM contact WHERE import_id = $1 ORDER BY phone`, [id]);
    expect(rows).toEqual([{ first_name: 'Bea' }, { first_name: 'Cy' }]);
  });

  it('of another project is no source, nor is one that is not read yet', async () => {
    const dry = await test.start({ dryRun: true, source: csv(['Di', '', 'd@example.org']) });
    await test.pool.query(`INSERT INTO project (id, name) VALUES ('other', 'Other') ON CONFLICT DO NOTHING`);
    const foreign = test.start({ projectId: 'other', source: { kind: 'import', importId: dry } });
    await expect(foreign).rejects.toMatchObject({ name: 'NotFound' });
    const waiting = await test.start({ mode: 'ASYNC', source: csv(['Ed', '', 'e@example.org']) });
    const early = test.start({ source: { kind: 'import', importId: waiting } });
    await expect(early).rejects.toMatchObject({ name: 'Conflict', code: 'SOURCE_NOT_READ' });
  });

  it('has the counts of the import that follows, whatever the rows, the policy and the chunks', async () => {
    const cell = (...values: string[]) => fc.constantFrom('', ...values);
    const row = fc.tuple(
      cell('a', 'b', 'throws'),
      cell('+16175551001', '+16175551002', '+16175551003'),
      cell('x@example.org', 'y@example.org', 'z@example.org'),
    );
    const policy = fc.constantFrom<DuplicatePolicy>('UPDATE', 'ENRICH', 'SKIP', 'FAIL');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.array(row, { minLength: 1, maxLength: 14 }),
        policy,
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        async (before, rows, onDuplicate, chunkSize, matchByEmail) => {
          await test.pool.query('TRUNCATE contact CASCADE');
          await test.start({ source: csv(...before), onDuplicate: 'UPDATE' });
          const input = { source: csv(...rows), onDuplicate, chunkSize, options: { matchByEmail } };
          const dry = await snapshot(test, await test.start({ ...input, dryRun: true }));
          const real = await snapshot(test, await test.start(input));
          expect(dry.counts).toEqual(real.counts);
          expect(dry.errorSummary).toEqual(real.errorSummary);
        },
      ),
      samples({ quick: 12, full: 60 }),
    );
  });
});
