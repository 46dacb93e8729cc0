import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';

const api = testApi();

const START = `mutation ($input: StartImportInput!) { startImport(input: $input) {
  __typename
  ... on StartImportSuccess { data { id status createdBy mode counts { created failed } } }
  ... on Error { code message }
  ... on InvalidInputError { issues { path message } }
  ... on LimitExceededError { limit retryAfterSeconds }
} }`;

const input = (more: Record<string, unknown> = {}) => ({
  input: { projectId: 'demo', importer: 'people', source: { rows: [{ name: 'Ada', phone: '+12025550101' }] }, ...more },
});

test('inline rows are imported when the answer comes', async () => {
  const { data, errors } = await api.graphql(START, input(), 'editor');
  expect(errors).toBeUndefined();
  expect(data.startImport).toMatchObject({
    __typename: 'StartImportSuccess',
    data: { status: 'COMPLETED', createdBy: 'key:editor', mode: 'SYNC', counts: { created: 1, failed: 0 } },
  });
  const { rows } = await api.engine.pool.query("SELECT first_name FROM contact WHERE phone = '+12025550101'");
  expect(rows).toEqual([{ first_name: 'Ada' }]);
});

/** As graphql-multipart-request-spec has it, and as curl -F sends it. */
async function sendFile(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const form = new FormData();
  const variables = { input: { projectId: 'demo', importer: 'people', source: { file: null } } };
  form.set('operations', JSON.stringify({ query: START, variables }));
  form.set('map', JSON.stringify({ 0: ['variables.input.source.file'] }));
  form.set('0', new File([bytes], 'people.csv', { type: 'text/csv' }));
  const authorization = `Bearer ${api.keyOf('editor')}`;
  return api.handler.fetch('http://api/graphql', {
    method: 'POST',
    body: form,
    headers: { authorization, ...headers },
  });
}

test('a file of a multipart request is imported', async () => {
  const response = await sendFile(new TextEncoder().encode('name,phone\nBob,+12025550102\n,+12025550103\n'));
  const { data } = await response.json();
  expect(data.startImport.data).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { created: 1, failed: 1 } });
});

test('a file over the limit is told so, with the limit and the way out', async () => {
  const response = await sendFile(new Uint8Array(10 * 1024 * 1024 + 1).fill(97));
  const { data } = await response.json();
  expect(data.startImport).toMatchObject({ __typename: 'LimitExceededError', limit: 10 * 1024 * 1024 });
  expect(data.startImport.message).toContain('/uploads');
});

test('a body over the limit is refused with 413 and a code', async () => {
  const response = await sendFile(new Uint8Array(12 * 1024 * 1024));
  expect(response.status).toBe(413);
  const { errors } = await response.json();
  expect(errors[0].extensions.code).toBe('LIMIT_EXCEEDED');
});

test('inline rows of almost 10 MB pass', async () => {
  const rows = Array.from({ length: 9 }, () => ({ name: 'Ada', phone: '+12025550104', note: 'x'.repeat(1_000_000) }));
  const { data } = await api.graphql(START, input({ source: { rows }, mode: 'ASYNC' }));
  expect(data.startImport.__typename).toBe('StartImportSuccess');
});

test('wrong input is told by path', async () => {
  const { data } = await api.graphql(START, input({ importer: 'nothing' }));
  expect(data.startImport).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT' });
  expect(data.startImport.issues[0].path).toContain('importer');
});

test('the role decides, and a foreign project is not there', async () => {
  const viewer = await api.graphql(START, input(), 'viewer');
  expect(viewer.data.startImport).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
  const outsider = await api.graphql(START, input(), 'outsider');
  expect(outsider.data.startImport).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
});

test('an upload that is not there is a NotFoundError', async () => {
  const { data } = await api.graphql(START, input({ source: { uploadId: 'nothing' } }));
  expect(data.startImport.__typename).toBe('NotFoundError');
});

test('a source is exactly one', async () => {
  const { errors } = await api.graphql(START, input({ source: { rows: [], uploadId: 'x' } }));
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('an idempotency key gives the first import again, and refuses other input', async () => {
  const first = await api.graphql(START, input({ idempotencyKey: 'k1' }));
  const second = await api.graphql(START, input({ idempotencyKey: 'k1' }));
  expect(second.data.startImport.data.id).toBe(first.data.startImport.data.id);
  const other = await api.graphql(START, input({ idempotencyKey: 'k1', chunkSize: 7 }));
  expect(other.data.startImport.__typename).toBe('ConflictError');
});

const RESUME = `mutation ($id: ID!, $rate: Float) { resumeImport(id: $id, maxErrorRate: $rate) {
  __typename ... on Error { code message } ... on ImportActionSuccess { data { id status } } } }`;

test('resumeImport answers for what is there, what is not, and what cannot be resumed', async () => {
  const started = await api.graphql(START, input());
  const { id } = started.data.startImport.data;
  const finished = await api.graphql(RESUME, { id });
  expect(finished.data.resumeImport.__typename).toBe('ConflictError');
  expect((await api.graphql(RESUME, { id }, 'viewer')).data.resumeImport.__typename).toBe('ForbiddenError');
  expect((await api.graphql(RESUME, { id }, 'outsider')).data.resumeImport.__typename).toBe('NotFoundError');
  expect((await api.graphql(RESUME, { id: 'no-uuid' })).data.resumeImport.__typename).toBe('NotFoundError');
  const failed = await api.engine.start({ source: { kind: 'file', name: 'empty.csv', bytes: Buffer.from('') } });
  const resumed = await api.graphql(RESUME, { id: failed, rate: 0.5 });
  expect(resumed.data.resumeImport).toMatchObject({ __typename: 'ImportActionSuccess', data: { id: failed } });
});

test('documents that cannot be understood are told so with a code', async () => {
  const { errors: syntax } = await api.graphql('{ viewer ');
  expect(syntax?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  const { errors: unknown } = await api.graphql('{ nothing }');
  expect(unknown?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});
