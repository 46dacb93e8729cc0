import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildConsole } from '../../admin/build.ts';
import { freePort } from '../../server/database/freePort.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { fatal } from '../helpers/fatalImporter.ts';
import { noticeCrashesSooner } from '../helpers/noticeCrashesSooner.ts';
import { PATIENCE_MS } from '../helpers/patience.ts';
import { saying } from '../helpers/saying.ts';
import { dataFolder, runSluice, type SluiceProcess } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

/** A start on a busy machine keeps the event loop for seconds, too. */
const FREEZE_SECONDS = Math.ceil(PATIENCE_MS / 8_000);

const engine = testEngine({ importers: [fatal] });

test('an import that freezes or ends each process is FAILED after three, whose port opens all the same', async () => {
  const start = (name: string) =>
    engine.start({ importer: 'fatal', mode: 'ASYNC', source: csv([name, '+16175550100', '']) });
  const id = await start('Fatal');
  const port = await freePort();
  const variables = {
    DATABASE_URL: engine.url,
    SLUICE_DATA_DIR: await dataFolder(),
    SLUICE_IMPORTERS: join(import.meta.dirname, '../helpers/fatalImporter.ts'),
    SLUICE_FREEZE_SECONDS: String(FREEZE_SECONDS),
    PORT: String(port),
  };
  await noticeCrashesSooner(engine.pool);
  // A process that dies while it builds it would leave its bundler behind.
  await buildConsole();

  const server = runSluice('serve', variables);
  await until(() => server.complaints().includes('stood still') || answers(port), { what: 'the port to open' });
  expect(await answers(port)).toBe(true);
  await dies(server);
  expect(server.complaints()).toContain(`Sluice stood still for ${FREEZE_SECONDS} s and ends itself.`);

  const deadly = { ...variables, FATAL_DEED: 'kill' };
  await dies(runSluice('worker', deadly));
  await dies(runSluice('worker', deadly));

  const worker = runSluice('worker', deadly);
  expect(await engine.ended(id)).toMatchObject({
    status: 'FAILED',
    statusReason: saying(/^Importing the rows crashed or froze the process 3 times in a row, at or after row 1\./),
    counts: { pending: 1 },
  });
  expect(await engine.ended(await start('Harmless'))).toMatchObject({ status: 'COMPLETED' });
  worker.signal('SIGTERM');
  expect(await worker.ended()).toBe(0);
});

async function dies(process: SluiceProcess): Promise<void> {
  expect(await process.ended()).toBeNull();
}

/** Whether a connection is taken: the system does it for a process that stands still. */
function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host: '127.0.0.1' });
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
