import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../server/database/migrate.ts';
import { startTemporaryCluster, type TemporaryCluster } from '../../server/database/temporaryCluster.ts';
import { startReaper } from '../../server/testing/reaper.ts';
import { makeTemporaryFolder } from './temporaryFolder.ts';
import './provided.ts';

const template = 'sluice_template';

/** Starts the one Postgres of a test run and makes the template that every test file's database is a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const folder = await makeTemporaryFolder();
    const cluster = await startTemporaryCluster();
    // A run that is interrupted or killed leaves neither a Postgres nor files behind.
    const reaper = startReaper({ home: folder.path, folder: cluster.folder });
    await makeTemplate(cluster);
    project.provide('cluster', { adminUrl: cluster.url('postgres'), template });
    return async () => {
      await cluster.stop();
      reaper.dismiss();
      await folder.remove();
    };
  } catch (cause) {
    // Vitest shows what is no Error as "No test files found".
    throw new Error(`The tests' Postgres did not start: ${String(cause)}`, { cause });
  }
}

async function makeTemplate(cluster: TemporaryCluster): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(cluster.url(template));
  } finally {
    await admin.end();
  }
}
