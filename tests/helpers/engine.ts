import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { connectionConfig, type DatabaseConfig } from '../../server/database/connections.ts';
import { createAttempts } from '../../server/engine/apply/attempts.ts';
import { createEngine } from '../../server/engine/createEngine.ts';
import type { Engine } from '../../server/engine/engine.ts';
import type { EngineContext, UrlSources } from '../../server/engine/model/context.ts';
import type { StartImport } from '../../server/engine/model/requests.ts';
import { createDatabase } from '../../server/engine/store/database.ts';

import { createBoss } from '../../server/jobs/createBoss.ts';
import { createJobQueue } from '../../server/jobs/jobQueue.ts';
import { createQueues, createWorkers, storesOf } from '../../server/jobs/workers.ts';
import type { AnyImporter } from '../../server/sdk/importer.ts';
import { testDatabase } from './database.ts';
import { people } from './people.ts';
import { until } from './until.ts';

export interface TestEngine {
  readonly context: EngineContext;
  readonly engine: Engine;
  readonly pool: pg.Pool;
  readonly boss: PgBoss;
  readonly url: string;
  /** How Sluice uses the database. */
  readonly config: DatabaseConfig;
  /** Starts an import of people into the project `demo`; gives its id. */
  start(input: Partial<StartImport> & Pick<StartImport, 'source'>): Promise<string>;
  /** Waits until the import is at rest; its last snapshot. */
  ended(id: string): ReturnType<typeof endedOf>;
  row(id: string): Promise<Record<string, unknown>>;
}

/** No process of a test reads uploads unless it says so. */
const noUploads = {
  storeIds: [],
  find: async () => null,
  open: async () => {
    throw new Error('No uploads here.');
  },
  verify: async () => undefined,
};

/**
 * An engine on a database of the test file's own, with real jobs. With `workers`, this process works them; without,
 * they wait, and the test calls the engine's functions itself.
 */
export function testEngine(
  options: {
    workers?: boolean;
    /** How long a plan and a chunk runner work before they give way, in ms. */
    turnMs?: number;
    importers?: readonly AnyImporter[];
    maxConcurrentImports?: number;
    urls?: () => UrlSources;
  } = {},
): TestEngine {
  const database = testDatabase();
  const made: { engine?: Omit<TestEngine, 'start' | 'ended' | 'row' | 'url' | 'config'>; stop?: () => Promise<void> } =
    {};
  const current = () => {
    if (!made.engine) throw new Error('The engine is there within tests and hooks only.');
    return made.engine;
  };

  beforeAll(async () => {
    const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
    const pool = new pg.Pool({ ...connectionConfig(database.config, { name: 'test-engine' }), max: 10 });
    pool.on('error', () => undefined);
    const boss = createBoss(database.config, log);
    await boss.start();
    const importers = new Map((options.importers ?? [people]).map((importer) => [importer.name, importer]));
    const db = createDatabase(pool);
    const context = {
      ...{ database: db, attempts: createAttempts(db), jobs: createJobQueue(boss), importers, uploads: noUploads, log },
      maxConcurrentImports: options.maxConcurrentImports ?? null,
      urls: options.urls?.() ?? null,
    };
    await createQueues(boss, storesOf(context));
    const workers = createWorkers(boss, context, options.turnMs === undefined ? undefined : { turnMs: options.turnMs });
    if (options.workers) await workers.start();
    await pool.query(`INSERT INTO project (id, name) VALUES ('demo', 'Demo') ON CONFLICT DO NOTHING`);
    // People have a phone of their own, which contacts need not have.
    if (importers.has('people')) await pool.query('CREATE UNIQUE INDEX people_phone ON contact (project_id, phone)');
    made.engine = { context, engine: createEngine(context), pool, boss };
    made.stop = async () => {
      if (options.workers) await workers.stop();
      await boss.stop({ graceful: false, close: true });
      await pool.end();
    };
  });
  // Hooks after tests run in the reverse order: this one before the database is dropped.
  afterAll(async () => made.stop?.());

  return {
    get context() {
      return current().context;
    },
    get engine() {
      return current().engine;
    },
    get pool() {
      return current().pool;
    },
    get boss() {
      return current().boss;
    },
    get url() {
      return database.url;
    },
    get config() {
      return database.config;
    },
    start: (input) => current().engine.startImport('test', { projectId: 'demo', importer: 'people', ...input }),
    ended: (id) => endedOf(current().engine, id),
    async row(id) {
      const { rows } = await current().pool.query('SELECT * FROM import WHERE id = $1', [id]);
      return rows[0];
    },
  };
}

async function endedOf(engine: Engine, id: string) {
  return until(
    async () => {
      const [progress] = await engine.progress([id]);
      return progress && !['QUEUED', 'RUNNING', 'UNDOING'].includes(progress.status) && progress;
    },
    { what: `import ${id} to end` },
  );
}

/** A CSV of people: a header, then a line for each row. */
export function csv(...rows: readonly (readonly string[])[]): StartImport['source'] {
  const lines = [['name', 'phone', 'email'], ...rows].map((cells) => cells.map(quote).join(','));
  return { kind: 'file', name: 'people.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
