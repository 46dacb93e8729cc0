import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAccessMonitor } from '../auth/accessMonitor.ts';
import { createAuthenticator } from '../auth/authenticator.ts';
import { createTokenVerifier } from '../auth/identityProvider.ts';
import { createOriginCheck } from '../auth/origins.ts';
import { createSessions } from '../auth/sessions.ts';
import type { Config } from '../config.ts';
import type { DatabaseConfig } from '../database/connections.ts';
import { createDownloadHandler } from '../downloads/handler.ts';
import { createDownloadLinks } from '../downloads/links.ts';
import type { Engine } from '../engine/engine.ts';
import { createUploadLocker } from '../files/uploadLocker.ts';
import { createUploadServer } from '../files/uploadServer.ts';
import { createClientAddress } from '../http/clientAddress.ts';
import { createHttpServer } from '../http/server.ts';
import { loadApiFeatures } from '../importers/features.ts';
import { createScheduleTicker } from '../jobs/scheduleTicker.ts';
import { createRateLimits, rateRules } from '../limits/rateLimits.ts';
import { createChangeListener } from '../progress/changeListener.ts';
import { liveImports } from '../progress/liveImports.ts';
import { createProgressHub } from '../progress/progressHub.ts';
import { isCompiled } from '../setup/isCompiled.ts';
import { ensureSecret } from '../setup/secret.ts';
import type { Teardown } from '../setup/teardown.ts';
import { readVersion } from '../setup/version.ts';
import { createCleaning } from './cleaning.ts';
import type { Core } from './core.ts';

/** Answers requests until the teardown runs: API, live progress, uploads and the console. Works jobs once it listens. */
export async function startHttp(
  config: Config,
  databaseConfig: DatabaseConfig,
  core: Core,
  engine: Engine,
  teardown: Teardown,
): Promise<void> {
  const { prisma, records, pool, log, stores, shares } = core;
  const { database } = core.context;
  const { publicUrl, allowedOrigins } = config;
  const hub = createProgressHub({ engine, liveImports: (projectId) => liveImports(prisma, projectId), log });
  const listener = createChangeListener({
    database: databaseConfig,
    log,
    onChange: hub.changed,
    onReconnect: hub.reread,
  });
  core.metrics.observe(hub);
  await listener.start();
  teardown.add('The change listener', listener.stop);

  const isAllowedOrigin = createOriginCheck(publicUrl, allowedOrigins);
  const secret = await ensureSecret(config.secret, config.dataDir);
  const limits = createRateLimits(pool, rateRules(config.perMinute), log);
  const sessions = createSessions({ prisma, log, limits, secret, publicUrl, isAllowedOrigin });
  const verifyToken = config.identityProvider && createTokenVerifier(prisma, config.identityProvider);
  const authenticate = createAuthenticator({ prisma, sessions, verifyToken });
  const accessMonitor = createAccessMonitor({ prisma, log });
  teardown.add('The access watch', async () => accessMonitor.close());
  const importers = [...core.context.importers.values()];
  const links = createDownloadLinks({ secret, publicUrl });
  const server = createHttpServer({
    version: await readVersion(),
    prisma,
    records,
    shares: { ...shares, work: database },
    engine,
    importers,
    features: await loadApiFeatures(),
    hub,
    links,
    notifications: core.notifications,
    downloads: createDownloadHandler({ database: shares.records, authenticate, links, importers, log }),
    authenticate,
    accessMonitor,
    sessions,
    limits,
    allowedOrigins,
    isAllowedOrigin,
    clientAddress: createClientAddress(config.trustedProxies),
    log,
    metrics: core.metrics,
    metricsToken: config.metricsToken,
    graphiql: config.graphiql,
    uploads: createUploadServer({
      prisma,
      authenticate,
      accessMonitor,
      limits,
      store: stores[0],
      locker: createUploadLocker({ database: shares.controls, log }),
      log,
      maxBytes: config.maxUploadBytes,
      isAllowedOrigin,
    }),
    consoleFolder: join(import.meta.dirname, '../../admin/dist'),
  });
  await server.start(config.host, config.port);
  teardown.add('The HTTP server', server.stop);
  await core.startWork();
  const schedules = createScheduleTicker(engine, log);
  void schedules.start();
  teardown.add('The schedules', schedules.stop);

  const cleaning = createCleaning({ database, prisma, stores, keep: config.keep, log });
  void cleaning.start();
  teardown.add('The cleaning', cleaning.stop);
  await buildConsole(log);
}

/** Only in a clone: an installed package has the console built. The API serves without it; a page says so until then. */
async function buildConsole(log: Logger): Promise<void> {
  if (isCompiled) return;
  const builder = await import('../../admin/build.ts');
  await builder.buildConsole().catch((error: unknown) => log.error({ err: error }, 'the console could not be built'));
}
