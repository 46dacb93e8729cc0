import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createDownloadHandler } from '../../server/downloads/handler.ts';
import { createEngine } from '../../server/engine/createEngine.ts';
import type { Database } from '../../server/engine/model/context.ts';
import { createDiskStore } from '../../server/files/diskStore.ts';
import { createUploadFiles } from '../../server/files/uploadFiles.ts';
import { createUploadLocker } from '../../server/files/uploadLocker.ts';
import { createUploadServer } from '../../server/files/uploadServer.ts';
import type { UploadStore } from '../../server/files/uploadStore.ts';
import { createClientAddress } from '../../server/http/clientAddress.ts';
import { createHttpServer, type HttpServer } from '../../server/http/server.ts';
import { createQueues } from '../../server/jobs/workers.ts';
import { createMetrics } from '../../server/metrics/createMetrics.ts';
import { type TestApi, testApi } from './api.ts';

export interface TestServer extends TestApi {
  /** Where it listens: http://127.0.0.1:PORT. */
  readonly origin: string;
  readonly consoleFolder: string;
  readonly store: UploadStore;
  /** Of the store on disk. */
  readonly uploadsFolder: string;
  /** All paths that it answers. */
  readonly routes: HttpServer['routes'];
  stopServer(): Promise<void>;
}

/** One database in place of a server's shares. */
function allOf(database: Database) {
  return { work: database, records: database, controls: database };
}

/** The whole HTTP server on a free port, with folders of its own. */
export function testServer(
  options: Parameters<typeof testApi>[0] & {
    maxUploadBytes?: number;
    store?: () => UploadStore;
    metricsToken?: string;
    graphiql?: boolean;
  } = {},
): TestServer {
  const api = testApi(options);
  let made:
    | Pick<TestServer, 'origin' | 'consoleFolder' | 'store' | 'uploadsFolder' | 'routes' | 'stopServer'>
    | undefined;
  let folder: string | undefined;
  const server = () => {
    if (!made) throw new Error('The server is there within tests and hooks only.');
    return made;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-server-'));
    const uploads = join(folder, 'uploads');
    const store = options.store?.() ?? (await createDiskStore(uploads));
    const locker = createUploadLocker({ database: api.engine.context.database, log: api.options.log });
    await createQueues(api.engine.boss, [store.id]);
    const { prisma, authenticate, accessMonitor, limits, isAllowedOrigin, log } = api.options;
    const engine = createEngine({ ...api.engine.context, uploads: createUploadFiles(prisma, [store]) });
    const maxBytes = options.maxUploadBytes ?? 64 * 1024 * 1024;
    const metrics = createMetrics(api.engine.context.database, 'sluice');
    metrics.observe(api.options.hub);
    const http = createHttpServer({
      ...api.options,
      shares: allOf(api.engine.context.database),
      engine,
      graphiql: options.graphiql ?? false,
      metrics,
      metricsToken: options.metricsToken ?? null,
      clientAddress: createClientAddress(['loopback']),
      downloads: createDownloadHandler({ ...api.options, database: api.engine.context.database }),
      uploads: createUploadServer({
        prisma,
        authenticate,
        accessMonitor,
        limits,
        store,
        locker,
        log,
        maxBytes,
        isAllowedOrigin,
      }),
      consoleFolder: join(folder, 'console'),
    });
    const port = await http.start('127.0.0.1', 0);
    made = {
      origin: `http://127.0.0.1:${port}`,
      consoleFolder: join(folder, 'console'),
      store,
      uploadsFolder: uploads,
      routes: http.routes,
      stopServer: http.stop,
    };
  });
  afterAll(async () => {
    await made?.stopServer();
    if (folder) await rm(folder, { recursive: true });
  });

  return {
    keyOf: api.keyOf,
    graphql: api.graphql,
    countQueries: api.countQueries,
    watchQueries: api.watchQueries,
    engine: api.engine,
    logged: api.logged,
    get options() {
      return api.options;
    },
    get handler() {
      return api.handler;
    },
    get origin() {
      return server().origin;
    },
    get consoleFolder() {
      return server().consoleFolder;
    },
    get uploadsFolder() {
      return server().uploadsFolder;
    },
    get store() {
      return server().store;
    },
    get routes() {
      return server().routes;
    },
    stopServer: () => server().stopServer(),
  };
}
