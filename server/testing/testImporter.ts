import pg from 'pg';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { readConfig } from '../config.ts';
import { connectionConfig } from '../database/connections.ts';
import { createAttempts } from '../engine/apply/attempts.ts';
import { runInline } from '../engine/apply/runInline.ts';
import { createEngine } from '../engine/createEngine.ts';
import type { EngineContext } from '../engine/model/context.ts';
import type { Progress } from '../engine/model/import.ts';
import type { StartImport } from '../engine/model/requests.ts';
import { createDatabase } from '../engine/store/database.ts';
import { prepareImporters } from '../engine/store/importers.ts';
import type { Fields } from '../sdk/fields.ts';
import type { AnyImporter, DuplicatePolicy, Importer } from '../sdk/importer.ts';
import type { JsonObject } from '../sdk/json.ts';
import type { Db, RecordFields, RecordScope, RecordStore, StoredRecord } from '../sdk/records.ts';
import { scratchDatabase } from './scratchDatabase.ts';
import { addProject } from './store/addProject.ts';
import { readTestedImport, type TestedImport } from './testedImport.ts';

export interface TestImporterOptions<O extends z.ZodType, R extends RecordFields> {
  /** The importer's own options. */
  readonly options?: z.input<O>;
  readonly onDuplicate?: DuplicatePolicy;
  /** Column to field, or null to ignore it; suggested by the rows' names where absent. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly chunkSize?: number;
  readonly dryRun?: boolean;
  /** What is in the project before. */
  readonly records?: readonly R[];
}

const projectId = 'test';

/**
 * Runs an importer over a few rows, as the server would run it: the same engine, on a real Postgres, in a database of
 * its own that is dropped afterwards. The Postgres is that of DATABASE_URL (whose role must be allowed to make
 * databases), or one that is started for the tests of this process. A row is an object of column to value, as in JSON.
 *
 * Throws the engine's InvalidInput for options that are none, and an Error where the import could not come to an end,
 * such as for an importer that threw RetryLater.
 *
 * @example
 * const { outcomes, failedRows } = await testImporter(products, [{ SKU: 'A-1', Price: '-1' }]);
 */
export async function testImporter<F extends Fields, O extends z.ZodType, R extends RecordFields, Input>(
  importer: Importer<F, O, R, Input>,
  rows: readonly JsonObject[],
  options: TestImporterOptions<O, R> = {},
): Promise<TestedImport<R>> {
  const { databaseUrl, directDatabaseUrl, schema } = readConfig();
  const scratch = await scratchDatabase(directDatabaseUrl ?? databaseUrl, schema);
  const pool = new pg.Pool({ ...connectionConfig(scratch.database, { name: 'sluice-testing' }), max: 4 });
  try {
    return await run(pool, importer, rows, options);
  } finally {
    await pool.end();
    await scratch.drop();
  }
}

async function run<F extends Fields, O extends z.ZodType, R extends RecordFields, Input>(
  pool: pg.Pool,
  importer: Importer<F, O, R, Input>,
  rows: readonly JsonObject[],
  { records = [], mapping, ...options }: TestImporterOptions<O, R>,
): Promise<TestedImport<R>> {
  const warnings: string[] = [];
  const context = contextOf(pool, importer, warnings);
  const { database } = context;
  await prepareImporters(database, [importer]);
  await addProject(database, projectId);
  const scope = { projectId, importId: uuidv7() };
  const store = importer.store.open ? await importer.store.open(database) : importer.store;
  await store.insert(database, scope, await withIds(database, store, scope, records));

  const engine = createEngine(context);
  const importId = await engine.startImport('test', {
    ...{ projectId, importer: importer.name, source: { kind: 'rows', rows } },
    // As jobs, which are then done here: SYNC has a limit of rows.
    mode: 'ASYNC',
    ...(mapping ? { mapping: Object.entries(mapping).map(([column, field]) => ({ column, field })) } : {}),
    ...startOptions(options),
  });
  await runInline(context, importId);
  const [progress] = await engine.progress([importId]);
  if (!progress || !isOver(progress)) throw new Error(`The import did not come to its end. ${warnings.join(' ')}`);
  return readTestedImport(database, store, { projectId, importId }, progress);
}

/** Records with ids as an import gives them. */
async function withIds<R extends RecordFields>(
  db: Db,
  store: RecordStore<R>,
  scope: RecordScope,
  records: readonly R[],
): Promise<StoredRecord<R>[]> {
  const ids = (await store.newIds?.(db, scope, records)) ?? records.map(() => uuidv7());
  return records.map((fields, index) => ({ id: ids[index] ?? uuidv7(), fields }));
}

function startOptions({
  options,
  onDuplicate,
  chunkSize,
  dryRun,
}: Omit<TestImporterOptions<z.ZodType, RecordFields>, 'records' | 'mapping'>): Partial<StartImport> {
  return {
    // What zod takes as input is JSON, as it comes over the API.
    ...(options === undefined ? {} : { options: JSON.parse(JSON.stringify(options)) }),
    ...(onDuplicate ? { onDuplicate } : {}),
    ...(chunkSize ? { chunkSize } : {}),
    ...(dryRun ? { dryRun } : {}),
  };
}

/** Without jobs and uploads: what they would do is done at once. Warnings of the log are kept in `warnings`. */
function contextOf(pool: pg.Pool, importer: AnyImporter, warnings: string[]): EngineContext {
  const write = (line: string) => void warnings.push(messageOf(line));
  const database = createDatabase(pool);
  return {
    ...{ database, attempts: createAttempts(database) },
    jobs: { wake: async () => {}, deliver: async () => {} },
    importers: new Map([[importer.name, importer]]),
    uploads: {
      storeIds: [],
      find: async () => null,
      open: async () => Promise.reject(new Error('A test has no uploads.')),
      verify: async () => undefined,
    },
    log: pino({ level: 'warn' }, { write }),
  };
}

function messageOf(line: string): string {
  const { msg, err }: { msg?: string; err?: { message?: string } } = JSON.parse(line);
  return [msg, err?.message].filter(Boolean).join(': ');
}

function isOver({ status }: Progress): boolean {
  return ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED'].includes(status);
}
