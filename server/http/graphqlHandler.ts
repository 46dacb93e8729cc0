import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { AccessMonitor } from '../auth/accessMonitor.ts';
import type { Authenticate } from '../auth/authenticator.ts';
import type { DownloadLinks } from '../downloads/links.ts';
import type { Engine } from '../engine/engine.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Context } from '../graphql/context.ts';
import type { ApiFeature } from '../graphql/feature.ts';
import { createStartSwitchesReader } from '../graphql/importers/startSwitches.ts';
import { createImportLoaders } from '../graphql/imports/loaders.ts';
import { createProgressLoader } from '../graphql/imports/progress.ts';
import { createSchema } from '../graphql/schema.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import type { Notifications } from '../notify/createNotifications.ts';
import type { ProgressHub } from '../progress/progressHub.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import { documentLimits } from './documentLimits.ts';
import { MAX_BODY_BYTES, PER_VIEWER, type PerViewer } from './limits.ts';
import { maskError } from './maskError.ts';
import { createRequestIds } from './requestIds.ts';
import { sharedSnapshots } from './sharedSnapshots.ts';
import { storableText } from './storableText.ts';
import { streamLimits } from './streamLimits.ts';
import { subscriptionLimits } from './subscriptionLimits.ts';

export interface GraphqlOptions {
  /** The server's version. */
  readonly version: string;
  readonly prisma: PrismaClient;
  /** See Context. */
  readonly records: PrismaClient;
  readonly engine: Engine;
  readonly importers: readonly AnyImporter[];
  /** What importers add to the schema. */
  readonly features: readonly ApiFeature[];
  readonly hub: ProgressHub;
  readonly links: DownloadLinks;
  readonly notifications: Notifications;
  readonly limits: RateLimits;
  readonly authenticate: Authenticate;
  readonly accessMonitor: AccessMonitor;
  readonly allowedOrigins: readonly string[];
  readonly log: Logger;
  /** Shows GraphiQL to browsers. */
  readonly graphiql: boolean;
  /** PER_VIEWER. */
  readonly perViewer?: PerViewer;
}

/** Over a WebSocket the caller says who asks; over HTTP the request does. */
interface Incoming {
  readonly socketHeaders?: Headers;
}

export type GraphqlHandler = YogaServerInstance<Incoming, Context>;

export function createGraphqlHandler(options: GraphqlOptions): GraphqlHandler {
  const { prisma, records, engine, importers, hub, limits, authenticate, accessMonitor, allowedOrigins, log } = options;
  const requestIds = createRequestIds();
  return createYoga<Incoming, Context>({
    schema: createSchema(options.features),
    graphqlEndpoint: '/graphql',
    context: async ({ request, socketHeaders }) => ({
      viewer: await authenticate(socketHeaders ?? request.headers),
      requestId: requestIds.current(),
      version: options.version,
      prisma,
      records,
      engine,
      importers,
      hub,
      links: options.links,
      notifications: options.notifications,
      limits,
      accessMonitor,
      startSwitches: createStartSwitchesReader(engine),
      progressOf: createProgressLoader(engine),
      imports: createImportLoaders(prisma),
    }),
    plugins: [
      requestIds.plugin,
      documentLimits(),
      storableText(),
      subscriptionLimits(),
      streamLimits((options.perViewer ?? PER_VIEWER).streams),
      sharedSnapshots(),
    ],
    maskedErrors: { maskError: (error) => maskError(error, requestIds.current(), log) },
    maxRequestBodySize: MAX_BODY_BYTES,
    graphiql: options.graphiql && { subscriptionsProtocol: 'WS' },
    // All in one page, so that it works without a CDN; loaded on first use.
    renderGraphiQL: async (page) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(page),
    landingPage: false,
    cors: allowedOrigins.length > 0 && {
      origin: [...allowedOrigins],
      credentials: true,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: ['x-request-id'],
    },
    logging: {
      debug: (...details) => log.trace({ details }, 'yoga'),
      info: (...details) => log.debug({ details }, 'yoga'),
      warn: (...details) => log.warn({ details }, 'yoga'),
      // maskError has logged it whole, with its id.
      error: (...details) => log.debug({ details }, 'yoga'),
    },
  });
}
