import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { dataFolder } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const database = testDatabase();

/** What nobody catches, whenever the test asks for it. */
const FAULT = `--import=data:text/javascript,process.on('SIGUSR2',()=>{throw(Error('fault'))})`;

/** A worker that is at work and can write neither its log nor a word. */
async function worker(output: number | 'pipe'): Promise<ChildProcess> {
  const own = { DATABASE_URL: database.url, SLUICE_DATA_DIR: await dataFolder(), LOG_LEVEL: 'debug' };
  const env = { ...programEnvironment(), ...own };
  const child = spawn(process.execPath, [FAULT, cli, 'worker'], { env, stdio: ['ignore', output, output] });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  });
  // Nobody reads the pipe any more.
  child.stdout?.destroy();
  child.stderr?.destroy();
  const working = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sluice-jobs'`;
  await until(async () => (await database.pool.query(working)).rows.length > 0, {
    what: 'the worker to look for jobs',
  });
  return child;
}

async function codeAfter(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  await once(child, 'close');
  return child.exitCode;
}

describe.skipIf(!existsSync('/dev/full'))('a process whose log is on a full disk', () => {
  it('ends when it cannot go on, without having said why', async () => {
    const full = await open('/dev/full', 'w');
    onTestFinished(() => full.close());
    expect(await codeAfter(await worker(full.fd), 'SIGUSR2')).toBe(1);
  });
});

describe('a process whose words nobody reads any more', () => {
  it('works on, and stops in an orderly way when it is told to', async () => {
    expect(await codeAfter(await worker('pipe'), 'SIGTERM')).toBe(0);
  });
});
