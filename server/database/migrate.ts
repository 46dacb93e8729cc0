import type { DiagnoseMigrationHistoryOutput, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { type DatabaseConfig, withClient } from './connections.ts';
import { MigrationError } from './errors.ts';
import { migrationsFolder, readMigrations, readSchema } from './migrationFiles.ts';
import { prepareSchema } from './schema/ownSchema.ts';
import { everything, withSchemaEngine } from './schemaEngine.ts';

/** Held while migrating, so that processes started together go one after the other. Any constant of our own does. */
const migrationLock = 7_165_231_019;

/** What was done to bring a database to the newest version. */
export interface Migrated {
  /** The schema from which the tables of an earlier version were moved; null if nothing was moved. */
  readonly movedFrom: string | null;
  /** The migrations that were applied now; none if the database was up to date. */
  readonly applied: readonly string[];
}

/**
 * Brings a database to the newest migration: makes Sluice's schema, or moves the tables of an earlier version into it.
 * Works offline, and from several processes at once. Throws MigrationError for a database that a newer version made,
 * and for a role or a schema that cannot be used.
 */
export async function migrate(database: DatabaseConfig, folder: string = migrationsFolder): Promise<Migrated> {
  const migrations = await readMigrations(folder);
  const schema = await readSchema();
  return withClient(database, { name: 'sluice-migrate' }, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const movedFrom = await prepareSchema(client, database, migrations);
    const applied = await withSchemaEngine(database, schema, (engine) => apply(engine, migrations));
    return { movedFrom, applied };
  });
}

async function apply(engine: SchemaEngine, migrationsList: MigrationList): Promise<readonly string[]> {
  const state = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: everything,
  });
  refuse(state);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything });
  return appliedMigrationNames;
}

function refuse(state: DiagnoseMigrationHistoryOutput): void {
  if (state.history !== null && state.history.diagnostic !== 'databaseIsBehind') {
    const unknown = state.history.unpersistedMigrationNames.join(', ');
    throw new MigrationError(
      `The database was migrated by a newer version of Sluice (${unknown}). Start that version, or use another database.`,
    );
  }
  if (state.failedMigrationNames.length > 0) {
    const failed = state.failedMigrationNames.join(', ');
    throw new MigrationError(`Migration ${failed} failed earlier and was left half done. Restore the database first.`);
  }
  if (state.editedMigrationNames.length > 0) {
    const edited = state.editedMigrationNames.join(', ');
    throw new MigrationError(`Migration ${edited} was changed after this database took it. Put the file back.`);
  }
}
