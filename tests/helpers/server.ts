import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createDownloadHandler } from '../../server/downloads/handler.ts';
import { createEngine } from '../../server/engine/createEngine.ts';
import { createDiskStore } from '../../server/files/diskStore.ts';
import { createUploadFiles } from '../../server/files/uploadFiles.ts';
import { createUploadServer } from '../../server/files/uploadServer.ts';
import { createClientAddress } from '../../server/http/clientAddress.ts';
import { createHttpServer } from '../../server/http/server.ts';
import { createQueues } from '../../server/jobs/workers.ts';
import { type TestApi, testApi } from './api.ts';

export interface TestServer extends TestApi {
  /** Where it listens: http://127.0.0.1:PORT. */
  readonly origin: string;
  readonly consoleFolder: string;
  readonly store: Awaited<ReturnType<typeof createDiskStore>>;
  stopServer(): Promise<void>;
}

/** The whole HTTP server on a free port, with folders of its own. */
export function testServer(options: Parameters<typeof testApi>[0] & { maxUploadBytes?: number } = {}): TestServer {
  const api = testApi(options);
  let made: Pick<TestServer, 'origin' | 'consoleFolder' | 'store' | 'stopServer'> | undefined;
  let folder: string | undefined;
  const server = () => {
    if (!made) throw new Error('The server is there within tests and hooks only.');
    return made;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-server-'));
    const uploads = join(folder, 'uploads');
    const store = await createDiskStore(uploads);
    await createQueues(api.engine.boss, [store.id]);
    const { prisma, authenticate, accessWatch, limits, isAllowedOrigin, log } = api.options;
    const engine = createEngine({ ...api.engine.context, uploads: createUploadFiles(prisma, [store]) });
    const maxBytes = options.maxUploadBytes ?? 64 * 1024 * 1024;
    const http = createHttpServer({
      ...api.options,
      engine,
      clientAddress: createClientAddress(['loopback']),
      downloads: createDownloadHandler({ ...api.options, database: api.engine.context.database }),
      uploads: createUploadServer({ prisma, authenticate, accessWatch, limits, store, log, maxBytes, isAllowedOrigin }),
      consoleFolder: join(folder, 'console'),
    });
    const port = await http.start('127.0.0.1', 0);
    made = {
      origin: `http://127.0.0.1:${port}`,
      consoleFolder: join(folder, 'console'),
      store,
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
    get store() {
      return server().store;
    },
    stopServer: () => server().stopServer(),
  };
}
