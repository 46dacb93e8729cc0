import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { until } from '../helpers/until.ts';
import type { ContactsFile } from './contactsFile.ts';
import { type Api, ask, startUploaded } from './fullImport.ts';

/** What many watchers cost the import that they watch. */
export interface Watched {
  /** Seconds from resuming to the end. */
  readonly seconds: number;
  /** Snapshots that watchers got. */
  readonly told: number;
  /** Statements that the server read them with. */
  readonly readings: number;
}

const watcher = fileURLToPath(new URL('watch.ts', import.meta.url));

/**
 * Seconds of a full import beside `watchers` subscriptions on it, half over SSE and half over graphql-ws, of a process of
 * their own. It is paused until all of them watch, so that only the work is measured; so it is without any.
 */
export async function watchedImport(pool: pg.Pool, api: Api, file: ContactsFile, watchers: number): Promise<Watched> {
  await pool.query('TRUNCATE contact, provenance, import CASCADE');
  await pool.query('CHECKPOINT');
  const id = await startUploaded(api, file);
  await ask(api, 'mutation ($id: ID!) { pauseImport(id: $id) { __typename } }', { id });
  const crowd = watchers === 0 ? null : await gather(api, id, watchers);
  const before = await readings(api);
  const began = performance.now();
  await ask(api, 'mutation ($id: ID!) { resumeImport(id: $id) { __typename } }', { id });
  const ended = async () => {
    const { rows } = await pool.query('SELECT 1 FROM import WHERE id = $1 AND finished_at IS NOT NULL', [id]);
    return rows.length > 0;
  };
  await until(ended, { deadlineMs: 600_000, what: 'the watched import' });
  const seconds = (performance.now() - began) / 1_000;
  const told = crowd === null ? 0 : await crowd.told;
  return { seconds, told, readings: (await readings(api)) - before };
}

async function gather({ origin, apiKey }: Api, id: string, count: number): Promise<{ told: Promise<number> }> {
  const child = spawn(process.execPath, [watcher, origin, apiKey, id, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const told = new Promise<number>((resolve, reject) => {
    lines.on('line', (line) => line.startsWith('told ') && resolve(Number(line.slice(5))));
    child.once('exit', (code) => reject(new Error(`The watchers ended with ${code}.`)));
  });
  told.catch(() => undefined);
  await Promise.race([once(lines, 'line'), told]);
  return { told };
}

/** What the server says of itself; the bench runs on its machine. */
async function readings({ origin }: Api): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^sluice_progress_readings (\d+)$/m.exec(text)?.[1]);
}
