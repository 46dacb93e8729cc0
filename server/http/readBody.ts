import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** How much of a body is taken, from whom and for how long. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Above this many bytes, the rest is read only for a known client: `isKnown` is called once. */
  readonly anonymous?: { readonly maxBytes: number; readonly isKnown: () => Promise<boolean> };
  /** Between two pieces, in ms. */
  readonly idleMs?: number;
  /** For all of it, in ms: 10 MB take 5 minutes at 280 kbit/s. */
  readonly wholeMs?: number;
}

export type BodyRefusal = 'TOO_LARGE' | 'TOO_SLOW' | 'ANONYMOUS';

const DRAIN_DEADLINE_MS = 5000;

/**
 * The pieces of a body, or why it is not read: a client that sends too much, too slowly or anonymously must not occupy
 * memory. The rest of a refused body is read and dropped, since the connection's next request would otherwise wait
 * forever behind unread bytes. Rejects when the client disconnects.
 */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<readonly Buffer[] | BodyRefusal> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.maxBytes) return passOver(request, 'TOO_LARGE');
  const { anonymous } = limits;
  if (anonymous && announced > anonymous.maxBytes && !(await anonymous.isKnown()))
    return passOver(request, 'ANONYMOUS');
  const body = await collected(request, limits, anonymous && announced <= anonymous.maxBytes ? anonymous : undefined);
  return typeof body === 'string' ? passOver(request, body) : body;
}

/** Not `for await`, which destroys the request when it is left early. */
async function collected(
  request: IncomingMessage,
  { maxBytes, idleMs = 30_000, wholeMs = 300_000 }: BodyLimits,
  anonymous: BodyLimits['anonymous'],
): Promise<readonly Buffer[] | BodyRefusal> {
  const parts: Buffer[] = [];
  let size = 0;
  let asked: Promise<void> | undefined;
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise((resolve, reject) => {
      const ask = async (isKnown: () => Promise<boolean>): Promise<void> => {
        if (!(await isKnown())) resolve('ANONYMOUS');
      };
      const idle = setTimeout(resolve, idleMs, 'TOO_SLOW');
      timers.push(idle, setTimeout(resolve, wholeMs, 'TOO_SLOW'));
      request.on('data', (part: Buffer) => {
        idle.refresh();
        size += part.length;
        if (size > maxBytes) return resolve('TOO_LARGE');
        parts.push(part);
        if (anonymous && size > anonymous.maxBytes) {
          asked ??= ask(anonymous.isKnown);
          asked.catch(reject);
        }
      });
      request
        .on('end', () => void Promise.resolve(asked).then(() => resolve(parts), reject))
        .on('error', reject)
        .on('close', () => request.readableEnded || reject(new ClientLeft()));
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

/** The same request with the body that was read. */
export function withBody({ method, url, headers, socket }: IncomingMessage, parts: readonly Buffer[]): RequestWithBody {
  return Object.assign(Readable.from(parts), { method, url, headers, socket });
}

export type RequestWithBody = Readable & Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'socket'>;

/** The client no longer waits for the response. */
export class ClientLeft extends Error {
  override readonly name = 'ClientLeft';
}

/** To its end, so that the client reads the answer and the connection serves on; but not for as long as it likes. */
function passOver(request: IncomingMessage, refusal: BodyRefusal): BodyRefusal {
  const deadline = setTimeout(() => request.destroy(), DRAIN_DEADLINE_MS);
  request.once('close', () => clearTimeout(deadline));
  request.removeAllListeners('data').on('error', () => undefined);
  request.resume();
  return refusal;
}
