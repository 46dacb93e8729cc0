import { beforeAll, expect, test } from 'vitest';
import { events } from '../../server/importers/events/index.ts';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import { connectionFields } from '../helpers/connections.ts';
import { SCHEMA } from '../helpers/database.ts';
import { addListEntries, type ListEntries } from '../helpers/listEntries.ts';
import { orderPlan } from '../helpers/orderPlan.ts';
import { people } from '../helpers/people.ts';
import { schema } from '../helpers/schema.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ importers: [people, events, taxonomy] });
let entries: ListEntries;

beforeAll(async () => {
  entries = await addListEntries(server);
});

const DEMO = 'projectId: "demo"';
const BOTH_WAYS = ['ASC', 'DESC'] as const;

/** A list of a project in each of its orders. */
function ordered(name: string, table: string, fields: readonly string[]): [string, string, () => string][] {
  return fields.flatMap((field) =>
    BOTH_WAYS.map((way): [string, string, () => string] => [
      `Query.${name} by ${field} ${way}`,
      table,
      () => `${name}(${DEMO}, orderBy: { field: ${field}, direction: ${way} })`,
    ]),
  );
}

const ofProject = (name: string, table: string, args = ''): [string, string, () => string] => [
  `Query.${name} ${args}`,
  table,
  () => `${name}(${DEMO}, ${args})`,
];

/** What is listed, the table whose order it is, and the field of the document whose edges are asked for. */
const CASES: readonly (readonly [string, string, () => string])[] = [
  ...ordered('imports', 'import', ['CREATED_AT', 'FINISHED_AT', 'STATUS']),
  ...ordered('contacts', 'contact', ['CREATED_AT', 'EMAIL', 'PHONE']),
  ...ordered('events', 'event', ['START', 'TITLE']),
  ofProject('records', 'contact', 'importer: "people"'),
  ofProject('records', 'contact', 'importer: "people", orderBy: { field: "email", direction: ASC }'),
  [
    'Record.history',
    'provenance',
    () => `record(projectId: "demo", importer: "people", id: "${entries.recordId}") { history EDGES }`,
  ],
  ofProject('venues', 'venue'),
  ofProject('organizers', 'organizer'),
  ofProject('eventCategories', 'event_category'),
  ofProject('entityRules', 'entity_rule', 'kind: VENUE'),
  ofProject('entityMatches', 'entity_match'),
  ofProject('contactLists', 'contact_list'),
  ofProject('schedules', 'import_schedule'),
  ofProject('taxonomyNodes', 'taxonomy_node'),
  ofProject('taxonomyNodes', 'taxonomy_node', 'filter: { rootsOnly: true }'),
  [
    'Query.taxonomyNodes of a parent',
    'taxonomy_node',
    () => `taxonomyNodes(${DEMO}, filter: { parentId: "${entries.pageId}" })`,
  ],
  ['Query.recordHistory', 'provenance', () => `recordHistory(${DEMO}, recordId: "${entries.recordId}")`],
  ['Query.startSwitches', 'start_switch', () => 'startSwitches'],
  ['TaxonomyNode.children', 'taxonomy_node', () => inside('taxonomyNode', entries.pageId, 'children')],
  ['Schedule.runs', 'schedule_run', () => inside('schedule', entries.scheduleId, 'runs')],
  ['Project.apiKeys', 'api_key', () => inside('project', 'demo', 'apiKeys')],
  ['Project.auditTrail', 'audit_entry', () => inside('project', 'demo', 'auditTrail')],
  ['Project.invitations', 'invitation', () => inside('project', 'demo', 'invitations')],
  ['Project.members', 'member', () => inside('project', 'demo', 'members')],
  ['Import.auditTrail', 'audit_entry', () => ofImport('auditTrail')],
  ['Import.changes', 'provenance', () => ofImport('changes')],
  ['Import.chunks', 'import_chunk', () => ofImport('chunks')],
  ['Import.deliveries', 'delivery', () => ofImport('deliveries')],
  ['Import.failedRows', 'failed_row', () => ofImport('failedRows')],
  ['Import.failedRows of a status', 'failed_row', () => ofImport('failedRows(status: OPEN)')],
  ['Import.rowResults', 'provenance', () => ofImport('rowResults')],
  ['Import.rowResults', 'failed_row', () => ofImport('rowResults')],
  ...['reversed', 'kept', 'errored'].map((list): [string, string, () => string] => [
    `UndoReport.${list}`,
    'undo_entry',
    () => inside('import', entries.importId, `undo { ${list}`, ' }'),
  ]),
];

test('the order of every list of the schema is looked at', () => {
  const looked = new Set(CASES.map(([name]) => name.split(' ')[0]));
  const hint = 'A list whose order is not looked at: add it to CASES.';
  expect([...looked].sort(), hint).toEqual(
    connectionFields(schema)
      .map(({ name }) => name)
      .sort(),
  );
});

test.each(CASES)('%s comes in the order of an index of %s', async (_name, table, asked) => {
  const { statements } = await server.watchQueries(async () => {
    const { errors } = await entries.person.graphql(asDocument(asked()));
    expect(errors).toBeUndefined();
  });
  const listed = statements.filter((each) => reads(each, table));
  expect(listed).toHaveLength(1);
  const plan = await orderPlan(server.engine.pool, listed[0] ?? '', table);
  const told = JSON.stringify(plan);
  expect(plan.sorts, told).toEqual([]);
  expect(
    plan.ties.filter((tie) => !/\b(id|seq)( DESC)?$/.test(tie)),
    told,
  ).toEqual([]);
  expect(plan.scan).toMatch(/^Index/);
  // Of the list's own entries, and not of all projects'.
  if (table !== 'start_switch') expect(plan.condition).not.toBeNull();
});

function inside(field: string, id: string, list: string, end = ''): string {
  return `${field}(id: "${id}") { ${list} EDGES${end} }`;
}

function ofImport(list: string): string {
  return inside('import', entries.importId, list);
}

function asDocument(asked: string): string {
  const edges = '{ edges { cursor } }';
  return asked.includes('EDGES') ? `{ ${asked.replace('EDGES', edges)} }` : `{ ${asked} ${edges} }`;
}

/** A page of the table, in an order. */
function reads(statement: string, table: string): boolean {
  return (
    /ORDER BY/.test(statement) &&
    /LIMIT/.test(statement) &&
    new RegExp(`FROM\\s+("${SCHEMA}"\\.)?"?${table}\\b`).test(statement)
  );
}
