import { type Config, configuredDatabase } from './config.ts';
import { checkDatabase } from './database/checkDatabase.ts';
import type { DatabaseConfig } from './database/connections.ts';
import { startEmbedded } from './database/embedded.ts';
import { readEmbeddedUrl } from './database/embeddedUrl.ts';
import { requireFreePort } from './database/freePort.ts';
import { migrate } from './database/migrate.ts';
import { createEngine } from './engine/createEngine.ts';
import { type Seeded, seed } from './setup/seed.ts';
import { StartError } from './setup/startError.ts';
import { createTeardown } from './setup/teardown.ts';

/** `serve` answers requests and works jobs; `worker` only works jobs. */
export type AppRole = 'serve' | 'worker';

export interface StartedInfo {
  /** Where the console and the API are; null for a worker. */
  readonly url: string | null;
  readonly database: DatabaseConfig;
  /** Null for a worker, which seeds nothing. */
  readonly seeded: Seeded | null;
}

export interface App {
  /** Rejects with StartError when the set-up is at fault; what was started by then is stopped again. */
  start(): Promise<StartedInfo>;
  /** Stops everything that was started, the last first. */
  stop(): Promise<void>;
  /** Ends what would outlive this process, at once: call right before exiting without `stop`. */
  kill(): void;
}

export interface AppOptions {
  readonly config: Config;
  readonly role: AppRole;
  /** Something that the app cannot do without is gone for good: the process should stop, with an error. */
  readonly onFatal: (error: unknown) => void;
}

/** Wires everything. Nothing happens before `start`. */
export function createApp({ config, role, onFatal }: AppOptions): App {
  const teardown = createTeardown();
  let kill = () => {};
  let starting: Promise<StartedInfo> | undefined;

  async function openDatabase(): Promise<DatabaseConfig> {
    const database = configuredDatabase(config);
    if (database !== null) {
      await checkDatabase(database);
      return database;
    }
    if (role === 'worker') return databaseBeside(config.dataDir, config.schema);
    // Loaded while our own Postgres starts; whether it can be loaded is told below.
    import('./app/core.ts').catch(() => {});
    const embedded = await startEmbedded({ dataDir: config.dataDir, onLost: onFatal });
    teardown.add('The database', embedded.stop);
    kill = embedded.kill;
    return { url: embedded.url, schema: config.schema };
  }

  async function startAll(): Promise<StartedInfo> {
    // First of all: a fault here is the user's to mend, and nothing is started or made by then.
    if (role === 'serve') await requireFreePort(config.port, config.host);
    // What is large is loaded where it is wanted: a fault is told at once, and a worker has no use for the API.
    const { loadImporters } = await import('./app/importers.ts');
    const importers = await loadImporters(config.importers.modules, config.importers.folder, config.importers.origin);
    // Not at the same time: what keeps this process busy would pass for the silence of a database that is being checked.
    const database = await openDatabase();
    const { startCore } = await import('./app/core.ts');
    await migrate(database);
    if (role === 'worker') {
      const { startWork } = await startCore(config, database, importers, teardown);
      await startWork();
      return { url: null, database, seeded: null };
    }
    const { startHttp } = await import('./app/http.ts');
    const seeded = await seed(database, config);
    const core = await startCore(config, database, importers, teardown);
    const engine = createEngine(core.context, core.shares);
    if (seeded.firstCredentials !== null && config.projects.length === 0)
      await (await import('./app/demoImport.ts')).importSample(engine);
    await startHttp(config, database, core, engine, teardown);
    return { url: config.publicUrl, database, seeded };
  }

  return {
    async start() {
      starting = startAll();
      try {
        return await starting;
      } catch (error) {
        // What does not stop now tells less than what went wrong before.
        await teardown.run().catch(() => undefined);
        throw error;
      }
    },
    async stop() {
      // What is being started can be stopped only once it is there.
      await starting?.catch(() => undefined);
      await teardown.run();
    },
    kill: () => kill(),
  };
}

/** The embedded Postgres of a server on this machine. */
async function databaseBeside(dataDir: string, schema: string): Promise<DatabaseConfig> {
  const url = await readEmbeddedUrl(dataDir);
  if (url === null) {
    throw new StartError(`A worker needs DATABASE_URL, or SLUICE_DATA_DIR of a running server: ${dataDir} is none.`);
  }
  const database = { url: url.href, schema };
  await checkDatabase(database, `the server of ${dataDir}`);
  return database;
}
