import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ADMIN = import.meta.dirname;
/** Kept beside the built files: what they were built from. */
const STAMP = path.join(ADMIN, 'dist', '.sources');
/** What shapes the console from outside of its own folder. */
const OUTSIDE = ['package-lock.json', 'tests/fixtures/contacts-sample.csv'];

/**
 * Builds the console into admin/dist, unless what is there was built from the very same sources. Takes 2 to 3 s, or a
 * few milliseconds when nothing changed. Throws when the build fails.
 */
export async function buildConsole(): Promise<void> {
  const wanted = await hashOfSources();
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === wanted) return;
  // Loaded here, so that a start which finds its console built does not load a bundler.
  const { build } = await import('vite');
  await build({ configFile: path.join(ADMIN, 'vite.config.ts'), mode: 'production', logLevel: 'error' });
  await writeFile(STAMP, wanted);
}

async function hashOfSources(): Promise<string> {
  const entries = await readdir(ADMIN, { recursive: true, withFileTypes: true });
  const own = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join(ADMIN, 'dist')));
  const files = [...own, ...OUTSIDE.map((file) => path.join(ADMIN, '..', file))].sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(path.relative(ADMIN, file))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}
