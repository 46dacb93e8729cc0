import { execFileSync } from 'node:child_process';
import { chown, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findBinaries } from '../../server/database/binaries.ts';
import { type Launcher, launcherFor } from '../../server/database/launcher.ts';
import { type OsUser, postgresUser } from '../../server/database/osUser.ts';

const isRoot = process.getuid?.() === 0;

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-launcher-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function launcherIn(folder: string, user: OsUser | undefined): Promise<Launcher> {
  const { initdb } = await findBinaries();
  return launcherFor(user, folder, initdb);
}

/** A folder with nothing but these programs, where they are looked for from now on. */
async function onlyPrograms(...names: readonly string[]): Promise<void> {
  const folder = await temporaryFolder();
  for (const name of names) {
    const path = execFileSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).trim();
    await symlink(path, join(folder, name));
  }
  vi.stubEnv('PATH', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
}

describe.runIf(isRoot)('the launcher of Postgres, as root', () => {
  it('gets its user into a folder that only root can enter', async () => {
    const closed = await temporaryFolder();
    const user = await postgresUser(closed);
    const launcher = await launcherIn(join(closed, 'postgres'), user);
    expect((await launcher.run('sh', ['-c', 'cd "$1" && id -u', 'sh', closed])).trim()).toBe(String(user?.uid));
  });

  it('says which folder is closed and what to do where setpriv is missing', async () => {
    const closed = await temporaryFolder();
    await mkdir(join(closed, 'data'));
    await onlyPrograms('id');
    const launcher = launcherIn(join(closed, 'data', 'postgres'), await postgresUser(join(closed, 'data')));
    await expect(launcher).rejects.toThrow(
      new RegExp(`cannot enter ${closed}: move Sluice to a folder .*, run it as an ordinary user, or set DATABASE_URL`),
    );
  });

  it('says what to do where root cannot become another user', async () => {
    const launcher = launcherIn('/', { name: 'ann', uid: 0xffffffff, gid: 0xffffffff });
    await expect(launcher).rejects.toThrow(/as the user ann .*: run it as an ordinary user, or set DATABASE_URL/);
  });

  it('runs Postgres as the owner of a folder that is there already', async () => {
    const folder = await temporaryFolder();
    await chown(folder, 12_345, 12_346);
    expect(await postgresUser(folder)).toMatchObject({ uid: 12_345, gid: 12_346 });
  });
});

describe.runIf(!isRoot)('the launcher of Postgres, as an ordinary user', () => {
  it('runs it as that user', async () => {
    const folder = await temporaryFolder();
    expect(await postgresUser(folder)).toBeUndefined();
    expect((await launcherIn(folder, undefined)).user).toBeUndefined();
  });
});
