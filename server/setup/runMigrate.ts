import { readConfig } from '../config.ts';
import { checkDatabase } from '../database/checkDatabase.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { complain, ignoreOutputErrors, say } from './output.ts';
import { describeStart } from './run.ts';
import { StartError } from './startError.ts';

/** Brings the configured database up to date, then ends the process: 0, or 1 with one line why not. */
export async function runMigrate(): Promise<void> {
  ignoreOutputErrors();
  try {
    const applied = await migrateConfigured();
    say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
    // The schema engine's timers would hold the process for some seconds more.
    process.exit(0);
  } catch (error) {
    complain(error instanceof StartError ? `Sluice cannot migrate: ${error.message}` : describeStart(error));
    process.exit(1);
  }
}

async function migrateConfigured(): Promise<readonly string[]> {
  const { databaseUrl, dataDir } = readConfig();
  if (databaseUrl !== null) {
    await checkDatabase(databaseUrl);
    return migrate(databaseUrl);
  }
  const lost = Promise.withResolvers<never>();
  const embedded = await startEmbedded({ dataDir, onLost: lost.reject });
  try {
    return await Promise.race([migrate(embedded.url), lost.promise]);
  } finally {
    await embedded.stop();
  }
}
