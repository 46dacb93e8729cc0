import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../server/database/migrate.ts';
import {
  startTemporaryCluster,
  type TemporaryCluster,
  temporaryFolderIn,
} from '../../server/database/temporaryCluster.ts';
import { createTeardown, type Teardown } from '../../server/setup/teardown.ts';
import { startReaper } from '../../server/testing/reaper.ts';
import { offerServer } from './offerServer.ts';
import { makeTemporaryFolder } from './temporaryFolder.ts';
import './provided.ts';

const template = 'sluice_template';

/**
 * Starts what the files of a run share: one Postgres with the template that every file's database is a copy of, and one
 * Sluice server for those that ask for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const teardown = createTeardown();
  try {
    await start(project, teardown);
    return () => teardown.run();
  } catch (cause) {
    await teardown.run();
    // Vitest shows what is no Error as "No test files found".
    throw new Error(`The tests' Postgres did not start: ${String(cause)}`, { cause });
  }
}

async function start(project: TestProject, teardown: Teardown): Promise<void> {
  // What the machine says to clients of its own Postgres is not meant for the tests', which would obey it.
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]/.test(name)) delete process.env[name];
  const folder = await makeTemporaryFolder();
  teardown.add('The temporary folder', folder.remove);
  const home = join(folder.path, 'postgres');
  await mkdir(home);
  // A run that is interrupted or killed, at whatever moment, leaves neither a Postgres nor files behind.
  const reaper = startReaper({ home: folder.path, folder: temporaryFolderIn(home) });
  teardown.add('The reaper', async () => reaper.dismiss());
  const cluster = await startTemporaryCluster(home);
  teardown.add('Postgres', cluster.stop);
  await makeTemplate(cluster);
  project.provide('cluster', { adminUrl: cluster.url('postgres'), template });
  const offer = await offerServer(cluster, template);
  teardown.add('The shared server', offer.stop);
  project.provide('serverOffer', offer.url);
}

/**
 * With SLUICE_TEST_DATABASE_TIME_ZONE, such as America/St_Johns, every session has that zone that does not choose its own.
 * (By the role, since a clone of a database does not take over its settings.)
 */
async function makeTemplate(cluster: TemporaryCluster): Promise<void> {
  const timeZone = process.env.SLUICE_TEST_DATABASE_TIME_ZONE;
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  try {
    if (timeZone) await admin.query(`ALTER ROLE CURRENT_USER SET timezone = ${admin.escapeLiteral(timeZone)}`);
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate({ url: cluster.url(template), schema: 'sluice' });
  } finally {
    await admin.end();
  }
}
