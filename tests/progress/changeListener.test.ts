import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { createDatabase } from '../../server/engine/store/database.ts';
import { type Change, notifyChange } from '../../server/engine/store/progress.ts';
import { type ChangeListener, createChangeListener } from '../../server/progress/changeListener.ts';
import { testDatabase } from '../helpers/database.ts';
import { until } from '../helpers/until.ts';

const database = testDatabase();
let listener: ChangeListener | undefined;
afterEach(() => listener?.stop());

async function listen() {
  const heard: Change[] = [];
  const reconnects: number[] = [];
  listener = createChangeListener({
    database: database.config,
    log: pino({ level: 'silent' }),
    onChange: (change) => heard.push(change),
    onReconnect: () => reconnects.push(heard.length),
  });
  await listener.start();
  return { heard, reconnects };
}

const id = '0196f1a0-0000-7000-8000-000000000000';
const say = (revision: number) => notifyChange(createDatabase(database.pool), { id, projectId: 'demo', revision });

const cut = () =>
  database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'sluice-listen' AND datname = current_database()`,
  );

test('what a committed transaction says is heard, and what is rolled back is not', async () => {
  const { heard } = await listen();
  const failing = createDatabase(database.pool).transaction(async (tx) => {
    await notifyChange(tx, { id, projectId: 'demo', revision: 1 });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await say(2);
  await until(() => heard.length > 0, { what: 'the change' });
  expect(heard).toEqual([{ id, projectId: 'demo', revision: 2 }]);
});

test('after a lost connection it listens again, and says that news may be missing', async () => {
  const { heard, reconnects } = await listen();
  await cut();
  await until(() => reconnects.length === 1, { what: 'the connection to come back' });
  await say(3);
  await until(() => heard.length === 1, { what: 'the change after it' });
});

test('rubbish on the channel is passed over', async () => {
  const { heard } = await listen();
  await database.pool.query(
    `SELECT pg_notify('sluice_import', '{"id": "1", "projectId": "demo", "revision": 1}'), pg_notify('sluice_import', 'not json')`,
  );
  await say(4);
  await until(() => heard.length === 1, { what: 'the change' });
});

test('it can be stopped while it tries to connect', async () => {
  const away = new URL(database.url);
  away.port = '1';
  listener = createChangeListener({
    database: { ...database.config, url: away.href },
    log: pino({ level: 'silent' }),
    onChange: () => undefined,
    onReconnect: () => undefined,
  });
  const starting = listener.start();
  await listener.stop();
  await starting;
});
