import { createHash, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { connectionConfig } from '../../server/database/connections.ts';
import { freePort } from '../../server/database/freePort.ts';
import { noticeCrashesSooner } from '../helpers/noticeCrashesSooner.ts';
import { until } from '../helpers/until.ts';
import { BLOCKED } from './contactsFile.ts';
import type { CrashPostgres } from './postgres.ts';
import { type Role, type Sluice, startSluice } from './sluice.ts';

/** A project of one round's own, and a key to it. */
export interface Project {
  readonly id: string;
  readonly key: string;
}

/** A database and the processes that work on it, killed and revived at will. */
export interface Stand {
  readonly origin: string;
  readonly postgres: CrashPostgres;
  /** A folder for the tokens of strikes. */
  readonly folder: string;
  processes(): readonly Sluice[];
  /** Starts those again that are dead. */
  revive(): Promise<void>;
  /** Asks the database; while it is away, again and again. */
  ask<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Waits until the database has noticed that a process is gone: what it had sent is done or rolled back by then. */
  forgotten(pid: number): Promise<void>;
  newProject(): Promise<Project>;
  /** From now on the database takes the project's blocked rows too. */
  unblock(project: Project): Promise<void>;
  /** Changes some of the project's contacts behind the engine's back. */
  edit(project: Project): Promise<void>;
  stop(): Promise<void>;
}

/** The database refuses rows as a CHECK would, as long as their project is blocked. */
const BLOCKING = `
  CREATE SCHEMA crash;
  CREATE TABLE crash.blocked (project_id text PRIMARY KEY);
  CREATE FUNCTION crash.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM crash.blocked WHERE project_id = NEW.project_id) THEN
      RAISE EXCEPTION 'blocked' USING ERRCODE = '23514', CONSTRAINT = 'crash_blocked';
    END IF; RETURN NEW; END $$;
  CREATE TRIGGER crash_refuse BEFORE INSERT ON contact FOR EACH ROW
    WHEN (NEW.first_name = '${BLOCKED}') EXECUTE FUNCTION crash.refuse();`;

/** Contacts that are there before, and that some rows of the file are about. A name of their own would make them others. */
const OLDER_CONTACTS = `
  INSERT INTO contact (id, project_id, company, phone)
  SELECT gen_random_uuid(), $1, 'Company 0', '+1617' || 5000000 + 11 * n FROM generate_series(1, 200) AS n`;

/** Starts processes of these roles on a new database of this name. */
export async function startStand(postgres: CrashPostgres, name: string, roles: readonly Role[]): Promise<Stand> {
  const folder = join(postgres.home, `${name}-files`);
  const databaseUrl = postgres.url(name);
  await mkdir(folder);
  const port = await freePort();
  const pool = new pg.Pool({
    ...connectionConfig({ url: databaseUrl, schema: 'sluice' }, { name: 'crash-harness' }),
    max: 4,
  });
  // It comes and goes; who asks, asks again.
  pool.on('error', () => {});
  await createDatabase(postgres, name);

  const applications = new Map<number, string>();
  let processes: Sluice[] = [];
  const start = async (role: Role): Promise<Sluice> => {
    const application = `crash-${randomUUID()}`;
    const sluice = await startSluice(role, {
      PORT: String(port),
      // Overrides what the process calls itself, so that the connections of one process can be told.
      DATABASE_URL: `${databaseUrl}?application_name=${application}`,
      SLUICE_DATA_DIR: folder,
      SLUICE_ADMIN_PASSWORD: 'a password for tests',
      SLUICE_ADMIN_API_KEY: 'slk_a-key-for-tests',
      SLUICE_LOG_LEVEL: 'warn',
    });
    applications.set(sluice.pid, application);
    return sluice;
  };
  const ask: Stand['ask'] = (sql, values) => untilAnswered(pool, sql, values);
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map((sluice) => sluice.kill()));
    await pool.end();
  };

  try {
    // One after the other: the first migrates.
    for (const role of roles) processes.push(await start(role));
    await pool.query(BLOCKING);
    await noticeCrashesSooner(pool);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    postgres,
    folder,
    processes: () => processes,
    async revive() {
      processes = await Promise.all(processes.map((sluice) => (sluice.alive() ? sluice : start(sluice.role))));
    },
    ask,
    async forgotten(pid) {
      const sql = 'SELECT FROM pg_stat_activity WHERE application_name = $1';
      const gone = async (): Promise<boolean> => (await ask(sql, [applications.get(pid) ?? ''])).length === 0;
      await until(gone, { what: 'the connections of a dead process to end' });
    },
    async newProject() {
      const project = { id: `crash-${randomUUID()}`, key: `slk_${randomUUID()}` };
      await ask('INSERT INTO project (id, name) VALUES ($1, $1)', [project.id]);
      await ask(
        `INSERT INTO api_key (id, project_id, name, role, prefix, hash) VALUES ($1, $2, 'crash', 'ADMIN', 'slk_', $3)`,
        [randomUUID(), project.id, createHash('sha256').update(project.key).digest()],
      );
      await ask('INSERT INTO crash.blocked VALUES ($1)', [project.id]);
      await ask(OLDER_CONTACTS, [project.id]);
      return project;
    },
    async unblock(project) {
      await ask('DELETE FROM crash.blocked WHERE project_id = $1', [project.id]);
    },
    async edit(project) {
      await ask(`UPDATE contact SET company = 'Edited since' WHERE project_id = $1 AND phone LIKE '%7'`, [project.id]);
    },
    stop,
  };
}

async function createDatabase(postgres: CrashPostgres, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
  } finally {
    await admin.end();
  }
}

async function untilAnswered<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const attempt = async (): Promise<Row[] | null> => {
    try {
      return (await pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      if (isAway(error)) return null;
      throw error;
    }
  };
  return until(attempt, { what: 'the database to answer' });
}

/** Classes of SQLSTATE for lost connections and an operator's intervention; without one, the network says it. */
function isAway(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(08|57)/.test(error.code ?? '');
}
