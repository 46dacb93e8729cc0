import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

export interface Loopback {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  /** 127.0.0.1:PORT, as SLUICE_ALLOWED_HOSTS has it. */
  readonly host: string;
  readonly port: number;
  /** What was asked for, in order. */
  readonly requests: readonly IncomingMessage[];
  /** How requests are answered from now on. */
  answer(listener: RequestListener): void;
  /** Empties `requests`. */
  forget(): void;
}

const notFound = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(404).end();

/** A real HTTP server of a test file's own, on a free port of 127.0.0.1. Its members are there in tests and hooks. */
export function loopback(listener: RequestListener = notFound): Loopback {
  const requests: IncomingMessage[] = [];
  let current = listener;
  const server = createServer((request, response) => {
    requests.push(request);
    current(request, response);
  });
  const port = (): number => addressOf(server.address()).port;
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return {
    requests,
    get origin() {
      return `http://127.0.0.1:${port()}`;
    },
    get host() {
      return `127.0.0.1:${port()}`;
    },
    get port() {
      return port();
    },
    answer(next) {
      current = next;
    },
    forget() {
      requests.length = 0;
    },
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server is there within tests and hooks.');
  return address;
}
