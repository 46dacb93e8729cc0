import { afterAll, expect, test } from 'vitest';
import { feeds } from '../../server/app/feeds.ts';
import { createSecretBox } from '../../server/engine/model/secretBox.ts';
import { createFetcher } from '../../server/sources/fetch/fetcher.ts';
import { testApi } from '../helpers/api.ts';
import { loopback } from '../helpers/loopback.ts';

const source = loopback((_request, response) => response.end('name,phone\nAda,+12025550101\n'));
let fetcher: ReturnType<typeof createFetcher> | undefined;
const api = testApi({
  workers: true,
  urls: () => {
    fetcher = createFetcher({ allowedHosts: [source.host] });
    return {
      fetcher,
      feeds,
      secretBox: createSecretBox('a secret of the tests that is long enough'),
      maxBytes: 1_000_000,
    };
  },
});
afterAll(() => fetcher?.close());

const FIELDS = `id name importerName url cron timeZone paused nextRunAt lastImportId options mapping { column field values { from to } }
  format { encoding headerRow dateFormat }
  onDuplicate chunkSize maxErrorRate createdBy`;
const CREATE = `mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) {
  __typename ... on Error { code message } ... on InvalidInputError { issues { path } }
  ... on ScheduleSuccess { data { ${FIELDS} } } } }`;
const secretUrl = () => `http://ada:pass-word@${source.host}/people.csv?token=very-secret`;

async function create(change: object = {}) {
  const input = {
    ...{ projectId: 'demo', importer: 'people', name: 'nightly', url: secretUrl(), cron: '0 3 * * *' },
    ...{
      timeZone: 'Europe/Berlin',
      onDuplicate: 'SKIP',
      mapping: [{ column: 'name', field: 'name', values: [{ from: 'A', to: 'Ada' }] }],
    },
    ...change,
  };
  return (await api.graphql(CREATE, { input }, 'editor')).data.createSchedule;
}

const act = async (name: string, id: string) => {
  const query = `mutation ($id: ID!) { ${name}(id: $id) { __typename ... on Error { code }
    ... on ScheduleSuccess { data { ${FIELDS} } } } }`;
  return (await api.graphql(query, { id }, 'editor')).data[name];
};

test('an editor makes, changes, runs, pauses and deletes a schedule; its secrets are never shown', async () => {
  const made = await create();
  expect(made).toMatchObject({
    __typename: 'ScheduleSuccess',
    data: {
      ...{ name: 'nightly', importerName: 'people', url: `${source.origin}/people.csv`, cron: '0 3 * * *' },
      ...{
        paused: false,
        lastImportId: null,
        onDuplicate: 'SKIP',
        options: {},
        chunkSize: null,
        createdBy: 'key:editor',
      },
      mapping: [{ column: 'name', field: 'name', values: [{ from: 'A', to: 'Ada' }] }],
      format: { encoding: null, headerRow: null, dateFormat: null },
    },
  });
  const { id } = made.data;
  const run = `mutation ($id: ID!) { runSchedule(id: $id) { __typename
    ... on RunScheduleSuccess { data { outcome importId actor reason { text } } } } }`;
  const { data: ran } = (await api.graphql(run, { id }, 'editor')).data.runSchedule;
  expect(ran).toMatchObject({ outcome: 'STARTED', actor: 'key:editor', reason: null });
  await api.engine.ended(ran.importId);
  const shown = await api.graphql(
    `query ($id: ID!) { import(id: $id) { createdBy sourceName status fetch { done bytes feed pages attempts { code } } } }`,
    { id: ran.importId },
    'viewer',
  );
  expect(shown.data.import).toEqual({
    ...{ createdBy: 'schedule:nightly', sourceName: `${source.origin}/people.csv`, status: 'COMPLETED' },
    fetch: { done: true, bytes: 28, feed: null, pages: 0, attempts: [] },
  });
  const update = `mutation ($input: UpdateScheduleInput!) { updateSchedule(input: $input) { __typename
    ... on ScheduleSuccess { data { ${FIELDS} } } } }`;
  const changed = await api.graphql(update, { input: { id, cron: '30 4 * * 1', maxErrorRate: 0.1 } }, 'editor');
  expect(changed.data.updateSchedule.data).toMatchObject({
    ...{ cron: '30 4 * * 1', maxErrorRate: 0.1, onDuplicate: 'SKIP', url: `${source.origin}/people.csv` },
  });
  const format = { encoding: 'windows-1252', headerRow: 1, dateFormat: null };
  const input = { id, format, mapping: null, maxErrorRate: null };
  expect((await api.graphql(update, { input }, 'editor')).data.updateSchedule.data).toMatchObject({
    ...{ format, mapping: null, maxErrorRate: null, onDuplicate: 'SKIP', cron: '30 4 * * 1' },
  });
  expect((await act('pauseSchedule', id)).data).toMatchObject({ paused: true, nextRunAt: null });
  expect((await act('resumeSchedule', id)).data).toMatchObject({ paused: false, nextRunAt: expect.any(String) });

  const list = await api.graphql(
    `{ schedules(projectId: "demo") { totalCount edges { node { ${FIELDS} runs { totalCount edges { node { outcome importId } } } } } } }`,
    {},
    'viewer',
  );
  expect(list.data.schedules).toMatchObject({
    totalCount: 1,
    edges: [
      { node: { id, lastImportId: ran.importId, runs: { totalCount: 1, edges: [{ node: { outcome: 'STARTED' } }] } } },
    ],
  });
  expect(JSON.stringify([made, list.data, shown.data])).not.toMatch(/pass-word|very-secret|ada/);
  expect((await act('deleteSchedule', id)).data).toMatchObject({ id });
  expect((await act('deleteSchedule', id)).__typename).toBe('NotFoundError');
});

test('what is wrong is named; viewers read and do not write; others see nothing', async () => {
  expect(await create({ cron: 'daily', timeZone: 'Nowhere', name: '' })).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['name'] }, { path: ['cron'] }, { path: ['timeZone'] }],
  });
  const { data } = await create({ name: 'kept' });
  expect(await create({ name: 'kept' })).toMatchObject({ __typename: 'ConflictError', code: 'NAME_TAKEN' });
  const pause = `mutation ($id: ID!) { pauseSchedule(id: $id) { __typename } }`;
  expect((await api.graphql(pause, { id: data.id }, 'viewer')).data.pauseSchedule.__typename).toBe('ForbiddenError');
  expect((await api.graphql(pause, { id: data.id }, 'outsider')).data.pauseSchedule.__typename).toBe('NotFoundError');
  const one = `query ($id: ID!) { schedule(id: $id) { name } schedules(projectId: "demo") { totalCount } }`;
  expect((await api.graphql(one, { id: data.id }, 'outsider')).data).toEqual({
    schedule: null,
    schedules: { totalCount: 0 },
  });
});

test('startImport and inspectSource take a URL', async () => {
  const inspect = `mutation ($url: String!) { inspectSource(input: { projectId: "demo", importer: "people", source: { url: $url } }) {
    __typename ... on Error { message } ... on InspectSourceSuccess { data { headers suggestedMapping { column field } } } } }`;
  expect((await api.graphql(inspect, { url: secretUrl() }, 'editor')).data.inspectSource).toMatchObject({
    data: { headers: ['name', 'phone'] },
  });
  const away = await api.graphql(inspect, { url: 'http://127.0.0.1:9/a.csv' }, 'editor');
  expect(away.data.inspectSource).toMatchObject({
    __typename: 'InvalidInputError',
    message: expect.stringContaining('does not have a public address'),
  });
});
