import { Agent } from 'undici';
import { message } from '../../messages/catalogue.ts';
import { decodedBody } from './body.ts';
import { createConnector, type ResolveHost, resolveBySystem } from './connect.ts';
import { FetchError } from './errors.ts';
import { asFetchError } from './failure.ts';
import { MAX_REDIRECTS, redirectOf, tooManyRedirects } from './redirect.ts';
import type { Fetched, Fetcher, FetchRequest } from './types.ts';
import { parseTarget, type Target } from './url.ts';

export interface FetcherOptions {
  /** Hosts that may be at private addresses, as host:port (SLUICE_ALLOWED_HOSTS). */
  readonly allowedHosts: readonly string[];
  /** The machine's own when absent. */
  readonly resolve?: ResolveHost;
  /** To connect, look-up included, in ms. */
  readonly connectMs?: number;
  /** For the headers, and between two pieces of the body, in ms. */
  readonly idleMs?: number;
  /** For a whole request that does not say, in ms. */
  readonly timeoutMs?: number;
  /** Of a body whose request does not say. */
  readonly maxBytes?: number;
}

const MAX_HEADER_BYTES = 32 * 1024;
/** Connections to one origin, and of all together by origins kept. */
const MAX_CONNECTIONS = 8;
/** What says nothing of who asks: all that another origin gets of a caller's headers. */
const HARMLESS_HEADERS = new Set(['accept', 'accept-language', 'user-agent']);

/** The one way in which Sluice asks something of an address that somebody gave it. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const {
    connectMs = 10_000,
    idleMs = 30_000,
    timeoutMs: usualMs = 60_000,
    maxBytes: usualBytes = 64 * 1024 ** 2,
  } = options;
  const { allowedHosts, resolve = resolveBySystem } = options;
  const agent = new Agent({
    connect: createConnector({ allowedHosts, resolve, timeoutMs: connectMs }),
    connections: MAX_CONNECTIONS,
    pipelining: 1,
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    maxHeaderSize: MAX_HEADER_BYTES,
  });

  async function follow(first: Target, request: FetchRequest, signal: AbortSignal): Promise<Fetched> {
    const { method = 'GET', maxBytes = usualBytes } = request;
    let target = first;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await agent.request({
        origin: target.url.origin,
        path: `${target.url.pathname}${target.url.search}`,
        method,
        headers: headersFor(request, target, first),
        body: request.body ?? null,
        signal,
      });
      const headers = flat(answer.headers);
      const next = method === 'POST' ? null : redirectAfter(answer.body, target, answer.statusCode, headers.location);
      if (next === null) {
        const { host } = target.url;
        const asError = (error: unknown): Error => (signal.aborted ? signal.reason : asFetchError(error, host));
        // An answer to HEAD has no body, whatever its encoding.
        const encoding = method === 'HEAD' ? undefined : headers['content-encoding'];
        const body = decodedBody(answer.body, { encoding, maxBytes, asError });
        return { url: target.url.href, status: answer.statusCode, headers, body };
      }
      if (redirects === MAX_REDIRECTS) throw tooManyRedirects(first.url);
      target = next;
    }
  }

  return {
    async request(text, request = {}) {
      const target = parseTarget(text);
      const time = new AbortController();
      const late = (): void => time.abort(timedOut(target.url.host, request.timeoutMs ?? usualMs));
      const timer = setTimeout(late, request.timeoutMs ?? usualMs);
      const signal = request.signal ? AbortSignal.any([request.signal, time.signal]) : time.signal;
      try {
        signal.throwIfAborted();
        const fetched = await follow(target, request, signal);
        fetched.body.once('close', () => clearTimeout(timer));
        return fetched;
      } catch (error) {
        clearTimeout(timer);
        throw signal.aborted ? signal.reason : asFetchError(error, target.url.host);
      }
    },
    close: () => agent.destroy(),
  };
}

/** An answer that sends the request on is not read; destroying it closes its connection. */
function redirectAfter(
  body: { destroy(): unknown; on(event: 'error', listener: () => void): unknown },
  target: Target,
  status: number,
  location: string | undefined,
): Target | null {
  const drop = (): void => {
    body.on('error', () => undefined);
    body.destroy();
  };
  try {
    const next = redirectOf(target, status, location);
    if (next) drop();
    return next;
  } catch (error) {
    drop();
    throw error;
  }
}

function headersFor(
  { headers = {} }: FetchRequest,
  { url, authorization }: Target,
  first: Target,
): Record<string, string> {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const sameOrigin = url.origin === first.url.origin;
  return {
    'user-agent': 'Sluice',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...(authorization === null ? {} : { authorization }),
    ...Object.fromEntries(given.filter(([name]) => sameOrigin || HARMLESS_HEADERS.has(name))),
  };
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === 'string' ? value : value.join(', ')]],
    ),
  );
}

function timedOut(host: string, timeoutMs: number): FetchError {
  return new FetchError(
    message('TIMED_OUT', { cause: message('NOT_WHOLE_IN_TIME', { host, seconds: Math.ceil(timeoutMs / 1000) }) }),
    { retryable: true },
  );
}
