import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';

/**
 * The name of the store in this folder, made with it. Processes that see the same folder agree on it, and a plan of an
 * upload is only given to one of them.
 */
export async function storeIdOf(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = storeIdFile(folder);
  try {
    // `wx`: of two processes that start at once, one makes it and the other reads what was made.
    await writeFile(file, uuid(), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

/** Where the name of the store in this folder is kept. */
export function storeIdFile(folder: string): string {
  return join(folder, 'store-id');
}
