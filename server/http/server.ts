import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { credentialHeaders } from '../auth/credentialHeaders.ts';
import type { IsAllowedOrigin } from '../auth/origins.ts';
import { AUTH_PATHS, type Sessions } from '../auth/sessions.ts';
import { isBusy } from '../database/busy.ts';
import type { DownloadHandler } from '../downloads/handler.ts';
import type { UploadHandler } from '../files/uploadServer.ts';
import { message, messageText } from '../messages/catalogue.ts';
import type { Metrics } from '../metrics/createMetrics.ts';
import type { ClientAddress } from './clientAddress.ts';
import { sendConsoleFile } from './consoleFiles.ts';
import { crossSiteError } from './crossSite.ts';
import { createGraphqlHandler, type GraphqlOptions } from './graphqlHandler.ts';
import { type Shares, sendLive, sendReady } from './health.ts';
import { MAX_ANONYMOUS_BYTES, MAX_BODY_BYTES } from './limits.ts';
import { DATABASE_BUSY } from './maskError.ts';
import { ClientLeft, readBody, withBody } from './readBody.ts';
import { refuseBody } from './refuseBody.ts';
import { pathOf, type Route, routeOf } from './routes.ts';
import { setSecurityHeaders } from './securityHeaders.ts';
import { sendMetrics } from './sendMetrics.ts';
import { sendJson, sendText } from './sendText.ts';
import { createSignInHandler } from './signInHandler.ts';
import { attachWebSockets } from './webSockets.ts';

export interface HttpServerOptions extends GraphqlOptions {
  readonly shares: Shares;
  readonly sessions: Sessions;
  readonly uploads: UploadHandler;
  readonly downloads: DownloadHandler;
  readonly isAllowedOrigin: IsAllowedOrigin;
  readonly clientAddress: ClientAddress;
  readonly metrics: Metrics;
  /** The token for /metrics; null for this machine only. */
  readonly metricsToken: string | null;
  /** The built console; requests get a page that says so while it is not there. */
  readonly consoleFolder: string;
}

export interface HttpServer {
  /** All that it answers; a path is looked up from the first on. */
  readonly routes: readonly Route[];
  /** Resolves with the port once it listens. Rejects with Node's EADDRINUSE where another program has it. */
  start(host: string, port: number): Promise<number>;
  /** Ends streams and sockets, lets requests that run come to their end, and then closes. */
  stop(): Promise<void>;
}

/** Requests that have not ended by then are cut off: jobs, not requests, are what finishes an import. */
const STOP_DEADLINE_MS = 5000;
const NO_PATH = messageText(message('NO_PATH'));
const NO_HOST = 'The header Host names no host.';
/** A connection on which nothing moves for so long is cut; streams have their heartbeats. */
const IDLE_MS = 300_000;
/**
 * An idle connection is kept for longer than proxies keep theirs (usually 60 s). If the server closed it at the moment
 * when a proxy sends the next request on it, the client would get a 502.
 */
const KEEP_ALIVE_MS = 75_000;
/** Above that, as Node asks for: versions of it have counted from the end of the request before. */
const HEADERS_MS = 80_000;

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { log, hub, isAllowedOrigin, clientAddress, consoleFolder } = options;
  const graphql = createGraphqlHandler(options);
  const metricsDoor = { metrics: options.metrics, token: options.metricsToken };
  const signIn = createSignInHandler(options.sessions, clientAddress);
  const routes: readonly Route[] = [
    { path: '/health/live', answer: (_request, response) => sendLive(response) },
    { path: '/health/ready', answer: (_request, response) => sendReady(response, options.shares) },
    { path: '/metrics', answer: (request, response) => sendMetrics(metricsDoor, request, response) },
    ...AUTH_PATHS.map((path) => ({ path, answer: sendAuth })),
    { path: '/api', below: true, answer: (_request, response) => sendText(response, 404, NO_PATH) },
    { path: '/uploads', below: true, answer: guarded(options.uploads) },
    { path: '/downloads', below: true, answer: guarded(options.downloads) },
    { path: '/templates', below: true, answer: guarded(options.downloads) },
    { path: '/graphql', below: true, answer: guarded(sendGraphql, options.graphiql) },
    { path: '/', below: true, answer: (request, response) => sendConsoleFile(request, response, consoleFolder) },
  ];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    // Libraries make a URL of it.
    if (!URL.canParse(`http://${request.headers.host ?? 'localhost'}`)) return sendText(response, 400, NO_HOST);
    const route = routeOf(routes, pathOf(request));
    return route ? route.answer(request, response) : sendText(response, 404, NO_PATH);
  }

  function sendAuth(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response, 'console');
    return signIn(request, response);
  }

  /** Behind the check of requests that ride on a cookie. */
  function guarded(handle: Route['answer'], graphiql = false): Route['answer'] {
    return (request, response) => {
      setSecurityHeaders(response, graphiql ? 'graphiql' : 'console');
      const refusal = crossSiteError(request.method ?? 'GET', request.headers, isAllowedOrigin);
      if (refusal === null) return handle(request, response);
      return sendJson(response, 403, { errors: [{ message: refusal, extensions: { code: 'CROSS_SITE_REQUEST' } }] });
    };
  }

  async function sendGraphql(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (request.method !== 'POST') return graphql(request, response, {});
    const isKnown = async () => (await options.authenticate(credentialHeaders(request.headers))) !== null;
    const body = await readBody(request, {
      maxBytes: MAX_BODY_BYTES,
      anonymous: { maxBytes: MAX_ANONYMOUS_BYTES, isKnown },
    });
    if (typeof body === 'string') return refuseBody(response, body, MAX_BODY_BYTES);
    return graphql(withBody(request, body), response, {});
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof ClientLeft) return;
      log.error({ err: error, method: request.method }, 'a request failed unexpectedly');
      if (response.headersSent) response.destroy();
      else if (isBusy(error)) {
        sendJson(response, 503, { errors: [{ message: DATABASE_BUSY, extensions: { code: 'DATABASE_BUSY' } }] });
      } else {
        sendJson(response, 500, {
          errors: [{ message: message('WENT_WRONG'), extensions: { code: 'INTERNAL_ERROR' } }],
        });
      }
    });
  });
  // A large upload over a slow line takes longer than any limit here would allow.
  server.requestTimeout = 0;
  server.setTimeout(IDLE_MS);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  const sockets = attachWebSockets({ ...options, server, graphql });
  let stopping: Promise<void> | undefined;

  return {
    routes,
    start(host, port) {
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      });
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };

  async function stopAll(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    hub.close();
    await sockets.close();
    // A kept-alive connection whose last request ends now would hold us up until its client lets go.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const deadline = setTimeout(() => server.closeAllConnections(), STOP_DEADLINE_MS);
    await closed;
    clearInterval(sweep);
    clearTimeout(deadline);
  }
}
