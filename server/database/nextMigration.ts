import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder, readMigrations, readSchema } from './migrationFiles.ts';
import { everything, withSchemaEngine } from './schemaEngine.ts';
import { startTemporaryCluster } from './temporaryCluster.ts';

/**
 * Writes the migration that leads from those there are to prisma/schema.prisma, and returns its file; null if they
 * agree already. `at` is the time that its folder is named by.
 */
export async function writeNextMigration(
  name: string,
  at: Date,
  folder: string = migrationsFolder,
): Promise<string | null> {
  const sql = await difference(folder);
  if (sql === null) return null;
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const made = join(folder, `${stamp}_${name}`);
  await mkdir(made, { recursive: true });
  await writeFile(join(made, 'migration.sql'), sql);
  return join(made, 'migration.sql');
}

/** The SQL that is missing, found by running the migrations on a database of their own; null if none is. */
export async function difference(folder: string = migrationsFolder): Promise<string | null> {
  const migrations = await readMigrations(folder);
  const schema = await readSchema();
  const cluster = await startTemporaryCluster();
  try {
    const found = await withSchemaEngine({ url: cluster.url('postgres'), schema: 'public' }, schema, (engine) =>
      engine.diff({
        from: { tag: 'migrations', ...migrations },
        to: { tag: 'schemaDatamodel', files: [{ path: 'prisma/schema.prisma', content: schema }] },
        script: true,
        exitCode: true,
        filters: everything,
      }),
    );
    return found.exitCode === 2 ? found.stdout : null;
  } finally {
    await cluster.stop();
  }
}
