import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type DocumentNode, type ExecutionArgs, GraphQLError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer as serve } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Authenticate } from '../auth/authenticator.ts';
import type { IsAllowedOrigin } from '../auth/origins.ts';
import type { GraphqlHandler } from './graphqlHandler.ts';
import { MAX_BODY_BYTES, MAX_OPERATIONS, PER_VIEWER, type PerViewer } from './limits.ts';
import { pathOf } from './routes.ts';
import { createViewerCounts } from './viewerCounts.ts';

export interface WebSocketsOptions {
  readonly server: Server;
  readonly graphql: GraphqlHandler;
  readonly authenticate: Authenticate;
  readonly isAllowedOrigin: IsAllowedOrigin;
  /** PER_VIEWER. */
  readonly perViewer?: PerViewer;
}

/** How graphql-ws says that there is too much of something. */
const TOO_MANY = 4429;

/** graphql-ws at /graphql on the same server. The key comes in connectionParams.authorization, or a cookie serves. */
export function attachWebSockets(options: WebSocketsOptions): { close(): Promise<void> } {
  const { server, graphql, authenticate, isAllowedOrigin, perViewer = PER_VIEWER } = options;
  const operations = createOperations(graphql);
  const counts = createViewerCounts(perViewer.sockets);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BODY_BYTES });
  const serving = serve(
    {
      // A stranger's connection is closed with 4403.
      onConnect: async ({ connectionParams, extra: { request, socket } }) => {
        const viewer = await authenticate(headersOf(request, connectionParams));
        if (viewer === null) return false;
        const giveBack = counts.take(viewer.id);
        if (giveBack === null) socket.close(TOO_MANY, `At most ${perViewer.sockets} connections of one person or key`);
        else socket.once('close', giveBack);
        // It may have gone while we asked who it is.
        if (socket.readyState === socket.CLOSED) giveBack?.();
        return giveBack !== null;
      },
      onSubscribe: async ({ connectionParams, extra, subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > MAX_OPERATIONS) return [tooManyOperations()];
        return operations.prepare(headersOf(extra.request, connectionParams), payload);
      },
      execute: (args) => operations.of(args).execute(args),
      subscribe: (args) => operations.of(args).subscribe(args),
      isProd: true,
    },
    sockets,
  );

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { origin, host } = request.headers;
    if (pathOf(request) !== '/graphql') return refuse(socket, 404);
    if (origin !== undefined && !isAllowedOrigin(origin, host ?? null)) return refuse(socket, 403);
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request));
  });

  return {
    async close() {
      await serving.dispose();
      sockets.close();
    },
  };
}

function tooManyOperations(): GraphQLError {
  return new GraphQLError(
    `At most ${MAX_OPERATIONS} operations at the same time over one connection: end some first.`,
    {
      extensions: { code: 'LIMIT_EXCEEDED', limit: MAX_OPERATIONS },
    },
  );
}

type Enveloped = ReturnType<GraphqlHandler['getEnveloped']>;

/** Runs operations through Yoga's own functions, and so through its plugins, whatever transport they come by. */
function createOperations(graphql: GraphqlHandler) {
  const running = new WeakMap<object, Enveloped>();
  return {
    async prepare(socketHeaders: Headers, payload: SubscribePayload): Promise<ExecutionArgs | readonly GraphQLError[]> {
      const enveloped = graphql.getEnveloped({ socketHeaders, params: payload });
      const document = parse(enveloped, payload.query);
      if (document instanceof GraphQLError) return [document];
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
  const authorization = params?.authorization ?? params?.Authorization ?? request.headers.authorization;
  if (typeof authorization === 'string') headers.set('authorization', authorization);
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  return headers;
}

function refuse(socket: Duplex, status: 403 | 404): void {
  // Node has let go of it: a client that breaks off now would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
