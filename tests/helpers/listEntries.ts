import { v7 as uuidv7 } from 'uuid';
import { feedEvent, organizer, venue } from '../importers/events/calendar.ts';
import { csv } from './engine.ts';
import { addPerson, type Person } from './persons.ts';
import type { TestServer } from './server.ts';

/** Something that has at least three entries in each list of the API, and who may see all of them. */
export interface ListEntries {
  readonly person: Person;
  /** With failed rows, chunks, changes, an undo, messages. */
  readonly importId: string;
  /** A contact that five imports touched. */
  readonly recordId: string;
  readonly scheduleId: string;
  /** A page with three others below it. */
  readonly pageId: string;
}

const THREE = [1, 2, 3] as const;
const URL = 'https://pages.example';

/** By imports where those make them, else as their tables have them. The server has people, events and taxonomy. */
export async function addListEntries(server: TestServer): Promise<ListEntries> {
  const person = await addPeople(server);
  const importId = await addImports(server);
  await addAround(server, importId);
  const scheduleId = await addSchedules(server);
  const { rows } = await server.engine.pool.query(
    `SELECT (SELECT id FROM contact WHERE phone = '+12025550100') AS "recordId",
            (SELECT id FROM taxonomy_node WHERE url = $1) AS "pageId"`,
    [`${URL}/`],
  );
  return { person, importId, scheduleId, ...rows[0] };
}

async function addPeople(server: TestServer): Promise<Person> {
  const person = await addPerson(server, 'root@lists.example', { administrator: true, roles: { demo: 'ADMIN' } });
  await server.engine.pool.query(
    `INSERT INTO "user" (id, name, email) SELECT 'user' || n, 'User', 'user' || n || '@lists.example' FROM generate_series(1, 3) n`,
  );
  await server.engine.pool.query(
    `INSERT INTO member (project_id, user_id, role) SELECT 'demo', 'user' || n, 'VIEWER' FROM generate_series(1, 3) n`,
  );
  return person;
}

/** Two of pages, one of a calendar, and then five of the same people; gives the last, of which most is known. */
async function addImports({ engine }: TestServer): Promise<string> {
  const pages = ['', 'a', 'b', 'c'].map((path) => ({ url: `${URL}/${path}`, title: path }));
  await engine.start({ importer: 'taxonomy', source: { kind: 'rows', rows: pages } });
  const roots = THREE.map((n) => ({ url: `https://root${n}.example/`, title: 'Root' }));
  await engine.start({ importer: 'taxonomy', source: { kind: 'rows', rows: roots } });
  const events = THREE.map((n) =>
    feedEvent(n, {
      venue: [venue(n, `Hall ${n}`)],
      organizer: [organizer(n, `Friends ${n}`)],
      categories: [{ id: n, name: `Kind ${n}`, slug: `kind-${n}`, count: 1, taxonomy: 'tribe_events_cat' }],
    }),
  );
  const options = { similarity: 1 };
  await engine.start({ importer: 'events', mode: 'SYNC', source: { kind: 'rows', rows: events }, options });
  const people = Array.from({ length: 8 }, (_, n) => [n % 2 ? '' : `Ada ${n}`, `+1202555010${n}`, '']);
  const ids: string[] = [];
  for (const _ of [...THREE, 4, 5]) ids.push(await engine.start({ source: csv(...people), chunkSize: 2 }));
  return ids.at(-1) ?? '';
}

/** What belongs to imports and to the project. */
async function addAround({ engine: { pool } }: TestServer, importId: string): Promise<void> {
  await pool.query(`INSERT INTO source_spool (import_id, file_id, name) SELECT id, id, 'people.csv' FROM import`);
  await pool.query(`UPDATE import SET undo_at = now()`);
  for (const _ of THREE) {
    const id = uuidv7();
    for (const result of ['REVERSED', 'KEPT', 'ERRORED'])
      await pool.query(
        `INSERT INTO undo_entry (import_id, record_type, record_id, result) VALUES ($1, 'contact', $2, $3::undo_result)`,
        [importId, uuidv7(), result],
      );
    const of = [id, importId];
    await pool.query(
      `INSERT INTO delivery (id, import_id, project_id, kind, event, target, payload)
      VALUES ($1, $2, 'demo', 'EMAIL', 'import.completed', 'ann@lists.example', '{}')`,
      of,
    );
    await pool.query(
      `INSERT INTO audit_entry (id, project_id, import_id, actor, action)
      VALUES ($1, 'demo', $2, 'test', 'PAUSE')`,
      of,
    );
    await pool.query(
      `INSERT INTO invitation (id, project_id, email, role, token_hash, created_by, expires_at)
      VALUES ($1, 'demo', $2, 'VIEWER', sha256(uuid_send($1)), 'test', now())`,
      [id, `${id}@lists.example`],
    );
    await pool.query(`INSERT INTO start_switch (id, is_on, actor) VALUES ($1, true, 'test')`, [id]);
    await pool.query(`INSERT INTO contact_list (id, project_id, name) VALUES ($1, 'demo', $2)`, [id, `List ${id}`]);
    await pool.query('INSERT INTO contact_list_member (list_id, contact_id) SELECT $1, id FROM contact', [id]);
  }
}

/** Three, the last of which has three runs; gives that one. */
async function addSchedules({ engine: { pool } }: TestServer): Promise<string> {
  const ids = THREE.map(() => uuidv7());
  await pool.query(
    `INSERT INTO import_schedule (id, project_id, name, importer_name, shown_url, encrypted_url, secret_id, cron, time_zone, created_by)
     SELECT id, 'demo', id, 'people', 'https://lists.example', '', '', '0 3 * * *', 'UTC', 'test' FROM unnest($1::uuid[]) id`,
    [ids],
  );
  const scheduleId = ids[2] ?? '';
  for (const _ of THREE)
    await pool.query(
      `INSERT INTO schedule_run (id, schedule_id, due_at, actor, outcome) VALUES ($1, $2, now(), 'test', 'OVERLAPPED')`,
      [uuidv7(), scheduleId],
    );
  return scheduleId;
}
