import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { withClient } from '../../server/database/connections.ts';
import type { SharedServer } from '../setup/offerServer.ts';
import type { RunningApp } from './app.ts';
import { SCHEMA } from './database.ts';
import { startFile } from './startFile.ts';

const SAMPLE = join(import.meta.dirname, '../fixtures/contacts-sample.csv');

/**
 * A new project on the server that the files of this run share, with the sample imported as in the demo project. Its
 * administrator is the server's, for whom the project has this name.
 */
export async function sharedProject(name: string): Promise<Omit<RunningApp, 'stop'>> {
  const response = await fetch(inject('serverOffer'));
  if (!response.ok) throw new Error(await response.text());
  const server: SharedServer = await response.json();
  const app = { ...server, projectId: `p-${randomUUID()}`, apiKey: `slk_${randomUUID()}` };
  await addProject(app, name);
  // Small enough to be imported within the request.
  await startFile(app, 'contacts-sample.csv', await readFile(SAMPLE, 'utf8'));
  return app;
}

async function addProject({ databaseUrl, projectId, apiKey }: Omit<RunningApp, 'stop'>, name: string): Promise<void> {
  await withClient({ url: databaseUrl, schema: SCHEMA }, { name: 'shared-project' }, async (client) => {
    await client.query('INSERT INTO project (id, name) VALUES ($1, $2)', [projectId, name]);
    await client.query(
      `INSERT INTO member (project_id, user_id, role) SELECT $1, id, 'ADMIN' FROM "user" WHERE administrator`,
      [projectId],
    );
    await client.query(
      `INSERT INTO api_key (id, project_id, name, role, prefix, hash) VALUES ($1, $2, 'tests', 'ADMIN', 'slk_', $3)`,
      [randomUUID(), projectId, createHash('sha256').update(apiKey).digest()],
    );
  });
}
