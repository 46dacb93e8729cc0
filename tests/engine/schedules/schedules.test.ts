import { afterAll, expect, test } from 'vitest';
import { feeds } from '../../../server/app/feeds.ts';
import { createSecretBox } from '../../../server/engine/model/secretBox.ts';
import { cronIssue, isTimeZone, nextTime } from '../../../server/engine/schedules/times.ts';
import { createFetcher } from '../../../server/sources/fetch/fetcher.ts';
import { testEngine } from '../../helpers/engine.ts';
import { loopback } from '../../helpers/loopback.ts';
import { saying } from '../../helpers/saying.ts';
import { until } from '../../helpers/until.ts';

const server = loopback();
let fetcher: ReturnType<typeof createFetcher> | undefined;
let secretBox = createSecretBox('a secret of the tests that is long enough');
const engine = testEngine({
  workers: true,
  urls: () => {
    fetcher = createFetcher({ allowedHosts: [server.host] });
    return {
      ...{ fetcher, feeds, maxBytes: 1_000_000 },
      get secretBox() {
        return secretBox;
      },
    };
  },
});
afterAll(() => fetcher?.close());

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
let named = 0;
const create = (change: object = {}) => {
  named += 1;
  return engine.engine.createSchedule(
    'admin@localhost',
    {
      ...{ projectId: 'demo', name: `every hour ${named}`, importer: 'people', cron: '0 * * * *' },
      ...{ url: `http://ada:pass-word@${server.host}/people.csv?token=very-secret`, onDuplicate: 'SKIP' },
      ...change,
    },
    at('10:20:00'),
  );
};
const runs = async (id: string) =>
  (await engine.pool.query('SELECT * FROM schedule_run WHERE schedule_id = $1 ORDER BY id', [id])).rows;
const csv = (name: string) => `name,phone\n${name},+1202555${String(Math.random()).slice(2, 6)}\n`;

test('a schedule runs at its times, and its imports name it', async () => {
  server.answer((_request, response) => response.end(csv('Ada')));
  const { id, name, nextRunAt, shownUrl } = await create();
  expect(nextRunAt).toEqual(at('11:00:00'));
  expect(shownUrl).toBe(`${server.origin}/people.csv`);
  expect(await engine.engine.runDueSchedules(at('10:59:59'))).toBe(0);
  expect(await engine.engine.runDueSchedules(at('11:00:03'))).toBe(1);
  expect(await engine.engine.runDueSchedules(at('11:00:10'))).toBe(0);
  const [run] = await runs(id);
  expect(run).toMatchObject({ outcome: 'STARTED', due_at: at('11:00:00'), actor: `schedule:${name}` });
  expect(await engine.ended(run.import_id)).toMatchObject({ status: 'COMPLETED' });
  expect(await engine.row(run.import_id)).toMatchObject({
    created_by: `schedule:${name}`,
    on_duplicate: 'SKIP',
    source_name: `${server.origin}/people.csv`,
  });
  expect(server.requests.at(-1)?.url).toContain('token=very-secret');
  expect(await engine.engine.schedule(id)).toMatchObject({ nextRunAt: at('12:00:00'), lastImportId: run.import_id });
  const kept = await engine.pool.query('SELECT row_to_json(s)::text AS text FROM import_schedule s');
  expect(kept.rows.map(({ text }) => text).join()).not.toMatch(/pass-word|very-secret/);
});

test('several servers at once start one import', async () => {
  server.answer((_request, response) => response.end(csv('Bob')));
  const { id } = await create();
  const counts = await Promise.all([1, 2, 3].map(() => engine.engine.runDueSchedules(at('12:00:01'))));
  expect((await runs(id)).length).toBe(1);
  expect(Math.max(...counts)).toBeGreaterThan(0);
});

test('a run that would overlap the one before is not started, and that is kept', async () => {
  const gate = Promise.withResolvers<void>();
  server.answer(async (_request, response) => {
    await gate.promise;
    response.end(csv('Cy'));
  });
  const { id } = await create();
  await engine.engine.runDueSchedules(at('13:00:00'));
  await engine.engine.runDueSchedules(at('14:00:00'));
  const [first, second] = await runs(id);
  expect(second).toMatchObject({
    outcome: 'OVERLAPPED',
    import_id: first.import_id,
    reason: saying('has not ended yet'),
  });
  expect(await engine.engine.runSchedule('ada', id)).toMatchObject({ outcome: 'OVERLAPPED', actor: 'ada' });
  gate.resolve();
  await engine.ended(first.import_id);
  await engine.engine.runDueSchedules(at('15:00:00'));
  expect((await runs(id)).at(-1)).toMatchObject({ outcome: 'STARTED' });
});

