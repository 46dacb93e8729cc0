import { accessSync, constants, statfsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 4 * 1024 ** 3;
const FREE_MEMORY_BYTES = 2 * ROOM_BYTES;

/** The one folder for all that a test run writes: `TMPDIR` of this process and, until it is removed, of all that it starts. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * In memory where there is plenty: a copy of the template database takes 20 ms of the kernel there, and half a second on
 * the disk of a small virtual machine.
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(isRoomyMemory() ? MEMORY : tmpdir(), 'sluice-tests-'));
  // Postgres may run as another user, who must get through to its own folder.
  await chmod(path, 0o755);
  process.env.TMPDIR = path;
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

function isRoomyMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES && process.availableMemory() >= FREE_MEMORY_BYTES;
  } catch {
    return false;
  }
}
