import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { startTelemetry } from '../../server/app/telemetry.ts';
import { createTeardown } from '../../server/setup/teardown.ts';
import { csv, testEngine } from '../helpers/engine.ts';

const test = testEngine();

it('sends spans of plan, chunk and finish to a collector, with ids and nothing of the rows', async () => {
  const bodies: string[] = [];
  const collector = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const teardown = createTeardown();
  await startTelemetry(`http://127.0.0.1:${port}`, teardown);
  const id = await test.start({ source: csv(['Ada', '+16175550001', 'ada@example.org']) });
  // Shutting down sends what is still waiting.
  await teardown.run();
  collector.close();
  const sent = bodies.join();
  for (const name of ['plan', 'chunk', 'finish']) expect(sent).toContain(`"name":"${name}"`);
  expect(sent).toContain(id);
  expect(sent).not.toMatch(/Ada|6175550001|example\.org/);
});

it('does not keep a process from ending where the collector takes spans and never answers', async () => {
  const asked = Promise.withResolvers<Socket>();
  const collector = createServer((request) => void asked.resolve(request.socket));
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const teardown = createTeardown();
  await startTelemetry(`http://127.0.0.1:${port}`, teardown, 100);
  await test.start({ source: csv(['Bob', '+16175550002', 'bob@example.org']) });
  const ended = teardown.run();
  const socket = await asked.promise;
  await ended;
  // Its own patience, of 10 s, is not over.
  expect(socket.destroyed).toBe(false);
  collector.closeAllConnections();
  collector.close();
});
