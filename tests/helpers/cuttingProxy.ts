import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server that can fail. */
export interface CuttingProxy {
  readonly url: string;
  /** Bytes that clients have sent. */
  sent(): number;
  /** After so many more bytes of clients, cuts all connections, once. */
  cutAfter(bytes: number): void;
  /** After so many more bytes of clients, passes nothing on until `release`. */
  holdAfter(bytes: number): void;
  release(): void;
  isHolding(): boolean;
}

/** Passes connections on to the server at `target` (http://host:port), until the test is over. */
export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let sent = 0;
  let cutAt = Number.POSITIVE_INFINITY;
  let holdAt = Number.POSITIVE_INFINITY;
  let held: Socket[] = [];

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    upstream.pipe(client);
    client.on('data', (part) => {
      sent += part.length;
      upstream.write(part);
      if (sent >= holdAt) {
        client.pause();
        held.push(client);
      }
      if (sent >= cutAt) {
        cutAt = Number.POSITIVE_INFINITY;
        for (const socket of sockets) socket.destroy();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    sent: () => sent,
    cutAfter: (bytes) => {
      cutAt = sent + bytes;
    },
    holdAfter: (bytes) => {
      holdAt = sent + bytes;
    },
    release: () => {
      holdAt = Number.POSITIVE_INFINITY;
      for (const socket of held) socket.resume();
      held = [];
    },
    isHolding: () => held.length > 0,
  };
}
