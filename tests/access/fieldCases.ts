import { type Kind, KNOWN_NAME } from './things.ts';

/**
 * Who may ask for what: one entry for every field of Query, Mutation and Subscription.
 *
 * The walk (walk.test.ts) takes the list of fields from the schema itself, and fails for one that is missing here. To
 * add yours:
 *
 * 1. `needs`: the least role in the project that may ask for it; SERVER for an administrator of the whole server;
 *    PERSON for anybody who signed in; SOMEBODY for any viewer; ANYBODY for strangers too.
 * 2. `ids`: each place in the arguments where an id may stand, and of what kind the id is. All of them: the walk finds
 *    them in the schema, puts a foreign id and one of nothing into each, and compares the answers. A kind that is not
 *    known yet gets its thing in things.ts.
 * 3. `with`: the other arguments that it needs, as somebody would give them who may.
 *
 * The walk then shows that a stranger is UNAUTHENTICATED, that a lower role is refused, that a member of another project
 * cannot tell your thing from one that does not exist, and that whoever has the role gets through.
 */
export interface FieldCase {
  readonly needs: 'ANYBODY' | 'SOMEBODY' | 'PERSON' | 'VIEWER' | 'EDITOR' | 'ADMIN' | 'SERVER';
  /** Kind by place, such as `input.projectId`. */
  readonly ids?: Readonly<Record<string, Kind>>;
  readonly with?: Readonly<Record<string, unknown>>;
  /** How far below it the walk looks, where a document of the usual depth would ask for too much. */
  readonly depth?: number;
}

/** Ids of imports in startImport and inspectSource; the source in `with` gives way to them. */
const SOURCES = { 'input.source.importId': 'import', 'input.source.uploadId': 'upload' } as const;
const ROWS = { importer: 'people', source: { rows: [{ name: 'Ada' }] } };

export const QUERY_CASES: Readonly<Record<string, FieldCase>> = {
  version: { needs: 'SOMEBODY' },
  viewer: { needs: 'SOMEBODY' },
  importers: { needs: 'SOMEBODY' },
  project: { needs: 'VIEWER', ids: { id: 'project' } },
  projectStatistics: { needs: 'VIEWER', ids: { projectId: 'project' } },
  import: { needs: 'VIEWER', ids: { id: 'import' } },
  schedule: { needs: 'VIEWER', ids: { id: 'schedule' } },
  schedules: { needs: 'VIEWER', ids: { projectId: 'project' } },
  imports: { needs: 'VIEWER', ids: { projectId: 'project' } },
  recordHistory: { needs: 'VIEWER', ids: { projectId: 'project', recordId: 'contact' } },
  record: { needs: 'VIEWER', ids: { projectId: 'project', id: 'contact' }, with: { importer: 'people' }, depth: 3 },
  records: { needs: 'VIEWER', ids: { projectId: 'project', importId: 'import' }, with: { importer: 'people' } },
  contact: { needs: 'VIEWER', ids: { id: 'contact' } },
  contacts: {
    needs: 'VIEWER',
    ids: { projectId: 'project', 'filter.importId': 'import', 'filter.listId': 'contactList' },
  },
  contactList: { needs: 'VIEWER', ids: { id: 'contactList' } },
  contactLists: { needs: 'VIEWER', ids: { projectId: 'project' } },
  taxonomyNode: { needs: 'VIEWER', ids: { id: 'node' } },
  taxonomyNodes: { needs: 'VIEWER', ids: { projectId: 'project', 'filter.parentId': 'node' } },
  savedMappings: { needs: 'VIEWER', ids: { projectId: 'project' }, with: { importer: 'people' } },
  event: { needs: 'VIEWER', ids: { id: 'event' } },
  venue: { needs: 'VIEWER', ids: { id: 'venue' } },
  organizer: { needs: 'VIEWER', ids: { id: 'organizer' } },
  eventCategory: { needs: 'VIEWER', ids: { id: 'category' } },
  events: {
    needs: 'VIEWER',
    ids: {
      projectId: 'project',
      'filter.venueId': 'venue',
      'filter.organizerId': 'organizer',
      'filter.categoryId': 'category',
      'filter.missingFrom': 'import',
    },
  },
  venues: { needs: 'VIEWER', ids: { projectId: 'project' } },
  organizers: { needs: 'VIEWER', ids: { projectId: 'project' } },
  eventCategories: { needs: 'VIEWER', ids: { projectId: 'project' } },
  entityMatches: { needs: 'VIEWER', ids: { projectId: 'project' } },
  entityRules: { needs: 'VIEWER', ids: { projectId: 'project' }, with: { kind: 'VENUE' } },
  reviewKinds: { needs: 'VIEWER', ids: { projectId: 'project' } },
  entityOptions: {
    needs: 'VIEWER',
    ids: { projectId: 'project', ids: 'venue' },
    with: { kind: 'VENUE' },
  },
  startSwitches: { needs: 'SERVER' },
};

