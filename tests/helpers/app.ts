import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { freePort } from '../../server/database/freePort.ts';
import { cloneDatabase, dropDatabase, type TestDatabase } from './database.ts';

export interface RunningApp {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly databaseUrl: string;
  /** Of an ADMIN of the project. */
  readonly apiKey: string;
  readonly projectId: string;
  readonly adminEmail: string;
  readonly adminPassword: string;
  stop(): Promise<void>;
}

/**
 * The whole product in this process: what `npm start` runs, on a database and a data folder of its own. `variables` are
 * those of the environment that matter to the test; `prepare` is given the database before anything else connects.
 */
export async function startApp(
  variables: Readonly<Record<string, string>> = {},
  prepare: (database: TestDatabase) => Promise<void> = async () => {},
): Promise<RunningApp> {
  const database = await cloneDatabase();
  await prepare(database);
  const dataDir = await mkdtemp(join(tmpdir(), 'sluice-app-'));
  const port = await freePort();
  const access = { email: 'admin@localhost', password: 'a password for tests', apiKey: 'slk_a-key-for-tests' };
  const config = readConfig({
    PORT: String(port),
    DATABASE_URL: database.url,
    SLUICE_DATA_DIR: dataDir,
    SLUICE_ADMIN_EMAIL: access.email,
    SLUICE_ADMIN_PASSWORD: access.password,
    SLUICE_ADMIN_API_KEY: access.apiKey,
    SLUICE_LOG_LEVEL: 'error',
    ...variables,
  });
  const onFatal = (error: unknown): void => {
    throw error;
  };
  const app = createApp({ config, role: 'serve', onFatal });
  await app.start();
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    apiKey: access.apiKey,
    projectId: 'demo',
    adminEmail: access.email,
    adminPassword: access.password,
    async stop() {
      await app.stop();
      await dropDatabase(database);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
