import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type DocumentNode, type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer as serve } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticate } from '../auth/authenticator.ts';
import type { IsAllowedOrigin } from '../auth/origins.ts';
import { messageError } from '../graphql/errors.ts';
import { message, messageText } from '../messages/catalogue.ts';
import type { ClientAddress } from './clientAddress.ts';
import type { GraphqlHandler } from './graphqlHandler.ts';
import {
  MAX_ANONYMOUS_BYTES,
  MAX_OPERATIONS,
  PER_VIEWER,
  type PerViewer,
  UNACKNOWLEDGED,
  type UnacknowledgedLimits,
} from './limits.ts';
import { pathOf } from './routes.ts';
import { subscriptionError } from './subscriptionLimits.ts';
import { CLOSE_WITHIN_MS, createUnacknowledged } from './unacknowledged.ts';
import { createViewerCounts } from './viewerCounts.ts';

export interface WebSocketsOptions {
  readonly server: Server;
  readonly graphql: GraphqlHandler;
  readonly authenticate: Authenticate;
  readonly isAllowedOrigin: IsAllowedOrigin;
  readonly clientAddress: ClientAddress;
  /** PER_VIEWER. */
  readonly perViewer?: PerViewer;
  /** UNACKNOWLEDGED. */
  readonly unacknowledged?: UnacknowledgedLimits;
}

/** How graphql-ws says that there is too much of something. */
const TOO_MANY = 4429;

/** graphql-ws at /graphql on the same server. The key comes in connectionParams.authorization, or a cookie serves. */
export function attachWebSockets(options: WebSocketsOptions): { close(): Promise<void> } {
  const { server, graphql, authenticate, isAllowedOrigin, clientAddress } = options;
  const { perViewer = PER_VIEWER, unacknowledged = UNACKNOWLEDGED } = options;
  const operations = createOperations(graphql);
  const counts = createViewerCounts(perViewer.sockets);
  const anonymous = createUnacknowledged(unacknowledged.perAddress);
  // The types of ws know no closeTimeout yet.
  const socketOptions = { noServer: true, maxPayload: MAX_ANONYMOUS_BYTES, closeTimeout: CLOSE_WITHIN_MS };
  const sockets = new WebSocketServer(socketOptions);
  const serving = serve(
    {
      // A anonymous's connection is closed with 4403.
      onConnect: async (connection) => {
        const { request, socket } = connection.extra;
        // Held for as long as the connection lasts.
        const connectionParams = authorizationOf(connection.connectionParams);
        Object.assign(connection, { connectionParams });
        const viewer = await authenticate(headersOf(request, connectionParams));
        if (viewer === null) return false;
        const giveBack = counts.take(viewer.id);
        if (giveBack === null)
          socket.close(TOO_MANY, messageText(message('TOO_MANY_SOCKETS', { limit: perViewer.sockets })));
        else socket.once('close', giveBack);
        // It may have gone while we asked who it is.
        if (socket.readyState === socket.CLOSED) giveBack?.();
        if (giveBack === null) return false;
        anonymous.acknowledge(socket);
        return true;
      },
      onSubscribe: async ({ connectionParams, extra, subscriptions }, id, payload) => {
        if (Object.keys(subscriptions).length > MAX_OPERATIONS) return [tooManyOperations()];
        return operations.prepare(headersOf(extra.request, connectionParams), id, payload);
      },
      execute: (args) => operations.of(args).execute(args),
      subscribe: (args) => operations.of(args).subscribe(args),
      connectionInitWaitTimeout: unacknowledged.withinMs,
      isProd: true,
    },
    sockets,
  );

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { origin, host } = request.headers;
    if (pathOf(request) !== '/graphql') return refuse(socket, 404);
    if (origin !== undefined && !isAllowedOrigin(origin, host ?? null)) return refuse(socket, 403);
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (anonymous.add(accepted, clientAddress(request))) sockets.emit('connection', accepted, request);
      ignoreErrors(accepted);
    });
  });

  return {
    async close() {
      await serving.dispose();
      sockets.close();
    },
  };
}

function tooManyOperations(): GraphQLError {
  return messageError(message('TOO_MANY_OPERATIONS', { count: MAX_OPERATIONS }), {
    ...{ code: 'LIMIT_EXCEEDED', limit: MAX_OPERATIONS },
  });
}

type Enveloped = ReturnType<GraphqlHandler['getEnveloped']>;

/** Runs operations through Yoga's own functions, and so through its plugins, whatever transport they come by. */
function createOperations(graphql: GraphqlHandler) {
  const running = new WeakMap<object, Enveloped>();
  return {
    async prepare(
      socketHeaders: Headers,
      id: string,
      payload: SubscribePayload,
    ): Promise<ExecutionArgs | readonly GraphQLError[]> {
      const enveloped = graphql.getEnveloped({ socketHeaders, params: payload });
      const document = parse(enveloped, payload.query);
      if (document instanceof GraphQLError) return [document];
      if (getOperationAST(document, payload.operationName)?.operation === 'subscription') {
        // The client's own id goes with it, and is as long as they like.
        const refusal = subscriptionError({ id, payload });
        if (refusal !== null) return [refusal];
      }
      const { schema } = enveloped;
      const errors = enveloped.validate(schema, document);
      if (errors.length > 0) return errors;
      const contextValue = await enveloped.contextFactory();
      running.set(contextValue, enveloped);
      const { operationName, variables } = payload;
      return { schema, document, operationName, variableValues: variables, contextValue };
    },
    of({ contextValue }: ExecutionArgs): Enveloped {
      const enveloped = typeof contextValue === 'object' && contextValue && running.get(contextValue);
      if (!enveloped) throw new Error('An operation came that was not prepared.');
      return enveloped;
    },
  };
}

function parse(enveloped: Enveloped, query: string): DocumentNode | GraphQLError {
  try {
    return enveloped.parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** What stands for a request's headers: browsers cannot set any on a WebSocket, so the key is a parameter. */
function headersOf(request: IncomingMessage, params: Readonly<Record<string, unknown>> | undefined): Headers {
  const headers = new Headers();
  const authorization = authorizationOf(params)?.authorization ?? request.headers.authorization;
  if (typeof authorization === 'string') headers.set('authorization', authorization);
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  return headers;
}

/** All that is wanted of what a client sends with its connection. */
function authorizationOf(
  params: Readonly<Record<string, unknown>> | undefined,
): { authorization: unknown } | undefined {
  const authorization = params?.authorization ?? params?.Authorization;
  return authorization === undefined ? undefined : { authorization };
}

/** ws has closed it with a code that says what is wrong; graphql-ws would print what any anonymous can cause. */
function ignoreErrors(socket: WebSocket): void {
  socket.removeAllListeners('error').on('error', () => undefined);
}

function refuse(socket: Duplex, status: 403 | 404): void {
  // Node has let go of it: a client that breaks off now would end the process, and one that stays would stay for ever.
  socket.on('error', () => socket.destroy());
  socket.resume();
  const deadline = setTimeout(() => socket.destroy(), CLOSE_WITHIN_MS);
  socket.once('close', () => clearTimeout(deadline));
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
