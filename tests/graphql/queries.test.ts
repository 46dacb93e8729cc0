import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';

const api = testApi();

let lastPhone = 0;

/** Two good rows of people who are new, and two that lack a name. */
function mixed() {
  const phone = () => {
    lastPhone += 1;
    return `+1202555${String(lastPhone).padStart(4, '0')}`;
  };
  return csv(['Ada', phone(), 'ada@x.org'], ['', phone(), ''], ['Bob', phone(), ''], ['', phone(), 'd@x.org']);
}

test('the version is the one of the package, for viewers only', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await api.graphql('{ version }', {}, 'viewer')).toMatchObject({ data: { version } });
  const { data, errors } = await api.graphql('{ version }', {}, null);
  expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
});

test('the viewer is told who they are and what they may see', async () => {
  const { data } = await api.graphql('{ viewer { email projects { role project { id name } } } }', {}, 'viewer');
  expect(data.viewer).toEqual({ email: null, projects: [{ role: 'VIEWER', project: { id: 'demo', name: 'Demo' } }] });
});

test('importers are listed with their fields, policies and options', async () => {
  const { data } = await api.graphql(
    '{ importers { name label maxRows chunkSize { min max default } duplicatePolicies optionsSchema fields { name label type required aliases } } }',
  );
  expect(data.importers).toHaveLength(1);
  expect(data.importers[0]).toMatchObject({
    name: 'people',
    maxRows: 1_000_000,
    chunkSize: { min: 1, max: 1000, default: 100 },
    duplicatePolicies: ['UPDATE', 'ENRICH', 'SKIP', 'FAIL'],
    optionsSchema: { properties: { matchByEmail: { type: 'boolean', default: false } } },
  });
  expect(data.importers[0].fields[0]).toMatchObject({ name: 'name', label: 'Name', required: true });
});

test('a stranger is refused every root field by a code, and may read the schema', async () => {
  const { data: schema } = await api.graphql('{ __schema { queryType { fields { name } } } }', {}, null);
  expect(schema.__schema.queryType.fields).toContainEqual({ name: 'imports' });
  const id = '0196f1a0-0000-7000-8000-000000000000';
  const fields = [
    '{ viewer { email } }',
    '{ importers { name } }',
    `{ import(id: "${id}") { id } }`,
    '{ imports(projectId: "demo") { totalCount } }',
    `{ recordHistory(projectId: "demo", recordId: "${id}") { totalCount } }`,
    `mutation { resumeImport(id: "${id}") { __typename } }`,
    'mutation { startImport(input: { projectId: "demo", importer: "people", source: { rows: [] } }) { __typename } }',
  ];
  for (const field of fields) {
    const { data, errors } = await api.graphql(field, {}, null);
    expect(errors?.[0]?.extensions.code, field).toBe('UNAUTHENTICATED');
    expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
  }
});

