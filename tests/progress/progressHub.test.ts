import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { liveImports } from '../../server/progress/liveImports.ts';
import { createProgressHub, type ProgressHub, type ProgressHubOptions } from '../../server/progress/progressHub.ts';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';
import { until } from '../helpers/until.ts';

const api = testApi();
const hubs: ProgressHub[] = [];
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close();
});

/** A hub over the real engine that notes what it reads. */
function hubOf(options: Partial<ProgressHubOptions> = {}) {
  const reads: (readonly string[])[] = [];
  const { engine } = api.engine;
  const hub = createProgressHub({
    engine: {
      progress: (ids) => {
        reads.push(ids);
        return engine.progress(ids);
      },
    },
    liveImports: (projectId) => liveImports(api.options.prisma, projectId),
    log: pino({ level: 'silent' }),
    ...options,
  });
  hubs.push(hub);
  return { hub, reads };
}

/** An import that waits for a worker, of which there is none. */
async function waiting(): Promise<string> {
  return api.engine.start({ source: csv(['Ada', '+12025550101', '']), mode: 'ASYNC' });
}

async function touch(id: string, set = 'revision = revision + 1'): Promise<number> {
  const { rows } = await api.engine.pool.query(`UPDATE import SET ${set} WHERE id = $1 RETURNING revision`, [id]);
  return rows[0].revision;
}

test('a watcher gets a snapshot first, then what is newer, and nothing twice', async () => {
  const id = await waiting();
  const { hub } = hubOf();
  const watching = hub.watchImport(id);
  const first = (await watching.next()).value;
  expect(first).toMatchObject({ id, status: 'QUEUED' });
  hub.changed({ id, projectId: 'demo', revision: first?.revision ?? 0 });
  const revision = await touch(id);
  hub.changed({ id, projectId: 'demo', revision });
  expect((await watching.next()).value).toMatchObject({ id, revision });
});

test('an import that is final gives one snapshot and ends', async () => {
  const id = await api.engine.start({ source: csv(['Ada', '+12025550102', '']) });
  const { hub } = hubOf();
  const seen = [];
  for await (const progress of hub.watchImport(id)) seen.push(progress.status);
  expect(seen).toEqual(['COMPLETED']);
  expect(hub.watchers()).toBe(0);
});

test('many watchers of many imports cost one reading', async () => {
  const ids = [await waiting(), await waiting()];
  const { hub, reads } = hubOf();
  const watching = ids.flatMap((id) => Array.from({ length: 500 }, () => hub.watchImport(id)));
  await Promise.all(watching.map((each) => each.next()));
  expect(reads).toHaveLength(1);
  expect([...(reads[0] ?? [])].sort()).toEqual([...ids].sort());
});

test('a slow watcher is given the latest only', async () => {
  const id = await waiting();
  const { hub, reads } = hubOf({ tickMs: 1 });
  const watching = hub.watchImport(id);
  await until(() => reads.length === 1, { what: 'the first reading' });
  let revision = 0;
  for (let change = 2; change <= 6; change += 1) {
    revision = await touch(id);
    hub.changed({ id, projectId: 'demo', revision });
    await until(() => reads.length === change, { what: `reading ${change}` });
  }
  await until(async () => (await watching.next()).value?.revision === revision, { what: 'the latest' });
  const next = watching.next();
  const newest = await touch(id);
  hub.changed({ id, projectId: 'demo', revision: newest });
  expect((await next).value?.revision).toBe(newest);
});

test('readings are at least a tick apart, however much changes', async () => {
  const id = await waiting();
  const times: number[] = [];
  const { engine } = api.engine;
  const progress = (ids: readonly string[]) => {
    times.push(performance.now());
    return engine.progress(ids);
  };
  const { hub } = hubOf({ tickMs: 50, engine: { progress } });
  const watching = hub.watchImport(id);
  for (let step = 0; step < 5; step += 1) {
    const revision = await touch(id);
    for (let repeat = 0; repeat < 20; repeat += 1) hub.changed({ id, projectId: 'demo', revision });
    await watching.next();
  }
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  // Timers may fire early by a little; readings that nothing holds back follow each other within a few milliseconds.
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(25);
});

