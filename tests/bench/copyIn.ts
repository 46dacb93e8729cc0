import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COPY_COLUMNS, type ContactsFile } from './contactsFile.ts';

/** Seconds that COPY, as psql sends it, takes for the clean rows into a new table with all that `contact` has. */
export async function copyIn(pool: pg.Pool, { copy, expected }: ContactsFile): Promise<number> {
  await pool.query('DROP TABLE IF EXISTS bench_contact');
  await pool.query('CREATE TABLE bench_contact (LIKE contact INCLUDING ALL)');
  await pool.query('CHECKPOINT');
  const client = await pool.connect();
  try {
    const began = performance.now();
    await pipeline(createReadStream(copy), client.query(copyFrom(`COPY bench_contact (${COPY_COLUMNS}) FROM STDIN`)));
    const seconds = (performance.now() - began) / 1_000;
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM bench_contact');
    if (rows[0]?.count !== expected.created) throw new Error(`COPY wrote ${rows[0]?.count} rows.`);
    return seconds;
  } finally {
    client.release();
    await pool.query('DROP TABLE bench_contact');
  }
}
