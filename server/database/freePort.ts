import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from '../setup/startError.ts';

/** Throws StartError when this process cannot listen there. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const message =
      code === 'EADDRINUSE'
        ? `Port ${port} of ${host} is in use. Stop the program that uses it, or set PORT to another.`
        : `Sluice cannot listen on port ${port} of ${host} (${code}). Set PORT and HOST to others.`;
    throw new StartError(message, { cause });
  } finally {
    server.close();
  }
}

/** True when this process can listen there. */
export function isFree(port: number, host: string): Promise<boolean> {
  return requireFreePort(port, host).then(
    () => true,
    () => false,
  );
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}