test('an import shows what became of it, row by row', async () => {
  const id = await api.engine.start({ source: mixed() });
  const { data, errors } = await api.graphql(
    `query ($id: ID!) { import(id: $id) {
      id project { id name } importerName importer { label } status statusReason { code params text } phase revision updatedAt availableActions
      mode modeReason { code params text } dryRun sourceName sourceBytes sourceColumns options mapping { column field }
      warnings { code } onDuplicate chunkSize createdBy createdAt startedAt finishedAt lastRow percent
      counts { total created updated unchanged skipped failed discarded pending }
      chunkCounts { total done failed pending } rowsPerSecond etaSeconds
      errorSummary { code field count sampleValue sampleMessage { text } }
      failedRows { totalCount pageInfo { hasNextPage } edges { node { id rowNumber line values status attempts errors { code field column value message } } } }
      chunks { totalCount edges { node { index status firstRow lastRow attempts { at code error { text } } } } }
      rowResults { totalCount edges { node { rowNumber outcome recordIds } } }
      auditTrail { edges { node { at actor action detail } } }
    } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  expect(data.import).toMatchObject({
    id,
    project: { id: 'demo', name: 'Demo' },
    status: 'COMPLETED_WITH_ERRORS',
    mode: 'SYNC',
    counts: { total: 4, created: 2, updated: 0, unchanged: 0, skipped: 0, failed: 2, discarded: 0, pending: 0 },
    chunkCounts: { total: 1, done: 1, failed: 0, pending: 0 },
    percent: 100,
    sourceColumns: ['name', 'phone', 'email'],
    mapping: [
      { column: 'name', field: 'name' },
      { column: 'phone', field: 'phone' },
      { column: 'email', field: 'email' },
    ],
    errorSummary: [{ code: 'REQUIRED', field: 'name', count: 2 }],
    chunks: {
      totalCount: 1,
      edges: [{ node: { index: 0, status: 'DONE', firstRow: 1, lastRow: 4, attempts: [] } }],
    },
    createdBy: 'test',
  });
  const failed = data.import.failedRows;
  expect(failed.totalCount).toBe(2);
  expect(failed.edges[0].node).toMatchObject({
    rowNumber: 2,
    line: 3,
    values: { name: '', phone: '+12025550002', email: '' },
    status: 'OPEN',
    errors: [{ code: 'REQUIRED', field: 'name', column: 'name' }],
  });
  const results = data.import.rowResults;
  expect(results.totalCount).toBe(4);
  const outcomes = results.edges.map((edge: { node: { outcome: string } }) => edge.node.outcome);
  expect(outcomes).toEqual(['CREATED', 'FAILED', 'CREATED', 'FAILED']);
  expect(results.edges[0].node.recordIds).toHaveLength(1);
  expect(data.import.auditTrail.edges[0].node).toMatchObject({ actor: 'test', action: 'START' });
  expect(new Date(data.import.updatedAt).toISOString()).toBe(data.import.updatedAt);
});

test('failed rows and row results are filtered, and paged by cursor and offset', async () => {
  const id = await api.engine.start({ source: mixed() });
  const document = `query ($id: ID!, $after: String) { import(id: $id) {
    none: failedRows(code: "OTHER") { totalCount }
    byField: failedRows(field: "name", code: "REQUIRED", status: OPEN) { totalCount }
    resolved: failedRows(status: RESOLVED) { totalCount }
    first: failedRows(first: 1, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { rowNumber } } }
    last: failedRows(offset: 1) { pageInfo { hasNextPage hasPreviousPage } edges { node { rowNumber } } }
    created: rowResults(outcome: CREATED, offset: 1) { totalCount edges { node { rowNumber } } }
    failed: rowResults(outcome: FAILED, offset: 1) { totalCount edges { node { rowNumber recordIds } } }
    discarded: rowResults(outcome: DISCARDED) { totalCount edges { node { rowNumber } } }
    middle: rowResults(first: 2, offset: 1) { pageInfo { hasNextPage } edges { node { rowNumber } } }
  } }`;
  const { data } = await api.graphql(document, { id });
  expect(data.import.none.totalCount).toBe(0);
  expect(data.import.byField.totalCount).toBe(2);
  expect(data.import.resolved.totalCount).toBe(0);
  expect(data.import.first.edges).toEqual([{ node: { rowNumber: 2 } }]);
  expect(data.import.first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(data.import.last.edges).toEqual([{ node: { rowNumber: 4 } }]);
  expect(data.import.created).toEqual({ totalCount: 2, edges: [{ node: { rowNumber: 3 } }] });
  expect(data.import.failed).toEqual({ totalCount: 2, edges: [{ node: { rowNumber: 4, recordIds: [] } }] });
  expect(data.import.discarded).toEqual({ totalCount: 0, edges: [] });
  expect(data.import.middle).toEqual({
    pageInfo: { hasNextPage: true },
    edges: [{ node: { rowNumber: 2 } }, { node: { rowNumber: 3 } }],
  });
  const next = await api.graphql(document, { id, after: data.import.first.pageInfo.endCursor });
  expect(next.data.import.first.edges).toEqual([{ node: { rowNumber: 4 } }]);
  expect(next.data.import.first.pageInfo.hasNextPage).toBe(false);
});

test('what a viewer may not see looks like what does not exist', async () => {
  const id = await api.engine.start({ source: mixed() });
  const document = 'query ($id: ID!) { import(id: $id) { id } }';
  const list = '{ imports(projectId: "demo") { totalCount edges { node { id } } } }';
  expect((await api.graphql(document, { id }, 'outsider')).data).toEqual({ import: null });
  expect((await api.graphql(document, { id: 'no-uuid' })).data).toEqual({ import: null });
  expect((await api.graphql(list, {}, 'outsider')).data).toEqual({ imports: { totalCount: 0, edges: [] } });
});

test('only somebody who may edit is offered actions', async () => {
  const id = await api.engine.start({ source: { kind: 'file', name: 'empty.csv', bytes: Buffer.from('') } });
  const document = 'query ($id: ID!) { import(id: $id) { status statusReason { text } availableActions } }';
  const { data } = await api.graphql(document, { id }, 'editor');
  expect(data.import).toMatchObject({ status: 'FAILED', availableActions: ['RESUME', 'RETRY', 'UNDO'] });
  expect(data.import.statusReason.text).toBeTruthy();
  expect((await api.graphql(document, { id }, 'viewer')).data.import.availableActions).toEqual([]);
});

test('an argument that makes no sense is answered with a code and words', async () => {
  const { errors } = await api.graphql('{ imports(projectId: "demo", first: 100000) { totalCount } }');
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  const cursor = Buffer.from('rubbish').toString('base64url');
  const other = await api.graphql(`{ imports(projectId: "demo", after: "${cursor}") { totalCount } }`);
  expect(other.errors?.[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
});

test('an unexpected error is masked; its id is in the response, the header and the log', async () => {
  const id = await api.engine.start({ source: mixed() });
  await api.engine.pool.query('ALTER TABLE audit_entry RENAME TO audit_entry_away');
  try {
    const { errors, headers } = await api.graphql(
      'query ($id: ID!) { import(id: $id) { auditTrail { totalCount } } }',
      {
        id,
      },
    );
    const requestId = headers.get('x-request-id');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_ERROR', requestId });
    expect(JSON.stringify(errors)).not.toContain('audit_entry');
    const line = api.logged.find((each) => each.requestId === requestId);
    expect(JSON.stringify(line)).toContain('audit_entry');
  } finally {
    await api.engine.pool.query('ALTER TABLE audit_entry_away RENAME TO audit_entry');
  }
});

test('an error before any resolver runs is masked too', async () => {
  await api.engine.pool.query('ALTER TABLE api_key RENAME TO api_key_away');
  try {
    const { errors, headers } = await api.graphql('{ viewer { email } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_ERROR', requestId: headers.get('x-request-id') });
    expect(JSON.stringify(errors)).not.toContain('api_key');
  } finally {
    await api.engine.pool.query('ALTER TABLE api_key_away RENAME TO api_key');
  }
});
