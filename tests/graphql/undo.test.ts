import { expect, test } from 'vitest';
import { type Somebody, testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';

const api = testApi({ workers: true });

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => [`P${from + index}`, `+1617${5_550_000 + from + index}`, '']);

async function done(source: ReturnType<typeof csv>): Promise<string> {
  const id = await api.engine.start({ source });
  await api.engine.ended(id);
  return id;
}

const UNDO = `mutation ($id: ID!) { undoImport(id: $id) { __typename ... on Error { code message }
  ... on ImportActionSuccess { data { id status phase } } } }`;

async function undo(id: string, who: Somebody = 'editor') {
  const { data, errors } = await api.graphql(UNDO, { id }, who);
  expect(errors).toBeUndefined();
  return data.undoImport;
}

const READ = `query ($id: ID!, $first: Int, $after: String) { import(id: $id) {
  status undoPreview { reversed kept errored } auditTrail { edges { node { actor action detail } } }
  undo { counts { reversed kept errored }
    reversed(first: 1) { totalCount edges { node { recordId reason { text } } } }
    kept(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { recordId reason { text } } } }
    errored { totalCount edges { node { recordId reason { text } } } } } } }`;

async function read(id: string, args: Record<string, unknown> = {}, who: Somebody = 'viewer') {
  const { data, errors } = await api.graphql(READ, { id, ...args }, who);
  expect(errors).toBeUndefined();
  return data.import;
}

test('an undo is foretold in numbers, keeps what was edited since, and lists what it did', async () => {
  const id = await done(csv(...people(1, 700)));
  const edit = "UPDATE contact SET first_name = 'Edited' WHERE phone IN ('+16175550003', '+16175550604') RETURNING id";
  const edited = (await api.engine.pool.query(edit)).rows.map((row) => row.id).sort();
  const preview = { reversed: 698, kept: 2, errored: 0 };
  expect(await read(id)).toMatchObject({ status: 'COMPLETED', undoPreview: preview, undo: null });

  const answer = await undo(id);
  expect(answer).toMatchObject({ __typename: 'ImportActionSuccess', data: { id, phase: 'UNDO' } });
  expect((await undo(id)).__typename).toBe('ImportActionSuccess');
  expect(await api.engine.ended(id)).toMatchObject({ status: 'UNDONE' });

  const after = await read(id);
  expect(after.undo.counts).toEqual({ reversed: 698, kept: 2, errored: 0 });
  expect(after.undo.kept.edges.map(({ node }: { node: unknown }) => node)).toEqual(
    edited.map((recordId) => ({ recordId, reason: { text: 'Changed since the import: firstName.' } })),
  );
  expect(after.undo.reversed).toMatchObject({ totalCount: 698, edges: [{ node: { reason: { text: 'Undone.' } } }] });
  expect(after.undo.errored).toEqual({ totalCount: 0, edges: [] });
  const trail = after.auditTrail.edges.map((edge: { node: unknown }) => edge.node).slice(1);
  expect(trail).toEqual([
    { actor: 'key:editor', action: 'UNDO', detail: { records: 700 } },
    { actor: 'sluice', action: 'UNDONE', detail: { reversed: 698, kept: 2, errored: 0 } },
  ]);
  // What was kept could be tried again.
  expect(after.undoPreview).toEqual({ reversed: 0, kept: 2, errored: 0 });

  const first = await read(id, { first: 1 });
  expect(first.undo.kept).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  const second = await read(id, { first: 1, after: first.undo.kept.pageInfo.endCursor });
  expect(second.undo.kept.edges).toMatchObject([{ node: { recordId: edited[1] } }]);
  expect(second.undo.kept.pageInfo.hasNextPage).toBe(false);
  const rows = (await api.engine.pool.query('SELECT id FROM contact ORDER BY id')).rows;
  expect(rows.map((row) => row.id)).toEqual(edited);
});

test('what the database refuses to take back is listed with the reason', async () => {
  const id = await done(csv(...people(2_001, 30)));
  await api.engine.pool.query('CREATE TABLE deal (contact_id uuid REFERENCES contact (id))');
  await api.engine.pool.query("INSERT INTO deal SELECT id FROM contact WHERE phone = '+16175552005'");
  const { rows } = await api.engine.pool.query('SELECT contact_id FROM deal');
  await undo(id);
  await api.engine.ended(id);
  const report = await read(id);
  expect(report.undo.counts).toEqual({ reversed: 29, kept: 0, errored: 1 });
  expect(report.undo.errored.edges).toEqual([
    { node: { recordId: rows[0].contact_id, reason: { text: expect.stringContaining('could not be undone') } } },
  ]);
});

test('a viewer sees what an undo would do and may not undo; to others the import is not there', async () => {
  const id = await done(csv(...people(3_001, 2)));
  expect((await read(id, {}, 'viewer')).undoPreview).toEqual({ reversed: 2, kept: 0, errored: 0 });
  expect(await undo(id, 'viewer')).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
  expect(await undo(id, 'outsider')).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  expect(await read(id, {}, 'outsider')).toBeNull();
  expect(await api.engine.row(id)).toMatchObject({ status: 'COMPLETED', undo_at: null });
});

test('a dry run is not undone, and has nothing to undo', async () => {
  const id = await api.engine.start({ source: csv(...people(4_001, 2)), dryRun: true });
  expect(await undo(id)).toMatchObject({ __typename: 'ConflictError', code: 'NOT_TO_UNDO' });
  expect(await read(id)).toMatchObject({ status: 'COMPLETED', undoPreview: null, undo: null });
});
