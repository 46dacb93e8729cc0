import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { events } from '../../server/importers/events/index.ts';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import { type ConnectionField, connectionFields } from '../helpers/connections.ts';
import { documentOfList, LIST_CASES, listIn } from '../helpers/listCases.ts';
import { addListEntries, type ListEntries } from '../helpers/listEntries.ts';
import { people } from '../helpers/people.ts';
import { schema } from '../helpers/schema.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ importers: [people, events, taxonomy] });
let entries: ListEntries;
/** Every table in which rows have an id and are of a project. */
let tables: readonly string[];

beforeAll(async () => {
  entries = await addListEntries(server);
  const { rows } = await server.engine.pool.query(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'sluice'
      GROUP BY 1 HAVING bool_or(column_name = 'id' AND data_type = 'uuid') AND bool_or(column_name = 'project_id')`,
  );
  tables = rows.map(({ name }) => name);
  await server.engine.pool.query(`INSERT INTO project (id, name) VALUES ('other', 'Other') ON CONFLICT DO NOTHING`);
});

/** The arguments for each order that a list can have. */
function orders({ name, field }: ConnectionField): readonly string[] {
  const own = LIST_CASES[name]?.orders;
  if (own) return own;
  const type = getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type);
  if (!isInputObjectType(type)) return [''];
  const values = (of: string) => {
    const named = getNamedType(type.getFields()[of]?.type);
    return isEnumType(named) ? named.getValues().map((value) => value.name) : [];
  };
  return values('field').flatMap((by) =>
    values('direction').map((direction) => `orderBy: { field: ${by}, direction: ${direction} }`),
  );
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const cases = connectionFields(schema).flatMap((list) =>
  orders(list).map((order) => ({ title: `${list.name} ${order}`.trim(), name: list.name, order })),
);

async function ask(name: string, page: string) {
  const selection = 'pageInfo { hasNextPage } edges { cursor }';
  const { data, errors } = await entries.person.graphql(documentOfList(name, entries, `first: 20 ${page}`, selection));
  return { data, errors: errors?.map(({ message, extensions }) => [message, extensions.code]) };
}

async function moveToProject(id: string, project: string): Promise<void> {
  for (const table of tables) {
    await server.engine.pool.query(`UPDATE "${table}" SET project_id = $2 WHERE id = $1`, [id, project]);
  }
}

/** An id that nothing has, next to another. */
function besides(id: string, step: bigint): string {
  const [, start = '', end = ''] = /^(.*-)([0-9a-f]{12})$/.exec(id) ?? [];
  return start + (BigInt(`0x${end}`) + step).toString(16).padStart(12, '0');
}

const encoded = (cursor: string) => Buffer.from(cursor).toString('base64url');

test.each(cases)('$title: the cursor of another project is that of nothing', async ({ name, order }) => {
  const { data } = await ask(name, order);
  const edges = listIn<{ edges: readonly { cursor: string }[] }>(data).edges;
  expect(edges.length).toBeGreaterThanOrEqual(3);
  const cursor = Buffer.from(edges[1]?.cursor ?? '', 'base64url').toString();
  const [id] = UUID.exec(cursor) ?? [];
  // A number of a row, a name or a key of the list itself: it stands for no record.
  if (id === undefined) return;
  const nothings = [-1n, 1n].map((step) => cursor.replace(id, besides(id, step)));
  await moveToProject(id, 'other');
  try {
    const foreign = await ask(name, `${order} after: "${encoded(cursor)}"`);
    const answers = await Promise.all(nothings.map((each) => ask(name, `${order} after: "${encoded(each)}"`)));
    // Before it or behind it: where a list goes on is all that an id itself may say.
    expect(answers).toContainEqual(foreign);
  } finally {
    await moveToProject(id, 'demo');
  }
});
