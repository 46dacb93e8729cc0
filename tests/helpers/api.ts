import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Logger, pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createAccessMonitor } from '../../server/auth/accessMonitor.ts';
import { createAuthenticator } from '../../server/auth/authenticator.ts';
import { createTokenVerifier, type IdentityProviderOptions } from '../../server/auth/identityProvider.ts';
import { createOriginCheck } from '../../server/auth/origins.ts';
import { hashSecret } from '../../server/auth/secrets.ts';
import { createSessions } from '../../server/auth/sessions.ts';
import { createDownloadLinks } from '../../server/downloads/links.ts';
import type { UrlSources } from '../../server/engine/model/context.ts';
import { createSecretBox } from '../../server/engine/model/secretBox.ts';
import { PrismaClient } from '../../server/generated/prisma/client.ts';
import { createGraphqlHandler, type GraphqlHandler, type GraphqlOptions } from '../../server/http/graphqlHandler.ts';
import { createRateLimits, type PerMinute, type RateLimits, rateRules } from '../../server/limits/rateLimits.ts';
import { createNotifications } from '../../server/notify/createNotifications.ts';
import { createChangeListener } from '../../server/progress/changeListener.ts';
import { liveImports } from '../../server/progress/liveImports.ts';
import { createProgressHub } from '../../server/progress/progressHub.ts';
import type { AnyImporter } from '../../server/sdk/importer.ts';
import { readVersion } from '../../server/setup/version.ts';
import { type TestEngine, testEngine } from './engine.ts';
import { apiFeatures } from './schema.ts';

const PER_MINUTE: PerMinute = { starts: 10_000, inspections: 10_000, uploads: 10_000, signIns: 20 };

/** Somebody of each kind: three roles in the project `demo`, and an administrator of another project. */
export type Somebody = 'admin' | 'editor' | 'viewer' | 'outsider';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[] | undefined;
}

/** What is asked of the database meanwhile. */
export interface Queries {
  /** Those of Prisma, with $1, $2 ... for their values. */
  readonly statements: readonly string[];
  /** How often a connection is taken from the pool: for each of them, and for the engine's own. */
  readonly taken: number;
}

export interface TestApi {
  readonly engine: TestEngine;
  /** All that the HTTP server is given for GraphQL, sessions and origins. */
  readonly options: GraphqlOptions & ReturnType<typeof accessOf>;
  readonly handler: GraphqlHandler;
  /** Lines of the server's log, parsed. */
  readonly logged: readonly Record<string, unknown>[];
  keyOf(who: Somebody): string;
  /** Runs an operation without a port; nobody asks when `who` is null. */
  graphql(query: string, variables?: Record<string, unknown>, who?: Somebody | null): Promise<Answer>;
  /** How many statements Prisma runs meanwhile. */
  countQueries(work: () => Promise<unknown>): Promise<number>;
  watchQueries(work: () => Promise<unknown>): Promise<Queries>;
}

/**
 * The API over a real engine and database. With `workers`, this process works its jobs too. `tickMs` is the least time
 * between two snapshots for a watcher.
 */
