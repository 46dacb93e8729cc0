import type { Answer } from './api.ts';
import type { ListEntries } from './listEntries.ts';

type Around = (list: string, entries: ListEntries) => string;
const DEMO = 'projectId: "demo"';
const root: Around = (list) => list;
const ofImport: Around = (list, { importId }) => `import(id: "${importId}") { ${list} }`;
const ofUndo: Around = (list, { importId }) => `import(id: "${importId}") { undo { ${list} } }`;
const ofProject: Around = (list) => `project(id: "demo") { ${list} }`;
const ofSchedule: Around = (list, { scheduleId }) => `schedule(id: "${scheduleId}") { ${list} }`;
const ofRecord: Around = (list, { recordId }) =>
  `record(projectId: "demo", importer: "people", id: "${recordId}") { ${list} }`;
const ofPage: Around = (list, { pageId }) => `taxonomyNode(id: "${pageId}") { ${list} }`;

export interface ListCase {
  /** Where in a document the list stands. */
  readonly in: Around;
  /** Its own arguments beside those of a page. */
  readonly args?: (entries: ListEntries) => string;
  /** The arguments of its orders, where the schema does not name all of them. */
  readonly orders?: readonly string[];
}

const inProject: ListCase = { in: root, args: () => DEMO };

/** Each list of the API, by its name in the schema. */
export const LIST_CASES: Readonly<Record<string, ListCase>> = {
  'Import.auditTrail': { in: ofImport },
  'Import.changes': { in: ofImport, args: () => 'outcome: UNCHANGED' },
  'Import.chunks': { in: ofImport },
  'Import.deliveries': { in: ofImport },
  'Import.failedRows': { in: ofImport },
  'Import.rowResults': { in: ofImport },
  'Project.apiKeys': { in: ofProject },
  'Project.auditTrail': { in: ofProject },
  'Project.invitations': { in: ofProject },
  'Project.members': { in: ofProject },
  'Query.contactLists': inProject,
  'Query.contacts': inProject,
  'Query.entityRules': { in: root, args: () => `${DEMO}, kind: VENUE` },
  'Query.eventCategories': inProject,
  'Query.events': inProject,
  'Query.imports': inProject,
  'Query.organizers': inProject,
  'Query.recordHistory': { in: root, args: ({ recordId }) => `${DEMO}, recordId: "${recordId}"` },
  'Query.records': {
    in: root,
    args: () => `${DEMO}, importer: "people"`,
    orders: ['', 'orderBy: { field: "email", direction: ASC }', 'orderBy: { field: "phone", direction: DESC }'],
  },
  'Query.schedules': inProject,
  'Query.startSwitches': { in: root },
  // Roots have nothing above them to read.
  'Query.taxonomyNodes': { in: root, args: ({ pageId }) => `${DEMO}, filter: { parentId: "${pageId}" }` },
  // What is like them is read with a statement a kind.
  'Query.entityMatches': { in: root, args: () => `${DEMO}, filter: { kind: VENUE }` },
  'Query.venues': inProject,
  'Record.history': { in: ofRecord },
  'Schedule.runs': { in: ofSchedule },
  'TaxonomyNode.children': { in: ofPage },
  'UndoReport.errored': { in: ofUndo },
  'UndoReport.kept': { in: ofUndo },
  'UndoReport.reversed': { in: ofUndo },
};

/** A query of a page of the list, which is called `list` in it. */
export function documentOfList(name: string, entries: ListEntries, page: string, selection: string): string {
  const asked = LIST_CASES[name];
  if (!asked) throw new Error(`${name} has no case.`);
  const list = `list: ${name.split('.')[1]}(${page} ${asked.args?.(entries) ?? ''}) { ${selection} }`;
  return `{ ${asked.in(list, entries)} }`;
}

/** The page in an answer to such a query, wherever it stands. */
export function listIn<Page>(data: Answer['data']): Page {
  return 'list' in data ? data.list : listIn(Object.values(data)[0]);
}
