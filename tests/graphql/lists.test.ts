import { beforeAll, expect, test } from 'vitest';
import { events } from '../../server/importers/events/index.ts';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import { type ConnectionField, connectionFields, wholeSelection } from '../helpers/connections.ts';
import { documentOfList, LIST_CASES, listIn } from '../helpers/listCases.ts';
import { addListEntries, type ListEntries } from '../helpers/listEntries.ts';
import { people } from '../helpers/people.ts';
import { schema } from '../helpers/schema.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ importers: [people, events, taxonomy] });
let entries: ListEntries;

beforeAll(async () => {
  entries = await addListEntries(server);
});

const lists = connectionFields(schema);

test('every list of the schema has a case here', () => {
  const hint =
    'A list without a case: add it to tests/helpers/listCases.ts, say where in a document it stands, and give it at least three entries in tests/helpers/listEntries.ts.';
  expect(Object.keys(LIST_CASES).sort(), hint).toEqual(lists.map(({ name }) => name).sort());
});

test.each(lists)('$name pages by cursor and by offset', ({ field }) => {
  expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after', 'offset']));
});

test.each(lists)('$name costs the same statements for one entry as for many, whatever is selected', async (list) => {
  let whole: Page | undefined;
  const one = await server.watchQueries(() => read(list, 1));
  const many = await server.watchQueries(async () => {
    whole = await read(list, 20);
  });
  expect(whole?.totalCount).toBeGreaterThanOrEqual(3);
  expect(whole?.edges).toHaveLength(whole?.totalCount ?? 0);
  expect(many.statements.length, many.statements.join('\n')).toBe(one.statements.length);
  expect(many.taken).toBe(one.taken);
  expect((await read(list, 1, 'offset: 1')).edges).toMatchObject([{ cursor: whole?.edges[1]?.cursor }]);
});

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
}

async function read({ name, node }: ConnectionField, first: number, more = ''): Promise<Page> {
  const selection = `totalCount pageInfo { hasNextPage } edges { cursor node { ${wholeSelection(node)} } }`;
  const document = documentOfList(name, entries, `first: ${first} ${more}`, selection);
  const { data, errors } = await entries.person.graphql(document);
  expect(errors).toBeUndefined();
  return listIn<Page>(data);
}
