import type pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { type DatabaseConfig, jobsSchemaOf } from '../database/connections.ts';
import { openPools } from '../database/pools.ts';
import { createPrismaClient } from '../database/prismaClient.ts';
import { createAttempts } from '../engine/apply/attempts.ts';
import type { Attempts, EngineContext, EngineShares } from '../engine/model/context.ts';

import { createSecretBox } from '../engine/model/secretBox.ts';
import { createDatabase } from '../engine/store/database.ts';
import { prepareImporters } from '../engine/store/importers.ts';
import { createUploadFiles } from '../files/uploadFiles.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { createBoss } from '../jobs/createBoss.ts';
import { createDeliveryWorker } from '../jobs/deliveries.ts';
import { createJobQueue } from '../jobs/jobQueue.ts';
import { createReconciler } from '../jobs/reconciler.ts';
import { createQueues, createWorkers, storesOf } from '../jobs/workers.ts';
import { createMetrics, type Metrics } from '../metrics/createMetrics.ts';
import { createNotifications, type Notifications } from '../notify/createNotifications.ts';
import { createDeliver } from '../notify/deliver.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import { ensureSecret } from '../setup/secret.ts';
import type { Teardown } from '../setup/teardown.ts';
import { createFetcher } from '../sources/fetch/fetcher.ts';
import { feeds } from './feeds.ts';
import { createLogger } from './logger.ts';
import { startTelemetry } from './telemetry.ts';
import { openUploadStores, type UploadStores } from './uploadStores.ts';

/** What both a server and a worker are made of. */
export interface Core {
  readonly log: Logger;
  /** Of the share for controls. */
  readonly prisma: PrismaClient;
  /** The same for reading records. */
  readonly records: PrismaClient;
  /** Of the share for controls. */
  readonly pool: pg.Pool;
  /** Of the share for work. */
  readonly context: EngineContext;
  readonly shares: EngineShares;
  readonly metrics: Metrics;
  readonly notifications: Notifications;
  readonly stores: UploadStores;
  /** Works jobs in this process from now on: a server first listens, since a job may keep it from everything else. */
  startWork(): Promise<void>;
}

/** Opens what a process needs until the teardown runs. */
export async function startCore(
  config: Config,
  databaseConfig: DatabaseConfig,
  importers: ReadonlyMap<string, AnyImporter>,
  teardown: Teardown,
): Promise<Core> {
  await startTelemetry(config.otlpEndpoint, teardown);
  const log = createLogger(config);
  // A connection that breaks while idle is replaced at its next use.
  const onLost = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
  const pools = openPools(databaseConfig, { silenceMs: config.silenceMs, onLost });
  teardown.add('The connection pools', pools.end);
  const database = createDatabase(pools.work);
  const shares = { records: createDatabase(pools.records), controls: createDatabase(pools.controls) };
  for (const { importer, line } of await prepareImporters(database, importers.values())) log.warn({ importer }, line);
  const prisma = createPrismaClient(pools.controls, databaseConfig.schema);
  teardown.add('Prisma', () => prisma.$disconnect());
  const records = createPrismaClient(pools.records, databaseConfig.schema);
  teardown.add('Prisma of records', () => records.$disconnect());

  const boss = createBoss(databaseConfig, log, config.silenceMs);
  await boss.start();
  teardown.add('The job queue', () => boss.stop({ graceful: false, close: true }));
  const stores = await openUploadStores(config, teardown);
  const fetcher = createFetcher({ allowedHosts: config.allowedHosts });
  teardown.add('The fetcher', fetcher.close);
  const secretBox = createSecretBox(await ensureSecret(config.secret, config.dataDir));
  const metrics = createMetrics(shares.controls, jobsSchemaOf(databaseConfig));
  const attempts = createAttempts(shares.controls);
  noteCrashes(attempts, teardown);
  const context: EngineContext = {
    database,
    attempts,
    jobs: createJobQueue(boss),
    importers,
    uploads: createUploadFiles(prisma, stores),
    log,
    urls: { fetcher, feeds, secretBox, maxBytes: config.maxUploadBytes },
    maxConcurrentImports: config.maxConcurrentImports,
    chunkApplied: metrics.chunkApplied,
  };
  await createQueues(boss, storesOf(context));
  const workers = createWorkers(boss, context);
  teardown.add('The workers', workers.stop);
  const { smtpUrl, mailFrom, publicUrl } = config;
  const mailer = smtpUrl === null ? null : (await import('../notify/mailer.ts')).createMailer(smtpUrl, mailFrom);
  teardown.add('The mailer', async () => mailer?.close());
  const deliver = createDeliver({ database, fetcher, mailer, secretBox, publicUrl, log });
  const deliveries = createDeliveryWorker(boss, database, deliver);
  teardown.add('The deliveries', deliveries.stop);
  const reconciler = createReconciler(context);
  teardown.add('The reconciler', reconciler.stop);
  const notifications = createNotifications({ database: shares.controls, jobs: context.jobs, secretBox });
  const startWork = async (): Promise<void> => {
    await workers.start();
    await deliveries.start();
    await reconciler.start();
  };
  return { log, prisma, records, pool: pools.controls, context, shares, metrics, notifications, stores, startWork };
}

/** An uncaught error ends the process in an orderly way, since it can come from any work in the process. */
function noteCrashes(attempts: Attempts, teardown: Teardown): void {
  const note = (): void => attempts.crash();
  const events = ['uncaughtExceptionMonitor', 'unhandledRejection'];
  for (const event of events) process.on(event, note);
  teardown.add('The notes of crashes', async () => {
    for (const event of events) process.off(event, note);
  });
}
