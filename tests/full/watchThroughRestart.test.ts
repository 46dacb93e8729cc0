import { expect, test } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { commandLine, workingFolder } from '../helpers/cli.ts';
import { testDatabase } from '../helpers/database.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

const database = testDatabase();

test('a watching command outlives its server, and sees the import to its end', async () => {
  // A disk on which it takes half a minute, as long as it is slow: time to pause it.
  await database.pool.query(`
    CREATE FUNCTION slow_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$;
    CREATE TRIGGER slow_disk AFTER INSERT ON contact EXECUTE FUNCTION slow_disk();`);
  const port = await freePort();
  const apiKey = 'slk_a-key-for-restarts';
  const dataDir = await dataFolder();
  const variables = {
    ...{ DATABASE_URL: database.url, SLUICE_DATA_DIR: dataDir, PORT: String(port) },
    ...{ SLUICE_ADMIN_API_KEY: apiKey, SLUICE_LOG_LEVEL: 'error' },
  };
  const first = runSluice('serve', variables);
  await first.ready();
  const sluice = commandLine({ url: `http://127.0.0.1:${port}`, apiKey }, await workingFolder());
  const lines = Array.from({ length: 2_000 }, (_, index) => `Ann,ann${index}@restart.example`);
  const input = `Name,Email\n${lines.join('\n')}\n`;
  const started = await sluice(['import', '-', '--importer', 'contacts', '--no-wait', '--chunk-size', '20'], { input })
    .ended;
  const { id } = started.answers[0];
  const watching = sluice(['watch', id]);
  await until(() => watching.output().includes('progress'), { what: 'the watcher to see it' });
  // So that no worker has a job when it dies: how long another takes to notice shows elsewhere.
  expect((await sluice(['pause', id]).ended).code).toBe(0);
  await until(() => watching.output().includes('PAUSED'), { what: 'the watcher to see it paused' });

  await database.pool.query('DROP TRIGGER slow_disk ON contact');
  first.signal('SIGKILL');
  await first.ended();
  await until(() => watching.complaints().includes('cannot be reached'), { what: 'the watcher to notice' });
  const second = runSluice('serve', variables);
  await second.ready();
  expect((await sluice(['resume', id, '--no-wait']).ended).code).toBe(0);
  const seen = await watching.ended;
  expect(seen.code).toBe(0);
  expect(seen.answers.at(-1)).toMatchObject({ status: 'COMPLETED', counts: { total: 2_000, created: 2_000 } });
  const revisions = seen.answers.map(({ revision }) => revision);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  second.signal('SIGTERM');
  expect(await second.ended()).toBe(0);
});
