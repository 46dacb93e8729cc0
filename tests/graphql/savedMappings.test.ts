import { expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { testApi } from '../helpers/api.ts';
import { members } from '../helpers/members.ts';

const api = testApi({ importers: [contacts, members] });

const SAVE = `mutation ($input: SaveMappingInput!) { saveMapping(input: $input) {
  __typename
  ... on SaveMappingSuccess { data { id name importer headers createdBy mapping { column field values { from to } } format { dateFormat delimiter } } }
  ... on Error { message }
  ... on InvalidInputError { issues { path } }
} }`;
const DELETE = `mutation ($id: ID!) { deleteMapping(id: $id) { __typename ... on DeleteMappingSuccess { data { name } } } }`;
const LIST = `query ($projectId: ID!) { savedMappings(projectId: $projectId, importer: "members") { name mapping { column field } } }`;
const INSPECT = `mutation ($input: InspectSourceInput!) { inspectSource(input: $input) {
  ... on InspectSourceSuccess { data { savedMapping { name mapping { column field values { from to } } format { dateFormat } } } }
} }`;

const saved = (more: object = {}) => ({
  input: {
    ...{ projectId: 'demo', importer: 'members', name: 'From the club', headers: ['Name', 'Since', 'On?'] },
    mapping: [
      { column: 'Name', field: 'name' },
      { column: 'Since', field: 'joined' },
      { column: 'On?', field: 'active', values: [{ from: 'Ja', to: 'yes' }] },
    ],
    format: { dateFormat: 'd.M.yyyy' },
    ...more,
  },
});

async function proposed(row: Record<string, string>, importer = 'members') {
  const input = { projectId: 'demo', importer, source: { rows: [row] } };
  const { data } = await api.graphql(INSPECT, { input }, 'editor');
  return data.inspectSource.data.savedMapping;
}

async function names(projectId = 'demo', who: 'viewer' | 'outsider' = 'viewer') {
  const { data } = await api.graphql(LIST, { projectId }, who);
  return data.savedMappings.map(({ name }: { name: string }) => name);
}

test('a saved mapping is offered for files with the same headers, however they are spelled and ordered', async () => {
  const { data } = await api.graphql(SAVE, saved(), 'editor');
  expect(data.saveMapping).toMatchObject({
    __typename: 'SaveMappingSuccess',
    data: { name: 'From the club', importer: 'members', createdBy: 'key:editor', format: { delimiter: null } },
  });
  expect(await proposed({ on: 'Ja', NAME: 'Ada', since: '1.2.2024' })).toEqual({
    name: 'From the club',
    mapping: [
      { column: 'NAME', field: 'name', values: [] },
      { column: 'since', field: 'joined', values: [] },
      { column: 'on', field: 'active', values: [{ from: 'Ja', to: 'yes' }] },
    ],
    format: { dateFormat: 'd.M.yyyy' },
  });
  expect(await proposed({ Name: 'Ada', Since: '1.2.2024' })).toBeNull();
  expect(await proposed({ Name: 'Ada', Since: '', 'On?': '' }, 'contacts')).toBeNull();
});

test('a name is kept once: what is saved later takes its place, and the latest is offered', async () => {
  await api.graphql(SAVE, saved({ name: 'Second' }), 'editor');
  const mapping = [{ column: 'Name', field: 'name' }];
  await api.graphql(SAVE, saved({ mapping }), 'admin');
  expect(await names()).toEqual(['From the club', 'Second']);
  expect(await proposed({ Name: 'Ada', Since: '', 'On?': '' })).toMatchObject({
    ...{ name: 'From the club', mapping: [{ column: 'Name' }] },
  });
});

test('a mapping that does not fit is refused', async () => {
  const wrong = saved({ name: ' ', mapping: [{ column: 'Nobody', field: 'shoe size' }], format: { dateFormat: 'x' } });
  const { data } = await api.graphql(SAVE, wrong, 'editor');
  expect(data.saveMapping.issues.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
    ...['name', 'mapping.0.column', 'mapping.0.field', 'format.dateFormat'],
  ]);
});

test("only a project's editors save and delete, and only its members see", async () => {
  const save = async (who: 'viewer' | 'outsider') =>
    (await api.graphql(SAVE, saved(), who)).data.saveMapping.__typename;
  expect([await save('viewer'), await save('outsider')]).toEqual(['ForbiddenError', 'NotFoundError']);
  expect(await names('demo', 'outsider')).toEqual([]);
  const { data } = await api.graphql(SAVE, saved({ name: 'To delete' }), 'editor');
  const { id } = data.saveMapping.data;
  const remove = async (who: 'viewer' | 'outsider' | 'editor', which = id) =>
    (await api.graphql(DELETE, { id: which }, who)).data.deleteMapping.__typename;
  expect([await remove('viewer'), await remove('outsider'), await remove('editor', 'no uuid')]).toEqual([
    ...['ForbiddenError', 'NotFoundError', 'NotFoundError'],
  ]);
  expect(await names()).toContain('To delete');
  expect([await remove('editor'), await remove('editor')]).toEqual(['DeleteMappingSuccess', 'NotFoundError']);
  expect(await names()).not.toContain('To delete');
});
