import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishImport } from '../../server/engine/apply/finishImport.ts';
import { runChunks } from '../../server/engine/apply/runChunks.ts';
import type { Database } from '../../server/engine/model/context.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import type { DuplicatePolicy } from '../../server/sdk/importer.ts';
import { csv, type TestEngine, testEngine } from '../helpers/engine.ts';
import { samples } from '../helpers/samples.ts';
import { applyRowPlainly, type ModelPerson, type ModelRow, type ModelRules } from '../helpers/sequentialModel.ts';

/** One import of a run: its rows, how they are cut into chunks, and what its failed rows are corrected to. */
interface Run extends ModelRules {
  readonly rows: readonly ModelRow[];
  readonly chunkSize: number;
}

const cell = (...values: string[]) => fc.constantFrom('', ...values);
const row = fc.tuple(
  fc.constantFrom('', 'a', 'b', 'c', 'throws'),
  cell('+16175551001', '+16175551002', '+16175551003'),
  cell('x@example.org', 'y@example.org', 'z@example.org'),
);
const run: fc.Arbitrary<Run> = fc.record({
  // A row of nothing is a blank row of the file, which is skipped.
  rows: fc.array(
    row.filter((cells) => cells.some((value) => value !== '')),
    { minLength: 1, maxLength: 12 },
  ),
  chunkSize: fc.integer({ min: 1, max: 5 }),
  policy: fc.constantFrom<DuplicatePolicy>('UPDATE', 'ENRICH', 'SKIP', 'FAIL'),
  matchByEmail: fc.boolean(),
  sharedEmail: fc.constantFrom('CREATE', 'FAIL', null),
});

const signal = new AbortController().signal;

/** A database that loses its connection at the n-th statement of the next transaction. */
function dyingDatabase(database: Database, statement: number): Database {
  let left = statement;
  return {
    query: database.query,
    transaction: (work) =>
      database.transaction((tx) =>
        work({
          query: async (text, values) => {
            left -= 1;
            if (left === 0) throw Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' });
            return tx.query(text, values);
          },
        }),
      ),
  };
}

async function start(test: TestEngine, run: Run): Promise<string> {
  const { rows, chunkSize, policy, matchByEmail, sharedEmail } = run;
  const options = { matchByEmail, sharedEmail };
  const id = await test.start({ mode: 'ASYNC', source: csv(...rows), chunkSize, onDuplicate: policy, options });
  await planImport(test.context, id, signal);
  return id;
}

/** Applies the import's next chunk and no more; a worker may die in it first, at one statement or another. */
async function step(test: TestEngine, id: string, dieAt: number | null): Promise<void> {
  const { context } = test;
  const before = (await test.row(id)).next_chunk;
  if (dieAt !== null) {
    const dying = { ...context, database: dyingDatabase(context.database, dieAt) };
    await runChunks(dying, id, { signal, deadline: 0 }).catch(() => undefined);
    // A worker that dies tells nobody; this one could, and has noted a transient error.
    await context.database.query(`UPDATE import_chunk SET attempts = '[]' WHERE import_id = $1`, [id]);
  }
  // With few statements the chunk was through before its worker could die.
  if ((await test.row(id)).next_chunk === before) await runChunks(context, id, { signal, deadline: 0 });
}

async function outcomes(test: TestEngine, id: string): Promise<string[]> {
  const { rows } = await test.pool.query(
    `SELECT row_number, outcome::text AS outcome FROM provenance WHERE import_id = $1
     UNION ALL SELECT row_number, errors->0->>'code' FROM failed_row WHERE import_id = $1 AND status = 'OPEN'
     ORDER BY row_number`,
    [id],
  );
  return rows.map((found) => found.outcome);
}

async function people(test: TestEngine): Promise<ModelPerson[]> {
  const { rows } = await test.pool.query('SELECT first_name AS name, phone, email FROM contact');
  return rows;
}

const sorted = (list: readonly ModelPerson[]) => list.map((person) => JSON.stringify(person)).sort();

describe('the result of imports', () => {
  const test = testEngine();

  it('is that of their rows one by one in the order of chunks, whatever dies and however they interleave', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(run, run),
        fc.array(
          fc.record({ which: fc.integer({ min: 0, max: 1 }), dieAt: fc.option(fc.integer({ min: 1, max: 14 })) }),
          {
            maxLength: 30,
          },
        ),
        fc.array(row, { minLength: 1, maxLength: 4 }),
        async (runs, turns, corrections) => {
          await test.pool.query('TRUNCATE contact CASCADE');
          const model: ModelPerson[] = [];
          const ids = [await start(test, runs[0]), await start(test, runs[1])] as const;
          const expected: string[][] = [[], []];
          const done = [0, 0];
          const turn = async (which: 0 | 1, dieAt: number | null) => {
            const { rows, chunkSize } = runs[which];
            const chunk = rows.slice(done[which], (done[which] ?? 0) + chunkSize);
            if (chunk.length === 0) return false;
            await step(test, ids[which], dieAt);
            for (const one of chunk) expected[which]?.push(applyRowPlainly(model, one, runs[which]));
            done[which] = (done[which] ?? 0) + chunk.length;
            return true;
          };
          for (const { which, dieAt } of turns) await turn(which === 0 ? 0 : 1, dieAt);
          while ((await turn(0, null)) || (await turn(1, null)));
          for (const id of ids) await finishImport(test.context, id);
          expect(await outcomes(test, ids[0])).toEqual(expected[0]);
          expect(await outcomes(test, ids[1])).toEqual(expected[1]);
          expect(sorted(await people(test))).toEqual(sorted(model));

          // Failed rows of the first import, corrected and retried: behind everything else, in the order of the source.
          const failed = expected[0]?.flatMap((outcome, index) => (isGood(outcome) ? [] : [index])) ?? [];
          if (failed.length === 0) return;
          const corrected = failed.map((index, position) => ({
            index,
            to: corrections[position % corrections.length] ?? row0,
          }));
          await test.engine.retryFailedRows('test', ids[0], {
            corrections: corrected.map(({ index, to: [name, phone, email] }) => ({
              rowNumber: index + 1,
              values: { name, phone, email },
            })),
          });
          for (const { index, to } of corrected) {
            if (expected[0]) expected[0][index] = applyRowPlainly(model, to, runs[0]);
          }
          expect(await outcomes(test, ids[0])).toEqual(expected[0]);
          expect(sorted(await people(test))).toEqual(sorted(model));
          const [progress] = await test.engine.progress([ids[0]]);
          expect(progress?.counts.failed).toBe(expected[0]?.filter((outcome) => !isGood(outcome)).length);
        },
      ),
      samples({ quick: 12, full: 60 }),
    );
  });
});

const row0: ModelRow = ['', '', ''];

function isGood(outcome: string): boolean {
  return ['CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED'].includes(outcome);
}
