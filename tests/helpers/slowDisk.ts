import type pg from 'pg';
import { withClient } from '../../server/database/connections.ts';
import { SCHEMA } from './database.ts';

const INSTALL = `
  CREATE TABLE slow_project (id text PRIMARY KEY, chunk_seconds double precision NOT NULL);
  CREATE FUNCTION slow_disk() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      since timestamptz := clock_timestamp();
      project text := (SELECT project_id FROM import WHERE id = NEW.import_id);
    BEGIN
      WHILE EXISTS (SELECT FROM slow_project WHERE id = project
                       AND clock_timestamp() < since + chunk_seconds * interval '1 second') LOOP
        PERFORM pg_sleep(0.05);
      END LOOP;
      RETURN NEW;
    END $$;
  CREATE TRIGGER slow_disk BEFORE UPDATE OF status ON import_chunk FOR EACH ROW EXECUTE FUNCTION slow_disk();`;

/** Prepares a database for `slowDown`. */
export async function installSlowDisk(database: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await database.query(INSTALL);
}

/**
 * Has each chunk of a project take so long that its imports last for as long as a test wants to look at them, on any
 * machine and with few rows. Returns what makes the disk fast again, at once.
 */
export async function slowDown(
  databaseUrl: string,
  projectId: string,
  chunkSeconds: number,
): Promise<() => Promise<void>> {
  await run(databaseUrl, 'INSERT INTO slow_project VALUES ($1, $2)', [projectId, chunkSeconds]);
  return () => run(databaseUrl, 'DELETE FROM slow_project WHERE id = $1', [projectId]);
}

async function run(databaseUrl: string, sql: string, values: readonly unknown[]): Promise<void> {
  await withClient({ url: databaseUrl, schema: SCHEMA }, { name: 'slow-disk' }, (client) =>
    client.query(sql, [...values]),
  );
}
