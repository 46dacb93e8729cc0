import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startReaper } from '../../server/testing/reaper.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const packages = join(project, 'node_modules');

/** Whatever is in the project's folder but belongs to this clone of it, or is large. */
const left = new Set(['node_modules', '.git', '.sluice']);

/** A copy of the project, installed and built as far as this one is. */
export interface ProjectCopy {
  /** A folder that nobody but its owner can enter. */
  readonly outer: string;
  /** The copy: a folder in `outer` with a space and an umlaut in its name. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies the project as a clone under umask 077 would be. The packages are hard links where the disk is the same. */
export async function copyProject(): Promise<ProjectCopy> {
  const outer = await mkdtemp(join(folderOnDisk(), 'sluice-copy-'));
  const folder = join(outer, 'Größe mit Platz');
  // It lies outside of the test run's own folder, and is large: a run that is killed leaves neither it nor its Postgres.
  const reaper = startReaper({ home: outer, folder: join(folder, '.sluice', 'postgres') });
  const remove = async () => {
    reaper.dismiss();
    await rm(outer, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    await mkdir(folder, { mode: 0o700 });
    const own = (await readdir(project)).filter((name) => !left.has(name)).map((name) => join(project, name));
    await run('sh', ['-c', 'umask 077 && exec cp -R "$@"', 'sh', ...own, folder]);
    await copyPackages(join(folder, 'node_modules'));
    return { outer, folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Where hard links of the packages can be, and any user can get to. */
export function folderOnDisk(): string {
  return [tmpdir(), '/tmp', '/var/tmp'].find(isOnDiskOfPackages) ?? tmpdir();
}

function isOnDiskOfPackages(folder: string): boolean {
  return existsSync(folder) && statSync(folder).dev === statSync(packages).dev;
}

async function copyPackages(to: string): Promise<void> {
  await mkdir(to);
  // What other tests write while this one copies.
  const names = (await readdir(packages)).filter((name) => name !== '.cache').map((name) => join(packages, name));
  try {
    if (!isOnDiskOfPackages(to)) throw new Error('There are no hard links between disks.');
    await run('cp', ['-al', ...names, to]);
  } catch {
    await run('cp', ['-a', ...names, to]);
  }
}
