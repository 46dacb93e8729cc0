import { expect, test } from 'vitest';
import type { RunResult } from '../../server/engine/apply/applyChunk.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { testEngine } from '../helpers/engine.ts';

const engine = testEngine();
const signal = new AbortController().signal;
const ROWS = 2_500;

const file = (name: string, lines: readonly (string | Buffer)[]) => ({
  kind: 'file' as const,
  name,
  bytes: Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])),
});

/** A turn of the plan whose time is over as soon as it has begun. */
const turn = (id: string) => planImport(engine.context, id, signal, Date.now());

/** Turns until the plan does not ask for another; how many. */
async function turns(id: string): Promise<number> {
  for (let count = 1; ; count += 1) {
    const end: RunResult = await turn(id);
    if (end.kind === 'idle') return count;
  }
}

async function chunks(id: string): Promise<{ first: number; last: number }[]> {
  const { rows } = await engine.pool.query(
    'SELECT first_row AS first, last_row AS last FROM import_chunk WHERE import_id = $1 ORDER BY index',
    [id],
  );
  return rows;
}

test('a plan whose time is up goes to the end of the line and goes on behind what it stored', async () => {
  const lines = Array.from({ length: ROWS }, (_, index) =>
    // Not UTF-8, here and there.
    index % 500 === 7 ? Buffer.from(`P${index} \xe9`, 'latin1') : `P${index}`,
  );
  const utf8 = Array.from({ length: 9 }, () => 'Zo\u00eb');
  const source = file('people.csv', ['name', ...utf8, ...lines]);
  const id = await engine.start({ source, mode: 'ASYNC', chunkSize: 300, format: { encoding: 'utf-8' } });
  expect(await turns(id)).toBeGreaterThan(3);
  expect(await engine.row(id)).toMatchObject({ planned: true, long_plan: false, rows_read: ROWS + 9 });
  const laid = await chunks(id);
  for (const [index, { first }] of laid.entries()) expect(first).toBe((laid[index - 1]?.last ?? 0) + 1);
  expect(laid.at(-1)?.last).toBe(ROWS + 9);
  const { rows: warnings } = await engine.pool.query(
    `SELECT count FROM import_warning WHERE import_id = $1 AND code = 'INVALID_BYTES'`,
    [id],
  );
  expect(warnings).toEqual([{ count: ROWS / 500 }]);
});

test('a plan that would have to begin anew waits in a line of its own, where it is worked to its end', async () => {
  const people = Array.from({ length: ROWS }, (_, index) => ({ name: `P${index}`, note: 'x'.repeat(500) }));
  const source = file('people.json', [JSON.stringify(people)]);
  const id = await engine.start({ source, mode: 'ASYNC', chunkSize: 300 });
  const waiting = async (queue: string) => {
    const sql = 'SELECT count(*)::int AS jobs FROM sluice.job WHERE name = $1 AND singleton_key = $2';
    return (await engine.pool.query(sql, [queue, id])).rows[0].jobs;
  };
  expect([await turns(id), await waiting('longPlan')]).toEqual([1, 1]);
  const laid = await chunks(id);
  expect(laid).toEqual([{ first: 1, last: 300 }]);
  // Another wake-up, such as the reconciler's, reads nothing again.
  expect([await turns(id), await chunks(id)]).toEqual([1, laid]);
  await planImport(engine.context, id, signal);
  expect(await engine.row(id)).toMatchObject({ planned: true, rows_read: ROWS });
});

test('rows of another import are gone on with where they were left', async () => {
  const dry = await engine.start({
    ...{ dryRun: true, mode: 'SYNC', chunkSize: 10 },
    source: file('people.csv', ['name', ...Array.from({ length: 40 }, (_, index) => `P${index}`)]),
  });
  const id = await engine.start({ source: { kind: 'import', importId: dry }, mode: 'ASYNC', chunkSize: 10 });
  expect(await turns(id)).toBe(5);
  expect(await chunks(id)).toEqual([0, 10, 20, 30].map((before) => ({ first: before + 1, last: before + 10 })));
});
