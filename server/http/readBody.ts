import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { MAX_BODY_BYTES } from './limits.ts';

const DRAIN_DEADLINE_MS = 5000;

/**
 * The same request with its body read, for what would leave the body half read when it is too large: the connection's
 * next request would then wait for ever behind bytes that nobody takes. Null when the body is too large; the rest of
 * it is passed over meanwhile. Rejects when the client leaves.
 */
export async function withBody(request: IncomingMessage): Promise<NodeRequestLike | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return passOver(request);
  const parts: Buffer[] = [];
  let size = 0;
  // Not `for await`, which destroys the request when it is left early.
  await new Promise<void>((resolve, reject) => {
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MAX_BODY_BYTES) resolve();
      else parts.push(part);
    });
    request
      .on('end', resolve)
      .on('error', reject)
      .on('close', () => reject(new ClientLeft()));
  });
  if (size > MAX_BODY_BYTES) return passOver(request);
  const { method, url, headers, socket } = request;
  return Object.assign(Readable.from(parts), { method, url, headers, socket });
}

export type NodeRequestLike = Readable & Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'socket'>;

/** Nobody waits for the answer any more. */
export class ClientLeft extends Error {
  override readonly name = 'ClientLeft';
}

/** To its end, so that the client reads the answer and the connection serves on; but not for as long as it likes. */
function passOver(request: IncomingMessage): null {
  const deadline = setTimeout(() => request.destroy(), DRAIN_DEADLINE_MS);
  request.once('close', () => clearTimeout(deadline));
  request.resume();
  return null;
}
