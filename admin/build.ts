import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ADMIN = import.meta.dirname;
const DIST = path.join(ADMIN, 'dist');
/** Kept beside the built files: what they were built from. */
const STAMP = '.sources';
/** What shapes the console from outside of its own folder. */
const OUTSIDE = ['package-lock.json', 'server/messages', 'client/multipart.ts'];
/** Where importers have their sample files. */
const IMPORTERS = path.join(ADMIN, '../server/importers');

/**
 * Builds the console into admin/dist, unless what is there was built from the very same sources. Takes 2 to 3 s, or a
 * few milliseconds when nothing changed. Safe when several processes do it at once. Throws with the bundler's words
 * when the build fails.
 */
export async function buildConsole(): Promise<void> {
  const wanted = await hashOfSources();
  if ((await builtFrom()) === wanted) return;
  const fresh = `${DIST}.${process.pid}`;
  try {
    await bundle(fresh);
    await writeFile(path.join(fresh, STAMP), wanted);
    await putInPlace(fresh, wanted);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/**
 * In a process of its own: the bundler's memory goes when it is done, and it makes React's development build unless
 * its whole environment says production.
 */
async function bundle(outDir: string): Promise<void> {
  const vite = fileURLToPath(new URL('../../bin/vite.js', import.meta.resolve('vite')));
  const config = path.join(ADMIN, 'vite.config.ts');
  const args = [vite, 'build', ADMIN, '--config', config, '--outDir', outDir, '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args, { cwd: ADMIN, env: { NODE_ENV: 'production' } });
}

/**
 * By renaming only: what is removed where it lies takes away files of the same names that another process has just put
 * there. Where another was faster, its console is the same.
 */
async function putInPlace(fresh: string, wanted: string): Promise<void> {
  const old = `${fresh}.old`;
  await rename(DIST, old).catch(() => {});
  try {
    await rename(fresh, DIST);
  } catch (error) {
    if ((await builtFrom()) !== wanted) throw error;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

async function builtFrom(): Promise<string | null> {
  return readFile(path.join(DIST, STAMP), 'utf8').catch(() => null);
}

async function hashOfSources(): Promise<string> {
  const places = [ADMIN, IMPORTERS, ...OUTSIDE.map((place) => path.join(ADMIN, '..', place))];
  const files = (await Promise.all(places.map(filesIn)))
    .flat()
    .filter((file) => !file.startsWith(DIST) && (!file.startsWith(IMPORTERS) || file.endsWith('.csv')))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(path.relative(ADMIN, file))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

/** The file itself, or all files in the folder. */
async function filesIn(place: string): Promise<string[]> {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