test('a crowd is told of each import more rarely, with one reading for all of it', async () => {
  const id = await waiting();
  const times: number[] = [];
  const { engine } = api.engine;
  const progress = (ids: readonly string[]) => {
    times.push(performance.now());
    return engine.progress(ids);
  };
  const { hub } = hubOf({ tickMs: 10, snapshotsPerSecond: 500, engine: { progress } });
  const crowd = Array.from({ length: 50 }, () => hub.watchImport(id));
  for (let step = 0; step < 4; step += 1) {
    const revision = await touch(id);
    hub.changed({ id, projectId: 'demo', revision });
    const told = await Promise.all(crowd.map((each) => each.next()));
    expect(new Set(told.map(({ value }) => value?.revision)).size).toBe(1);
  }
  // 50 snapshots a reading, 500 a second.
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(times.length).toBeLessThanOrEqual(5);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50);
  expect(hub.readings()).toBe(times.length);
});

test('silence is broken by a heartbeat with the last snapshot', async () => {
  const id = await waiting();
  const { hub, reads } = hubOf({ heartbeatMs: 20 });
  const watching = hub.watchImport(id);
  const first = (await watching.next()).value;
  expect((await watching.next()).value).toEqual(first);
  expect((await watching.next()).value).toEqual(first);
  expect(reads).toHaveLength(1);
});

test('a project is told of every import that is not final, then of any that changes', async () => {
  await api.engine.pool.query("UPDATE import SET status = 'CANCELLED' WHERE status NOT IN ('COMPLETED')");
  const live = await waiting();
  const { hub } = hubOf();
  const watching = hub.watchProject('demo');
  expect((await watching.next()).value).toMatchObject({ id: live });
  const other = await api.engine.start({ source: csv(['Eve', '+12025550103', '']) });
  hub.changed({ id: other, projectId: 'demo', revision: 1 });
  expect((await watching.next()).value).toMatchObject({ id: other, status: 'COMPLETED' });
  const foreign = hub.watchProject('other');
  const silent = foreign.next();
  await touch(live);
  hub.changed({ id: live, projectId: 'demo', revision: 99 });
  expect((await watching.next()).value).toMatchObject({ id: live });
  await foreign.return?.();
  expect(await silent).toEqual({ done: true, value: undefined });
});

test('a watcher who leaves is forgotten at once, also one who waits', async () => {
  const id = await waiting();
  const { hub } = hubOf();
  const watching = hub.watchImport(id);
  await watching.next();
  const pending = watching.next();
  expect(hub.watchers()).toBe(1);
  await watching.return?.();
  expect(await pending).toEqual({ done: true, value: undefined });
  expect(hub.watchers()).toBe(0);
});

test('what was missed is read anew', async () => {
  const id = await waiting();
  const { hub } = hubOf();
  const watching = hub.watchImport(id);
  const project = hub.watchProject('demo');
  await watching.next();
  const revision = await touch(id);
  hub.reread();
  expect((await watching.next()).value).toMatchObject({ id, revision });
  const seen = async () => (await project.next()).value;
  await until(async () => ((await seen())?.revision ?? 0) >= revision, { what: 'the project to hear of it' });
});

test('a database that is away for a moment delays the news and loses none', async () => {
  const id = await waiting();
  let failures = 1;
  const { engine } = api.engine;
  const progress = async (ids: readonly string[]) => {
    failures -= 1;
    if (failures >= 0) throw new Error('the database is away');
    return engine.progress(ids);
  };
  const { hub } = hubOf({ engine: { progress } });
  expect((await hub.watchImport(id).next()).value).toMatchObject({ id });
});

test('a hub that is closed ends everybody who watches, and whoever still comes', async () => {
  const id = await waiting();
  const { hub } = hubOf();
  const watching = hub.watchImport(id);
  await watching.next();
  const pending = watching.next();
  hub.close();
  expect((await pending).done).toBe(true);
  expect((await hub.watchImport(id).next()).done).toBe(true);
  expect((await hub.watchProject('demo').next()).done).toBe(true);
  expect(hub.watchers()).toBe(0);
});
