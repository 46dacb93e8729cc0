import { beforeAll, expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { testApi } from '../helpers/api.ts';

const api = testApi({ importers: [contacts] });
const ROWS = [
  { first: 'Ada', email: 'ada@s.example.com' },
  { first: 'Bo', email: 'bo(at)s.example.com' },
  { first: 'Cy', email: 'cy@s.example.com' },
  { first: 'Di', email: 'di@s.example.com' },
];

async function start(more: Record<string, unknown> = {}): Promise<string> {
  const { data } = await api.graphql(
    `mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { data { id } } } }`,
    { input: { projectId: 'demo', importer: 'contacts', mode: 'SYNC', source: { rows: ROWS }, ...more } },
    'editor',
  );
  return data.startImport.data.id;
}

async function ofImport(id: string, fields: string) {
  const { data, errors } = await api.graphql(`query ($id: ID!) { import(id: $id) { ${fields} } }`, { id }, 'viewer');
  expect(errors).toBeUndefined();
  return data.import;
}

let first: string;
let second: string;

beforeAll(async () => {
  first = await start();
  second = await start({ chunkSize: 50, maxErrorRate: 0.5 });
  await start({ dryRun: true });
  await api.engine.pool.query(`UPDATE import SET created_at = now() - interval '3 days' WHERE id = $1`, [first]);
});

async function statistics(args: string, who: 'viewer' | 'outsider' = 'viewer') {
  return api.graphql(
    `{ projectStatistics(projectId: "demo" ${args}) { imports rows errorRate days { day imports created failed unchanged } } }`,
    {},
    who,
  );
}

test('every day is there, with what its imports did; dry runs are left out', async () => {
  const { data } = await statistics('days: 5');
  const { days, ...sums } = data.projectStatistics;
  expect(sums).toEqual({ imports: 2, rows: 8, errorRate: 0.25 });
  expect(days).toHaveLength(5);
  expect(days[1]).toMatchObject({ imports: 1, created: 3, failed: 1 });
  expect(days[2]).toMatchObject({ imports: 0, created: 0 });
  expect(days[4]).toMatchObject({ imports: 1, created: 0, unchanged: 3, failed: 1 });
  expect(days[4].day).toBe(new Date().toISOString().slice(0, 10));
});

test('a day is one of the time zone that was asked for', async () => {
  const day = async (zone: string) =>
    (await statistics(`days: 1, timeZone: "${zone}"`)).data.projectStatistics.days[0].day;
  const here = (timeZone: string) => new Intl.DateTimeFormat('sv', { timeZone }).format(new Date());
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) expect(await day(zone)).toBe(here(zone));
});

test('a day begins at its own midnight, also the one of 25 hours, and one of 23; none is missing or there twice', async () => {
  for (const month of ['03', '10'] as const) {
    const change = lastChange(month);
    const moments = [-1, 0, 1].flatMap((days) => {
      const midnight = midnightInBerlin(change, days);
      return [midnight - 1000, midnight];
    });
    const ids = await Promise.all(moments.map(() => start()));
    await api.engine.pool.query(
      'UPDATE import SET created_at = moved.at FROM unnest($1::uuid[], $2::timestamptz[]) AS moved(id, at) WHERE import.id = moved.id',
      [ids, moments.map((moment) => new Date(moment).toISOString())],
    );
    const { data } = await statistics('days: 366, timeZone: "Europe/Berlin"');
    const days: readonly { day: string; imports: number }[] = data.projectStatistics.days;
    expect(new Set(days.map(({ day }) => day)).size).toBe(366);
    const found = days.filter(({ day }) => [-2, -1, 0, 1].some((each) => day === shifted(change, each)));
    expect(found.map(({ imports }) => imports)).toEqual([1, 2, 2, 1]);
    await api.engine.pool.query('DELETE FROM import WHERE id = ANY($1)', [ids]);
  }
});

test('every zone that a browser can name is known', async () => {
  const { rows } = await api.engine.pool.query(
    'SELECT zone FROM unnest($1::text[]) AS zone WHERE lower(zone) NOT IN (SELECT lower(name) FROM pg_timezone_names)',
    [Intl.supportedValuesOf('timeZone')],
  );
  expect(rows).toEqual([]);
});

/** The last Sunday of a month on which clocks changed in Berlin, long enough ago to be apart from the other tests. */
function lastChange(month: '03' | '10'): string {
  const before = shifted(new Date().toISOString().slice(0, 10), -14);
  const sunday = (year: number) => {
    const last = `${year}-${month}-31`;
    return shifted(last, -new Date(`${last}T00:00Z`).getUTCDay());
  };
  const year = Number(before.slice(0, 4));
  return sunday(year) <= before ? sunday(year) : sunday(year - 1);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The moment, in milliseconds. */
function midnightInBerlin(day: string, later: number): number {
  const wanted = shifted(day, later);
  const inBerlin = new Intl.DateTimeFormat('sv', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const midnights = [1, 2].map((hours) => Date.parse(`${wanted}T00:00Z`) - hours * 3_600_000);
  const found = midnights.find((moment) => inBerlin.format(moment) === `${wanted} 00:00:00`);
  if (found === undefined) throw new Error(`${wanted} has no midnight.`);
  return found;
}

test('what is no zone or no number of days is told, and others learn nothing', async () => {
  for (const args of ['timeZone: "Nowhere/Land"', 'timeZone: "+02:00"', 'days: 0', 'days: 400']) {
    expect((await statistics(args)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  }
  expect((await statistics('', 'outsider')).data.projectStatistics).toBeNull();
});

test('without rows there is no error rate', async () => {
  const { data } = await api.graphql('{ projectStatistics(projectId: "other") { rows errorRate } }', {}, 'outsider');
  expect(data.projectStatistics).toEqual({ rows: 0, errorRate: null });
});

test('an import tells its speed over time, in stretches that add up to its rows', async () => {
  const { throughput, maxErrorRate } = await ofImport(
    second,
    'maxErrorRate throughput(points: 10) { at seconds rows }',
  );
  expect(maxErrorRate).toBe(0.5);
  expect(throughput).toEqual([{ at: expect.any(String), seconds: expect.any(Number), rows: 4 }]);
  expect(throughput[0].seconds).toBeGreaterThan(0);
});

test('a run of many chunks is bucketed by when they were committed', async () => {
  const id = await start({
    source: { rows: Array.from({ length: 200 }, (_, i) => ({ email: `p${i}@s.example.com` })) },
    chunkSize: 50,
  });
  await api.engine.pool.query(`UPDATE import SET started_at = '2026-01-01T00:00:00Z' WHERE id = $1`, [id]);
  await api.engine.pool.query(
    `UPDATE import_chunk SET committed_at = timestamptz '2026-01-01T00:00:00Z' + (CASE index WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 10 ELSE 12 END) * interval '1 s'
      WHERE import_id = $1`,
    [id],
  );
  const { throughput } = await ofImport(id, 'throughput(points: 3) { at seconds rows }');
  expect(throughput).toEqual([
    { at: '2026-01-01T00:00:00.000Z', seconds: 4, rows: 100 },
    { at: '2026-01-01T00:00:04.000Z', seconds: 4, rows: 0 },
    { at: '2026-01-01T00:00:08.000Z', seconds: 4, rows: 100 },
  ]);
});

test('an import of bytes that were imported before names the earlier one', async () => {
  const { sameSource } = await ofImport(second, 'sameSource { id sourceName }');
  expect(sameSource.id).toBe(first);
  expect((await ofImport(first, 'sameSource { id }')).sameSource).toBeNull();
});