export function testApi({
  tickMs,
  identityProvider,
  perMinute,
  ...options
}: {
  workers?: boolean;
  tickMs?: number;
  importers?: readonly AnyImporter[];
  /** Whose tokens are accepted too; asked for when the tests begin. */
  identityProvider?: () => IdentityProviderOptions;
  /** What sources by URL are fetched with; none are without. */
  urls?: () => UrlSources;
  /** What a viewer or an address may do in a minute, where it is not the usual. */
  perMinute?: Partial<PerMinute>;
} = {}): TestApi {
  const engine = testEngine(options);
  const keys: Record<Somebody, string> = {
    admin: `slk_${randomUUID()}`,
    editor: `slk_${randomUUID()}`,
    viewer: `slk_${randomUUID()}`,
    outsider: `slk_${randomUUID()}`,
  };
  const logged: Record<string, unknown>[] = [];
  let made: Pick<TestApi, 'options' | 'handler'> | undefined;
  let stop = async () => {};
  let statements: string[] = [];
  let taken = 0;
  const watchQueries: TestApi['watchQueries'] = async (work) => {
    statements = [];
    taken = 0;
    await work();
    return { statements, taken };
  };
  const api = () => {
    if (!made) throw new Error('The API is there within tests and hooks only.');
    return made;
  };

  beforeAll(async () => {
    const log = pino({ level: 'info' }, { write: (line) => void logged.push(JSON.parse(line)) });
    const prisma = new PrismaClient({
      adapter: new PrismaPg(engine.pool, { schema: engine.config.schema }),
      log: [{ emit: 'event', level: 'query' }],
    });
    prisma.$on('query', ({ query }) => void statements.push(query));
    engine.pool.on('acquire', () => {
      taken += 1;
    });
    await addPeople(prisma, keys);
    const hub = createProgressHub({
      engine: engine.engine,
      liveImports: (projectId) => liveImports(prisma, projectId),
      log,
      ...(tickMs === undefined ? {} : { tickMs }),
    });
    const listener = createChangeListener({
      database: engine.config,
      log,
      onChange: hub.changed,
      onReconnect: hub.reread,
    });
    await listener.start();
    const importers = [...engine.context.importers.values()];
    const limits = createRateLimits(engine.pool, rateRules({ ...PER_MINUTE, ...perMinute }), log);
    const access = accessOf(prisma, log, limits, identityProvider?.() ?? null);
    const links = createDownloadLinks({
      secret: 'a secret of the tests that is long enough',
      publicUrl: 'http://localhost:4000',
    });
    const secretBox = createSecretBox('a secret of the tests that is long enough');
    const notifications = createNotifications({ ...engine.context, secretBox });
    const graphqlOptions = {
      version: await readVersion(),
      prisma,
      records: prisma,
      links,
      notifications,
      engine: engine.engine,
      importers,
      features: apiFeatures,
      hub,
      log,
      graphiql: false,
      limits,
      ...access,
    };
    made = { options: graphqlOptions, handler: createGraphqlHandler(graphqlOptions) };
    stop = async () => {
      hub.close();
      access.accessMonitor.close();
      await listener.stop();
      await prisma.$disconnect();
    };
  });
  afterAll(() => stop());

  return {
    engine,
    logged,
    get options() {
      return api().options;
    },
    get handler() {
      return api().handler;
    },
    keyOf: (who) => keys[who],
    async graphql(query, variables = {}, who = 'admin') {
      const response = await api().handler.fetch('http://api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(who ? { authorization: `Bearer ${keys[who]}` } : {}) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      return { status: response.status, headers: response.headers, data, errors };
    },
    watchQueries,
    countQueries: async (work) => (await watchQueries(work)).statements.length,
  };
}

function accessOf(
  prisma: PrismaClient,
  log: Logger,
  limits: RateLimits,
  identityProvider: IdentityProviderOptions | null,
) {
  const publicUrl = 'http://localhost:4000';
  const allowedOrigins = ['https://host.example'];
  const isAllowedOrigin = createOriginCheck(publicUrl, allowedOrigins);
  const secret = 'a secret of the tests that is long enough';
  const sessions = createSessions({ prisma, log, limits, secret, publicUrl, isAllowedOrigin });
  const verifyToken = identityProvider && createTokenVerifier(prisma, identityProvider);
  const authenticate = createAuthenticator({ prisma, sessions, verifyToken });
  const accessMonitor = createAccessMonitor({ prisma, log, everyMs: 200 });
  return { sessions, authenticate, accessMonitor, isAllowedOrigin, allowedOrigins };
}

async function addPeople(prisma: PrismaClient, keys: Record<Somebody, string>): Promise<void> {
  await prisma.project.create({ data: { id: 'other', name: 'Other' } });
  const roles = { admin: 'ADMIN', editor: 'EDITOR', viewer: 'VIEWER', outsider: 'ADMIN' } as const;
  await prisma.apiKey.createMany({
    data: (['admin', 'editor', 'viewer', 'outsider'] as const).map((name) => ({
      name,
      projectId: name === 'outsider' ? 'other' : 'demo',
      role: roles[name],
      prefix: 'slk_',
      hash: hashSecret(keys[name]),
    })),
  });
}
