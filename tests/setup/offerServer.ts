import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { withClient as withSluiceClient } from '../../server/database/connections.ts';
import { freePort } from '../../server/database/freePort.ts';
import type { TemporaryCluster } from '../../server/database/temporaryCluster.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { installSlowDisk } from '../helpers/slowDisk.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const DATABASE = 'shared_server';

/** A `sluice serve` as a process of its own, on a database with the demo project. */
export interface SharedServer {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly databaseUrl: string;
  readonly adminEmail: string;
  readonly adminPassword: string;
}

export interface ServerOffer {
  /** Answers GET with a SharedServer as JSON, once that is ready. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Offers one server to all files of a run. The first that asks starts it, since most runs of a few files need none; all
 * of them use it at the same time, each in a project of its own.
 */
export async function offerServer(cluster: TemporaryCluster, template: string): Promise<ServerOffer> {
  const children: ChildProcess[] = [];
  let starting: Promise<SharedServer> | undefined;
  const answer = async (response: ServerResponse): Promise<void> => {
    starting ??= startServer(cluster, template, children);
    try {
      response.end(JSON.stringify(await starting));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  };
  const offer = createServer((_request, response) => void answer(response)).listen(0, '127.0.0.1');
  await once(offer, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(offer.address())}`,
    async stop() {
      offer.close();
      await starting?.catch(() => undefined);
      for (const child of children) await stopProcess(child);
    },
  };
}

async function startServer(
  cluster: TemporaryCluster,
  template: string,
  children: ChildProcess[],
): Promise<SharedServer> {
  await createDatabase(cluster, template);
  const port = await freePort();
  const server = {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: cluster.url(DATABASE),
    adminEmail: 'admin@localhost',
    adminPassword: 'a password for tests',
  };
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: {
      ...programEnvironment(),
      PORT: String(port),
      DATABASE_URL: server.databaseUrl,
      SLUICE_DATA_DIR: await mkdtemp(join(tmpdir(), 'sluice-shared-')),
      SLUICE_ADMIN_EMAIL: server.adminEmail,
      SLUICE_ADMIN_PASSWORD: server.adminPassword,
      SLUICE_LOG_LEVEL: 'error',
      // All files come from one address.
      SLUICE_SIGN_INS_PER_MINUTE: '1000',
      SLUICE_STARTS_PER_MINUTE: '10000',
      SLUICE_INSPECTIONS_PER_MINUTE: '10000',
      SLUICE_UPLOADS_PER_MINUTE: '10000',
    },
    // Its errors are shown with those of the tests.
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await untilReady(child);
  return server;
}

async function createDatabase(cluster: TemporaryCluster, template: string): Promise<void> {
  await withClient(cluster.url('postgres'), async (admin) => {
    await admin.query(`CREATE DATABASE ${DATABASE} TEMPLATE ${template}`);
  });
  await withSluiceClient({ url: cluster.url(DATABASE), schema: 'sluice' }, { name: 'slow-disk' }, installSlowDisk);
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Rejects with what it printed when it ends instead. */
function untilReady(child: ChildProcess): Promise<void> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
      if (printed.includes('Sluice is ready')) resolve();
    });
    child.once('close', () => reject(new Error(`The server that the tests share ended:\n${printed}`)));
    child.once('error', reject);
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The offer has no port.');
  return address.port;
}
