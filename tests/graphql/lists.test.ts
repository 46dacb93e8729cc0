import { beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../server/graphql/schema.ts';
import { events } from '../../server/importers/events/index.ts';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import type { Answer } from '../helpers/api.ts';
import { type ConnectionField, connectionFields, wholeSelection } from '../helpers/connections.ts';
import { addListEntries, type ListEntries } from '../helpers/listEntries.ts';
import { people } from '../helpers/people.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ importers: [people, events, taxonomy] });
let entries: ListEntries;

beforeAll(async () => {
  entries = await addListEntries(server);
});

type Around = (list: string, entries: ListEntries) => string;
const DEMO = 'projectId: "demo"';
const root: Around = (list) => list;
const ofImport: Around = (list, { importId }) => `import(id: "${importId}") { ${list} }`;
const ofUndo: Around = (list, { importId }) => `import(id: "${importId}") { undo { ${list} } }`;
const ofProject: Around = (list) => `project(id: "demo") { ${list} }`;
const ofSchedule: Around = (list, { scheduleId }) => `schedule(id: "${scheduleId}") { ${list} }`;
const ofPage: Around = (list, { pageId }) => `taxonomyNode(id: "${pageId}") { ${list} }`;

interface Case {
  /** Where in a document the list stands. */
  readonly in: Around;
  /** Its own arguments beside those of a page. */
  readonly args?: (entries: ListEntries) => string;
}

const inProject: Case = { in: root, args: () => DEMO };

const CASES: Readonly<Record<string, Case>> = {
  'Import.auditTrail': { in: ofImport },
  'Import.changes': { in: ofImport, args: () => 'outcome: UNCHANGED' },
  'Import.chunkList': { in: ofImport },
  'Import.deliveries': { in: ofImport },
  'Import.failedRows': { in: ofImport },
  'Import.rowResults': { in: ofImport },
  'Project.apiKeys': { in: ofProject },
  'Project.auditTrail': { in: ofProject },
  'Project.invitations': { in: ofProject },
  'Project.members': { in: ofProject },
  'Query.contactLists': inProject,
  'Query.contacts': inProject,
  'Query.entityMappings': { in: root, args: () => `${DEMO}, kind: VENUE` },
  'Query.eventCategories': inProject,
  'Query.events': inProject,
  'Query.imports': inProject,
  'Query.organizers': inProject,
  'Query.recordHistory': { in: root, args: ({ recordId }) => `${DEMO}, recordId: "${recordId}"` },
  'Query.schedules': inProject,
  'Query.startSwitches': { in: root },
  // Roots have nothing above them to read.
  'Query.taxonomyNodes': { in: root, args: ({ pageId }) => `${DEMO}, filter: { parentId: "${pageId}" }` },
  // What is like them is read with a statement a kind.
  'Query.unresolvedEntities': { in: root, args: () => `${DEMO}, filter: { kind: VENUE }` },
  'Query.venues': inProject,
  'Schedule.runs': { in: ofSchedule },
  'TaxonomyNode.children': { in: ofPage },
  'UndoReport.errored': { in: ofUndo },
  'UndoReport.kept': { in: ofUndo },
  'UndoReport.reversed': { in: ofUndo },
};

const lists = connectionFields(createSchema());

test('every list of the schema has a case here', () => {
  const hint =
    'A list without a case: add it to CASES, say where in a document it stands, and give it at least three entries in tests/helpers/listEntries.ts.';
  expect(Object.keys(CASES).sort(), hint).toEqual(lists.map(({ name }) => name).sort());
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
  const asked = CASES[name];
  if (!asked) throw new Error(`${name} has no case.`);
  const args = `first: ${first} ${more} ${asked.args?.(entries) ?? ''}`;
  const field = name.split('.')[1];
  const list = `list: ${field}(${args}) { totalCount pageInfo { hasNextPage } edges { cursor node { ${wholeSelection(node)} } } }`;
  const { data, errors } = await entries.person.graphql(`{ ${asked.in(list, entries)} }`);
  expect(errors).toBeUndefined();
  return listIn(data);
}

function listIn(data: Answer['data']): Page {
  return 'list' in data ? data.list : listIn(Object.values(data)[0]);
}
