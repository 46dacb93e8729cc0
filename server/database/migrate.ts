import type { DiagnoseMigrationHistoryOutput, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { StartError } from '../setup/startError.ts';
import { withClient } from './connections.ts';
import { migrationsFolder, readMigrations, readSchema } from './migrationFiles.ts';
import { everything, withSchemaEngine } from './schemaEngine.ts';

/** Held while migrating, so that processes started together go one after the other. Any constant of our own does. */
const migrationLock = 7_165_231_019;

/** The database cannot be brought to this version; the message says what to do. */
export class MigrationError extends StartError {
  override readonly name = 'MigrationError';
}

/**
 * Brings a database to the newest migration and returns the names of those applied now (none if it was up to date).
 * Works offline, and from several processes at once. Throws MigrationError for a database that a newer version made.
 */
export async function migrate(databaseUrl: string, folder: string = migrationsFolder): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const schema = await readSchema();
  return withClient(databaseUrl, { name: 'sluice-migrate' }, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return withSchemaEngine(databaseUrl, schema, (engine) => apply(engine, migrations));
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
