import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { connectionConfig } from '../../server/database/connections.ts';
import { readEmbeddedUrl } from '../../server/database/embeddedUrl.ts';
import { freePort } from '../../server/database/freePort.ts';
import { print } from '../../server/setup/output.ts';
import { type ContactsFile, writeContactsFile } from './contactsFile.ts';
import { copyIn } from './copyIn.ts';
import { type Api, fullImport } from './fullImport.ts';
import { roundLine, summary, watchedLine, watchedSummary } from './report.ts';
import { type BenchProcess, startSluice } from './sluice.ts';
import { watchedImport } from './watched.ts';

const usage = 'Usage: npm run bench -- [--rows 100000] [--rounds 3] [--watchers 1000]';

interface Settings {
  readonly rows: number;
  readonly rounds: number;
  /** Subscriptions on one import; 0 leaves that part out. */
  readonly watchers: number;
}

/**
 * How long a full import takes beside what Postgres needs at least: COPY of the same rows into a table like `contact`,
 * on the same server, in turns. Figures in seconds mean little on another machine or a busy one; their ratio does.
 */
async function bench({ rows, rounds, watchers }: Settings): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
  const started: BenchProcess[] = [];
  try {
    const file = await writeContactsFile(home, rows);
    print(...introduction(file, rounds));
    await measure(home, file, { rounds, watchers }, started);
  } finally {
    // The server last: it takes its Postgres along.
    for (const each of started.toReversed()) await each.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function measure(
  home: string,
  file: ContactsFile,
  { rounds, watchers }: Pick<Settings, 'rounds' | 'watchers'>,
  started: BenchProcess[],
): Promise<void> {
  const [port, apiKey, dataDir] = [await freePort(), `slk_${randomBytes(24).toString('hex')}`, join(home, 'data')];
  const variables = {
    PORT: String(port),
    SLUICE_DATA_DIR: dataDir,
    SLUICE_ADMIN_API_KEY: apiKey,
    SLUICE_LOG_LEVEL: 'warn',
  };
  const server = await startSluice('serve', variables);
  started.push(server);
  const worker = await startSluice('worker', variables);
  started.push(worker);
  const database = await readEmbeddedUrl(dataDir);
  if (database === null) throw new Error(`The server left no database URL in ${dataDir}.`);
  const pool = new pg.Pool({
    ...connectionConfig({ url: database.href, schema: 'sluice' }, { name: 'bench' }),
    max: 1,
  });
  try {
    const api = { origin: `http://127.0.0.1:${port}`, apiKey };
    const results = [];
    for (let round = 1; round <= rounds; round += 1) {
      const copied = await copyIn(pool, file);
      const imported = await fullImport(pool, api, file);
      results.push({ copied, imported });
      print(roundLine(round, file, { copied, imported }));
    }
    await measureWatched(pool, api, file, { rounds, watchers });
    print(...summary(file, results, { server: await server.peakMemory(), worker: await worker.peakMemory() }));
  } finally {
    await pool.end();
  }
}

/** The same import with and without a crowd that watches it, in turns. */
async function measureWatched(
  pool: pg.Pool,
  api: Api,
  file: ContactsFile,
  { rounds, watchers }: Pick<Settings, 'rounds' | 'watchers'>,
): Promise<void> {
  if (watchers === 0) return;
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const alone = await watchedImport(pool, api, file, 0);
    const watched = await watchedImport(pool, api, file, watchers);
    results.push({ alone, watched });
    print(watchedLine(round, watchers, { alone, watched }));
  }
  print(watchedSummary(watchers, results));
}

function introduction({ rows, csvBytes }: ContactsFile, rounds: number): string[] {
  const megabytes = (csvBytes / 1_000_000).toFixed(1);
  const load = loadavg().map((average) => average.toFixed(1));
  return [
    `${rows} rows, ${megabytes} MB (${Math.round(csvBytes / rows)} bytes a row), ${rounds} rounds`,
    `${cpus().length} CPUs, load average ${load.join(' ')}`,
    'one `sluice serve` with its embedded Postgres and one `sluice worker`; both work jobs',
    '',
  ];
}

function readSettings(): Settings {
  const options = {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    watchers: { type: 'string', default: '1000' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    return { rows: count(values.rows, 200), rounds: count(values.rounds, 1), watchers: count(values.watchers, 0) };
  } catch (error) {
    print(error instanceof Error ? error.message : String(error), usage);
    process.exit(2);
  }
}

function count(text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new Error(`${text} is not a whole number from ${least} on.`);
  return number;
}

await bench(readSettings());
