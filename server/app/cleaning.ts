import type { Logger } from 'pino';
import { removeExpiredSessions } from '../auth/removeExpiredSessions.ts';
import type { Database } from '../engine/model/context.ts';
import { removeDoneRows, removeOldLogs } from '../engine/store/retention.ts';
import { removeSpentSpools } from '../engine/store/spool.ts';
import { removeReadFiles } from '../engine/store/storedFiles.ts';
import { removeExpiredUploads } from '../files/removeExpired.ts';
import { removeStaleLocks } from '../files/store/removeStaleLocks.ts';
import type { UploadStore } from '../files/uploadStore.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { createTicker, type Ticker } from '../jobs/ticker.ts';
import { removeExpiredSecrets } from '../notify/store/removeExpiredSecrets.ts';

/** How often is looked for what is to be removed, in ms. */
const EVERY_MS = 10 * 60_000;

export interface CleaningOptions {
  readonly database: Database;
  readonly prisma: PrismaClient;
  readonly stores: readonly UploadStore[];
  /** How long is kept what nothing needs any more, in days. */
  readonly keep: { readonly logDays: number; readonly rowDays: number };
  readonly log: Logger;
}

export interface Cleaning extends Ticker {
  /** Once, now. What cannot be removed just now is removed later. */
  clean(): Promise<void>;
}

/** Removes what would grow forever. Records, provenance, failed rows and imports with their counts stay. */
export function createCleaning({ database, prisma, stores, keep, log }: CleaningOptions): Cleaning {
  const tasks: readonly (() => Promise<unknown>)[] = [
    ...stores.map((store) => () => removeExpiredUploads(prisma, store)),
    () => removeSpentSpools(database),
    () => removeReadFiles(database),
    () => removeDoneRows(database, keep.rowDays),
    () => removeOldLogs(database, keep.logDays),
    () => removeExpiredSecrets(database),
    () => removeStaleLocks(database),
    () => removeExpiredSessions(prisma),
  ];
  const failure = 'what has expired is removed later';
  const clean = async (): Promise<void> => {
    for (const task of tasks) await task().catch((error: unknown) => log.warn({ err: error }, failure));
  };
  // A start is busy enough, and nothing that has expired is in its way.
  return { clean, ...createTicker({ everyMs: EVERY_MS, isDelayed: true, run: clean, log, failure }) };
}
