import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../server/database/freePort.ts';
import { findPostmaster, killPostmaster } from '../../server/database/postmaster.ts';
import { copyProject, type ProjectCopy } from '../helpers/projectCopy.ts';
import { runProgram, type SluiceProcess } from '../helpers/sluiceProcess.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** What a machine's environment may say that is not meant for Sluice. */
const foreign = { TZ: 'Asia/Kolkata', LC_ALL: 'xx_YY.UTF-8', PGSSLMODE: 'require', PGHOST: '/nowhere', PGPORT: '1' };

let copy: ProjectCopy;

beforeAll(async () => {
  copy = await copyProject();
});

afterAll(async () => {
  await copy.remove();
});

/** Starts the copy, sees it ready, sends it a Ctrl-C, and sees that nothing of it is left running. */
async function startAndStop(start: (env: Readonly<Record<string, string>>) => SluiceProcess): Promise<void> {
  const dataDir = join(copy.folder, '.sluice');
  const cluster = { folder: join(dataDir, 'postgres') };
  onTestFinished(async () => {
    killPostmaster(cluster);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  const port = String(await freePort());
  const path = [join(copy.folder, 'node_modules', '.bin'), process.env.PATH].join(':');
  const sluice = start({ PATH: path, HOME: join(copy.folder, 'home'), PORT: port, ...foreign });
  await sluice.ready();
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
  expect(answer.status).toBe(200);
  expect(await findPostmaster(cluster)).not.toBeNull();
  sluice.signal('SIGINT');
  expect(await sluice.ended()).toBe(0);
  expect(await findPostmaster(cluster)).toBeNull();
}

/** What `npm start` runs, for users who cannot run this machine's npm (it may be in root's home). */
async function startScripts(): Promise<string> {
  const text = await readFile(join(copy.folder, 'package.json'), 'utf8');
  const { scripts } = z
    .object({ scripts: z.object({ prestart: z.string(), start: z.string() }) })
    .parse(JSON.parse(text));
  return `${scripts.prestart} && ${scripts.start}`;
}

/** Gives the copy to a user without rights, who is then told; the packages stay root's, as after `sudo npm ci`. */
async function giveToNobody(): Promise<{ readonly uid: number; readonly gid: number }> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)),
  );
  const user = { uid: uid ?? 65_534, gid: gid ?? 65_534 };
  await chown(copy.folder, user.uid, user.gid);
  const names = (await readdir(copy.folder)).filter((name) => name !== 'node_modules');
  await run('chown', ['-R', `${user.uid}:${user.gid}`, ...names], { cwd: copy.folder });
  await chmod(copy.outer, 0o755);
  return user;
}

describe('npm start in a path with a space and an umlaut', () => {
  // Vitest does not print why it skips a test.
  if (!isRoot)
    process.stderr.write('Skipped: `npm start` as root in a closed folder. These tests do not run as root.\n');

  it.runIf(isRoot)('works as root in a folder that no other user can enter', async () => {
    await startAndStop((env) => runProgram('npm', ['start'], { folder: copy.folder, env, group: true }));
  });

  it('works as an ordinary user under umask 077', async () => {
    await mkdir(join(copy.folder, 'home'), { recursive: true });
    const script = `umask 077 && ${await startScripts()}`;
    const user = isRoot ? await giveToNobody() : undefined;
    await startAndStop((env) => runProgram('sh', ['-c', script], { folder: copy.folder, env, user, group: true }));
  });
});
