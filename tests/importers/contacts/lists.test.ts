import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { contacts } from '../../../server/importers/contacts/index.ts';
import type { ContactFields } from '../../../server/importers/contacts/store.ts';
import type { Db } from '../../../server/sdk/index.ts';
import { testDatabase } from '../../helpers/database.ts';
import { until } from '../../helpers/until.ts';

const database = testDatabase();
const db: Db = { query: async (text, values) => (await database.pool.query(text, values?.slice())).rows };

/** A project with two contacts, and an import's context that puts contacts on the list "Spring". */
async function newProject() {
  const scope = { projectId: v7(), importId: v7() };
  const none = { firstName: null, lastName: null, company: null, title: null, addresses: {}, metadata: {} };
  const records = ['a@example.com', 'b@example.com'].map((email): { id: string; fields: ContactFields } => ({
    id: v7(),
    fields: { ...none, phone: null, email },
  }));
  await contacts.store.insert(db, scope, records);
  const [first = '', second = ''] = records.map(({ id }) => id);
  return { first, second, context: { ...scope, options: contacts.options.parse({ listName: ' Spring ' }) } };
}

async function membersOf(projectId: string): Promise<string[]> {
  const rows = await db.query<{ member: string }>(
    `SELECT name || ' ' || contact_id AS member FROM contact_list_member JOIN contact_list ON id = list_id
      WHERE project_id = $1 ORDER BY member`,
    [projectId],
  );
  return rows.map(({ member }) => member);
}

test('contacts go on the list, which is made once, and twice is once', async () => {
  const { first, second, context } = await newProject();
  await contacts.link?.(db, [first], context);
  await contacts.link?.(db, [first, second], { ...context, importId: v7() });
  expect(await membersOf(context.projectId)).toEqual([`Spring ${first}`, `Spring ${second}`]);
});

test('without a list name nobody goes on a list', async () => {
  const { first, context } = await newProject();
  await contacts.link?.(db, [first], { ...context, options: contacts.options.parse({}) });
  expect(await membersOf(context.projectId)).toEqual([]);
});

test('an import takes off what it put on, and no older membership', async () => {
  const { first, second, context } = await newProject();
  const later = { ...context, importId: v7() };
  await contacts.link?.(db, [first], context);
  await contacts.link?.(db, [first, second], later);
  await contacts.unlink?.(db, [first, second], later);
  expect(await membersOf(context.projectId)).toEqual([`Spring ${first}`]);
});

test('two imports that make the same list at once make one', async () => {
  const { first, second, context } = await newProject();
  const clients = [await database.pool.connect(), await database.pool.connect()] as const;
  const [one, two] = clients.map(
    (client): Db => ({
      query: async (text, values) => (await client.query(text, values?.slice())).rows,
    }),
  );
  if (one === undefined || two === undefined) throw new Error('Two connections.');
  try {
    for (const client of clients) await client.query('BEGIN');
    await contacts.link?.(one, [first], context);
    const waiting = contacts.link?.(two, [second], { ...context, importId: v7() });
    await until(async () => await isAnyoneWaiting(), { what: 'the second import to wait for the first' });
    await clients[0].query('COMMIT');
    await waiting;
    await clients[1].query('COMMIT');
  } finally {
    for (const client of clients) client.release(true);
  }
  expect(await membersOf(context.projectId)).toEqual([`Spring ${first}`, `Spring ${second}`]);
});

async function isAnyoneWaiting(): Promise<boolean> {
  const waiting = await db.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return waiting.length > 0;
}