export const MUTATION_CASES: Readonly<Record<string, FieldCase>> = {
  startImport: { needs: 'EDITOR', ids: { 'input.projectId': 'project', ...SOURCES }, with: { input: ROWS } },
  inspectSource: { needs: 'EDITOR', ids: { 'input.projectId': 'project', ...SOURCES }, with: { input: ROWS } },
  startImports: {
    needs: 'EDITOR',
    ids: {
      'input.imports.projectId': 'project',
      'input.imports.source.importId': 'import',
      'input.imports.source.uploadId': 'upload',
    },
    // One entry, which GraphQL takes for a list of one.
    with: { input: { imports: ROWS } },
  },
  previewMapping: {
    needs: 'EDITOR',
    ids: { 'input.projectId': 'project' },
    with: {
      input: {
        importer: 'people',
        columns: ['name'],
        rows: [{ name: 'Ada' }],
        mapping: [{ column: 'name', field: 'name' }],
      },
    },
  },
  pauseImport: { needs: 'EDITOR', ids: { id: 'import' } },
  resumeImport: { needs: 'EDITOR', ids: { id: 'import' } },
  cancelImport: { needs: 'EDITOR', ids: { id: 'import' } },
  retryImport: { needs: 'EDITOR', ids: { id: 'import' } },
  undoImport: { needs: 'EDITOR', ids: { id: 'import' } },
  retryFailedRows: { needs: 'EDITOR', ids: { 'input.importId': 'import' } },
  discardFailedRows: { needs: 'EDITOR', ids: { 'input.importId': 'import' }, with: { input: { filter: {} } } },
  checkRows: {
    needs: 'EDITOR',
    ids: { 'input.importId': 'import' },
    with: { input: { corrections: [{ rowNumber: 2, values: { name: 'Ada' } }] } },
  },
  saveMapping: {
    needs: 'EDITOR',
    ids: { 'input.projectId': 'project' },
    with: {
      input: { importer: 'people', name: 'mine', headers: ['name'], mapping: [{ column: 'name', field: 'name' }] },
    },
  },
  deleteMapping: { needs: 'EDITOR', ids: { id: 'mapping' } },
  createSchedule: {
    needs: 'EDITOR',
    ids: { 'input.projectId': 'project' },
    with: { input: { importer: 'people', name: 'new', url: 'https://example.com/a.csv', cron: '0 6 * * *' } },
  },
  updateSchedule: { needs: 'EDITOR', ids: { 'input.id': 'schedule' }, with: { input: { cron: '0 7 * * *' } } },
  pauseSchedule: { needs: 'EDITOR', ids: { id: 'schedule' } },
  resumeSchedule: { needs: 'EDITOR', ids: { id: 'schedule' } },
  runSchedule: { needs: 'EDITOR', ids: { id: 'schedule' } },
  deleteSchedule: { needs: 'EDITOR', ids: { id: 'schedule' } },
  redeliver: { needs: 'EDITOR', ids: { id: 'delivery' } },
  createEntity: {
    needs: 'EDITOR',
    ids: { 'input.projectId': 'project' },
    with: { input: { kind: 'VENUE', name: 'New' } },
  },
  setEntityRule: {
    needs: 'EDITOR',
    ids: { 'input.projectId': 'project', 'input.entityId': 'venue' },
    with: { input: { kind: 'VENUE', name: 'Hall' } },
  },
  decideEntityMatches: {
    needs: 'EDITOR',
    ids: { 'input.projectId': 'project', 'input.decisions.id': 'question', 'input.decisions.entityId': 'venue' },
    with: { input: { decisions: [{ action: 'LINK' }] } },
  },
  deleteEntityRule: { needs: 'EDITOR', ids: { projectId: 'project' }, with: { kind: 'VENUE', key: KNOWN_NAME } },
  allowEmailDomains: { needs: 'ADMIN', ids: { projectId: 'project' }, with: { domains: ['example.com'] } },
  rotateWebhookSecret: { needs: 'ADMIN', ids: { projectId: 'project' } },
  // `id` is that of a project to come: one that is taken is told to administrators of the server, and to nobody else.
  createProject: { needs: 'SERVER', ids: { 'input.id': 'project' }, with: { input: { name: 'New' } } },
  renameProject: { needs: 'ADMIN', ids: { 'input.projectId': 'project' }, with: { input: { name: 'Name' } } },
  setMaxConcurrentImports: {
    needs: 'SERVER',
    ids: { 'input.projectId': 'project' },
    with: { input: { maxConcurrentImports: 2 } },
  },
  addMember: {
    needs: 'ADMIN',
    ids: { 'input.projectId': 'project' },
    with: { input: { email: 'new@example.com', role: 'VIEWER' } },
  },
  changeMemberRole: {
    needs: 'ADMIN',
    ids: { 'input.projectId': 'project', 'input.userId': 'user' },
    with: { input: { role: 'EDITOR' } },
  },
  removeMember: { needs: 'ADMIN', ids: { 'input.projectId': 'project', 'input.userId': 'user' } },
  createApiKey: {
    needs: 'ADMIN',
    ids: { 'input.projectId': 'project' },
    with: { input: { name: 'new', role: 'VIEWER' } },
  },
  revokeApiKey: { needs: 'ADMIN', ids: { id: 'apiKey' } },
  revokeInvitation: { needs: 'ADMIN', ids: { id: 'invitation' } },
  acceptInvitation: { needs: 'ANYBODY', with: { input: { token: 'sli_wrong', password: 'a long password' } } },
  changePassword: {
    needs: 'PERSON',
    with: { input: { currentPassword: 'not the password', newPassword: 'a long password' } },
  },
  switchStarting: { needs: 'SERVER', with: { input: { on: true } } },
};

export const SUBSCRIPTION_CASES: Readonly<Record<string, FieldCase>> = {
  importProgress: { needs: 'VIEWER', ids: { id: 'import' } },
  projectImports: { needs: 'VIEWER', ids: { projectId: 'project' } },
};

/**
 * Fields below the root that need more than VIEWER in the project of their parent. All others are seen by whoever sees
 * the parent.
 */
export const GUARDED_FIELDS: readonly string[] = [
  'Project.members',
  'Project.invitations',
  'Project.apiKeys',
  'Project.auditTrail',
];

/**
 * Fields below the root that take an id. There are none: an id that is an argument of a root field is checked there by
 * the walk. One that must be here needs a test of its own, named beside it.
 */
export const NESTED_IDS: readonly string[] = [];
