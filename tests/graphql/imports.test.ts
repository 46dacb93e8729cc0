import { beforeAll, expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';

const api = testApi();
const ids: string[] = [];

/** Six imports: alpha-0 to alpha-4 with a failed row each, and one that could not be read. */
beforeAll(async () => {
  for (let number = 0; number < 5; number += 1) {
    const bytes = Buffer.from(`name,phone\nAda,+1202555010${number}\n,+12025550200\n`);
    ids.push(await api.engine.start({ source: { kind: 'file', name: `alpha-${number}.csv`, bytes } }));
  }
  ids.push(await api.engine.start({ source: { kind: 'file', name: 'beta.csv', bytes: Buffer.from('') } }));
});

async function list(args: string): Promise<{ totalCount: number; names: string[]; pageInfo: Record<string, unknown> }> {
  const { data, errors } = await api.graphql(`{ imports(projectId: "demo" ${args}) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { sourceName } } } }`);
  expect(errors).toBeUndefined();
  const names = data.imports.edges.map((edge: { node: { sourceName: string } }) => edge.node.sourceName);
  return { totalCount: data.imports.totalCount, names, pageInfo: data.imports.pageInfo };
}

test('the newest comes first, and other orders can be asked for', async () => {
  expect((await list('')).names).toEqual(['beta.csv', ...[4, 3, 2, 1, 0].map((n) => `alpha-${n}.csv`)]);
  const oldest = await list(', orderBy: { field: CREATED_AT, direction: ASC }');
  expect(oldest.names.at(0)).toBe('alpha-0.csv');
  const finished = await list(', orderBy: { field: FINISHED_AT, direction: DESC }');
  expect(finished.names.at(-1)).toBe('alpha-0.csv');
  const byStatus = await list(', orderBy: { field: STATUS, direction: DESC }');
  expect(byStatus.names.at(0)).toBe('beta.csv');
});

test('filters select by status, importer, time and text', async () => {
  expect((await list(', filter: { status: [FAILED] }')).names).toEqual(['beta.csv']);
  expect((await list(', filter: { search: "ALPHA-3" }')).names).toEqual(['alpha-3.csv']);
  expect((await list(', filter: { search: "alpha_3" }')).names).toEqual([]);
  expect((await list(`, filter: { search: "${ids[2]}" }`)).names).toEqual(['alpha-2.csv']);
  expect((await list(', filter: { importer: "contacts" }')).totalCount).toBe(0);
  expect((await list(', filter: { createdBefore: "2001-01-01T00:00:00Z" }')).totalCount).toBe(0);
  expect((await list(', filter: { createdAfter: "2001-01-01T00:00:00+02:00" }')).totalCount).toBe(6);
});

test('pages follow each other by cursor in every order, and offset jumps', async () => {
  for (const field of ['CREATED_AT', 'FINISHED_AT', 'STATUS']) {
    const order = `orderBy: { field: ${field}, direction: DESC }`;
    const all = (await list(`, ${order}`)).names;
    const walked: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const { names, pageInfo, totalCount } = await list(`, first: 2, ${order} ${after}`);
      expect(totalCount).toBe(6);
      expect(pageInfo.hasNextPage).toBe(page < 2);
      expect(pageInfo.hasPreviousPage).toBe(page > 0);
      walked.push(...names);
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(walked).toEqual(all);
  }
  expect((await list(', first: 2, offset: 3')).names).toEqual(['alpha-2.csv', 'alpha-1.csv']);
});

test('a page of any length takes the same few queries', async () => {
  const page = (first: number) =>
    api.countQueries(() =>
      api.graphql(`{ imports(projectId: "demo", first: ${first}) { totalCount edges { node {
        id project { name } importer { label } status counts { total } chunkCounts { done } percent availableActions
        mapping { column field } errorSummary { code count } warnings { code } rowsPerSecond etaSeconds } } } }`),
    );
  // The key's last use is written once a minute: not in what is counted.
  await page(1);
  const one = await page(1);
  expect(await page(6)).toBe(one);
  expect(one).toBeLessThanOrEqual(8);
});

test('totalCount is counted only when it is asked for', async () => {
  await api.graphql('{ viewer { email } }');
  const without = await api.countQueries(() => api.graphql('{ imports(projectId: "demo") { edges { node { id } } } }'));
  const counted = await api.countQueries(() =>
    api.graphql('{ imports(projectId: "demo") { totalCount edges { node { id } } } }'),
  );
  expect(counted).toBe(without + 1);
});
