import { type Config, configuredDatabase } from '../config.ts';
import { checkDatabase } from '../database/checkDatabase.ts';
import { startEmbedded } from '../database/embedded.ts';
import { type Migrated, migrate } from '../database/migrate.ts';
import { loadConfig } from './configFile.ts';
import { complain, ignoreOutputErrors, print } from './output.ts';
import { describeStart } from './run.ts';
import { StartError } from './startError.ts';

/** Brings the configured database up to date, then ends the process: 0, or 1 with one line why not. */
export async function runMigrate(): Promise<void> {
  ignoreOutputErrors();
  try {
    const config = await loadConfig();
    print(...reportOf(await migrateConfigured(config), config.schema));
    // The schema engine's timers would hold the process for some seconds more.
    process.exit(0);
  } catch (error) {
    complain(error instanceof StartError ? `Sluice cannot migrate: ${error.message}` : describeStart(error));
    process.exit(1);
  }
}

function reportOf({ movedFrom, applied }: Migrated, schema: string): string[] {
  const moved = movedFrom === null ? [] : [`Moved the tables from the schema ${movedFrom} to ${schema}.`];
  const lines = [...moved, ...(applied.length === 0 ? [] : [`Applied ${applied.join(', ')}.`])];
  return lines.length === 0 ? ['The database is up to date.'] : lines;
}

async function migrateConfigured(config: Config): Promise<Migrated> {
  const { dataDir, schema } = config;
  const database = configuredDatabase(config);
  if (database !== null) {
    await checkDatabase(database);
    return migrate(database);
  }
  const lost = Promise.withResolvers<never>();
  const embedded = await startEmbedded({ dataDir, onLost: lost.reject });
  try {
    return await Promise.race([migrate({ url: embedded.url, schema }), lost.promise]);
  } finally {
    await embedded.stop();
  }
}
