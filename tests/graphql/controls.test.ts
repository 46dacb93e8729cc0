import { expect, test } from 'vitest';
import { type Somebody, testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';

/** Nobody works its jobs: an import that is asked for as jobs stays QUEUED until a test does something to it. */
const api = testApi();

const ACTION = `__typename ... on Error { code message }
  ... on ImportActionSuccess { data { id status statusReason { text } phase percent revision counts { failed discarded } } }`;

/** Every mutation on an import that is there: its field and arguments, and what its answer is asked for. */
const MUTATIONS = {
  pauseImport: `pauseImport(id: $id) { ${ACTION} }`,
  resumeImport: `resumeImport(id: $id) { ${ACTION} }`,
  cancelImport: `cancelImport(id: $id) { ${ACTION} }`,
  retryImport: `retryImport(id: $id) { ${ACTION} }`,
  retryFailedRows: `retryFailedRows(input: { importId: $id }) { ${ACTION} }`,
  discardFailedRows: `discardFailedRows(input: { importId: $id, filter: {} }) { ${ACTION} }`,
  undoImport: `undoImport(id: $id) { ${ACTION} }`,
  checkRows:
    'checkRows(input: { importId: $id, corrections: [{ rowNumber: 1, values: {} }] }) { __typename ... on Error { code } }',
};
type Mutation = keyof typeof MUTATIONS;

async function ask(mutation: Mutation, id: string, who: Somebody = 'editor') {
  const { data, errors } = await api.graphql(`mutation ($id: ID!) { answer: ${MUTATIONS[mutation]} }`, { id }, who);
  expect(errors, mutation).toBeUndefined();
  return data.answer;
}

const queued = () => api.engine.start({ source: csv(['Ada', '+16025550101', '']), mode: 'ASYNC' });
const failed = () => api.engine.start({ source: { kind: 'file', name: 'empty.csv', bytes: Buffer.from('') } });
/** Row 1 is good, row 2 lacks a name. */
const mixed = () => api.engine.start({ source: csv(['Ada', '+16025550102', ''], ['', '+16025550103', '']) });

async function audit(id: string): Promise<unknown[]> {
  const { rows } = await api.engine.pool.query(
    'SELECT actor, action FROM audit_entry WHERE import_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ actor, action }) => `${actor} ${action}`);
}

test('an import is paused, resumed and cancelled; asking again changes nothing and answers the same', async () => {
  const id = await queued();
  const steps = [
    ['pauseImport', 'PAUSED', 'Paused by key:editor.'],
    ['resumeImport', 'QUEUED', null],
    ['cancelImport', 'CANCELLED', 'Cancelled by key:editor.'],
  ] as const;
  for (const [mutation, status, statusReason] of steps) {
    const answer = await ask(mutation, id);
    expect(answer).toMatchObject({
      __typename: 'ImportActionSuccess',
      data: { id, status, statusReason: statusReason && { text: statusReason } },
    });
    expect(await ask(mutation, id)).toEqual(answer);
  }
  const entries = ['PAUSE', 'RESUME', 'CANCEL'].map((action) => `key:editor ${action}`);
  expect(await audit(id)).toEqual(['test START', ...entries]);
});

test('an import that failed is retried with what is pending; asking again answers the same', async () => {
  const id = await failed();
  const answer = await ask('retryImport', id);
  expect(answer).toMatchObject({ __typename: 'ImportActionSuccess', data: { status: 'QUEUED', statusReason: null } });
  expect(await ask('retryImport', id)).toEqual(answer);
  expect(await audit(id)).toEqual(['test START', 'key:editor RETRY']);
});

test('an import with failed rows is retried in the request', async () => {
  const id = await mixed();
  const answer = await ask('retryImport', id);
  const data = { status: 'COMPLETED_WITH_ERRORS', phase: 'RETRY', percent: 100, counts: { failed: 1 } };
  expect(answer).toMatchObject({ __typename: 'ImportActionSuccess', data });
});

test('what the status does not allow is a conflict in words, and changes nothing', async () => {
  const done = await mixed();
  await ask('discardFailedRows', done);
  const paused = await queued();
  await ask('pauseImport', paused);
  const refused: [Mutation, string][] = [
    ['pauseImport', done],
    ['resumeImport', done],
    ['cancelImport', done],
    ['retryImport', paused],
    ['retryFailedRows', paused],
  ];
  for (const [mutation, id] of refused) {
    const before = await api.engine.row(id);
    const answer = await ask(mutation, id);
    expect(answer, mutation).toMatchObject({ __typename: 'ConflictError' });
    expect(answer.code, mutation).toMatch(/^NOT_/);
    expect(answer.message, mutation).toContain(`${before.status}`);
    expect(await api.engine.row(id), mutation).toEqual(before);
  }
});

test('failed rows of an import that is taken back are left alone', async () => {
  const id = await mixed();
  await api.engine.engine.undoImport('test', id);
  for (const mutation of ['retryImport', 'retryFailedRows', 'discardFailedRows'] as const) {
    expect(await ask(mutation, id), mutation).toMatchObject({ __typename: 'ConflictError' });
  }
});

test('a viewer is forbidden, and to everybody else the import is not there', async () => {
  const id = await mixed();
  for (const mutation of Object.keys(MUTATIONS) as Mutation[]) {
    const viewer = await ask(mutation, id, 'viewer');
    expect(viewer, mutation).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
    const outsider = await ask(mutation, id, 'outsider');
    expect(outsider, mutation).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    expect((await ask(mutation, 'no-uuid')).__typename, mutation).toBe('NotFoundError');
    const nobodys = '0196f1a0-0000-7000-8000-000000000000';
    expect((await ask(mutation, nobodys)).__typename, mutation).toBe('NotFoundError');
    const { errors } = await api.graphql(`mutation ($id: ID!) { ${MUTATIONS[mutation]} }`, { id }, null);
    expect(errors?.[0]?.extensions.code, mutation).toBe('UNAUTHENTICATED');
  }
  expect(await audit(id)).toEqual(['test START']);
});

test('an id is the same in capitals', async () => {
  const id = await queued();
  expect(await ask('pauseImport', id.toUpperCase())).toMatchObject({ data: { id, status: 'PAUSED' } });
  const { data } = await api.graphql('query ($id: ID!) { import(id: $id) { id } }', { id: id.toUpperCase() });
  expect(data.import).toEqual({ id });
});