test('times that passed while no server was up come once', async () => {
  server.answer((_request, response) => response.end(csv('Di')));
  const { id } = await create();
  await engine.engine.runDueSchedules(at('22:30:00'));
  expect(await runs(id)).toMatchObject([{ due_at: at('11:00:00') }]);
  expect(await engine.engine.schedule(id)).toMatchObject({ nextRunAt: at('23:00:00') });
});

test('a paused schedule waits; resumed, it goes on with the next time; now is always possible', async () => {
  server.answer((_request, response) => response.end(csv('Ed')));
  const { id } = await create();
  expect(await engine.engine.pauseSchedule(id)).toMatchObject({ paused: true, nextRunAt: null });
  await engine.engine.runDueSchedules(at('23:30:00'));
  expect(await runs(id)).toEqual([]);
  const run = await engine.engine.runSchedule('ada', id, at('10:40:00'));
  expect(run).toMatchObject({ outcome: 'STARTED', actor: 'ada' });
  await engine.ended(run.importId ?? '');
  expect(await engine.engine.schedule(id)).toMatchObject({ paused: true, nextRunAt: null, lastImportId: run.importId });
  expect(await engine.engine.resumeSchedule(id, at('10:50:00'))).toMatchObject({ nextRunAt: at('11:00:00') });
});

test('a change is checked like a new one, keeps the URL that is not given, and sets the next time', async () => {
  const { id, encryptedUrl, name } = await create();
  const changed = await engine.engine.updateSchedule(
    id,
    { cron: '30 6 * * *', timeZone: 'Europe/Berlin' },
    at('10:00:00'),
  );
  expect(changed).toMatchObject({ encryptedUrl, nextRunAt: new Date('2026-11-22T05:30:00Z') });
  const wrong: [object, string][] = [
    [{ cron: '* * *' }, 'cron'],
    [{ cron: '0 0 31 2 *' }, 'cron'],
    [{ cron: '61 * * * *' }, 'cron'],
    [{ cron: '*/5 * * * * *' }, 'cron'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ timeZone: '+01:00' }, 'timeZone'],
    [{ name: ' ' }, 'name'],
    [{ url: 'file:///etc/passwd' }, 'url'],
    [{ options: { nonsense: true, matchByEmail: 'yes' } }, 'options'],
  ];
  for (const [change, path] of wrong) {
    const refused = expect.objectContaining({ path: expect.arrayContaining([path]) });
    await expect(engine.engine.updateSchedule(id, change), JSON.stringify(change)).rejects.toMatchObject({
      issues: expect.arrayContaining([refused]),
    });
    await expect(create(change), JSON.stringify(change)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  }
  await expect(create({ name })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  await engine.engine.deleteSchedule(id);
  await expect(engine.engine.pauseSchedule(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what cannot be started says why, and the next time comes all the same', async () => {
  const { id } = await create();
  secretBox = createSecretBox('another secret that is long enough too');
  await until(async () => (await engine.engine.runDueSchedules(at('16:00:00'))) >= 0, { what: 'the run' });
  expect((await runs(id)).at(-1)).toMatchObject({
    outcome: 'REFUSED',
    reason: saying('SLUICE_SECRET'),
  });
  expect(await engine.engine.schedule(id)).toMatchObject({ nextRunAt: at('17:00:00') });
});

test('times follow the clocks of the zone, through both changes', () => {
  const times = (cron: string, from: string, count: number) => {
    const found: string[] = [];
    for (let last = new Date(from); found.length < count; found.push(last.toISOString().slice(5, 16))) {
      last = nextTime(cron, 'Europe/Berlin', last);
    }
    return found;
  };
  expect(times('0 9 * * *', '2026-03-28T00:00:00Z', 3)).toEqual(['03-28T08:00', '03-29T07:00', '03-30T07:00']);
  // 02:30 is left out on the 29th, and comes at 03:30.
  expect(times('30 2 * * *', '2026-03-28T00:00:00Z', 3)).toEqual(['03-28T01:30', '03-29T01:30', '03-30T00:30']);
  // 02:30 comes twice on the 25th.
  expect(times('30 2 * * *', '2026-10-24T00:00:00Z', 3)).toEqual(['10-24T00:30', '10-25T00:30', '10-26T01:30']);
  expect(isTimeZone('America/New_York')).toBe(true);
  expect(cronIssue('0 6 * * 1-5')).toBeNull();
});
