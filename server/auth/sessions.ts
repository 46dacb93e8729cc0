import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Logger } from 'pino';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import type { IsAllowedOrigin } from './origins.ts';
import { CLIENT_ADDRESS_HEADER, createSignInEndpoint } from './signInEndpoint.ts';
import { createViewer, type Viewer } from './viewer.ts';

export interface SessionsOptions {
  readonly prisma: PrismaClient;
  readonly log: Logger;
  readonly limits: RateLimits;
  /** Signs the cookies; at least 32 characters, the same in every process and after a restart. */
  readonly secret: string;
  /** Where people reach this server. */
  readonly publicUrl: string;
  readonly isAllowedOrigin: IsAllowedOrigin;
}

/** People who signed in with e-mail and password. */
export interface Sessions {
  /** Answers requests to AUTH_PATHS. */
  handle(request: Request): Promise<Response>;
  /** The viewer whose session cookie these headers carry; null without a valid one. */
  viewer(headers: Headers): Promise<Viewer | null>;
}

/** What is answered of all that better-auth could: the rest is done through GraphQL, where it is checked and audited. */
export const AUTH_PATHS = ['/api/auth/sign-in/email', '/api/auth/sign-out'] as const;

export function createSessions(options: SessionsOptions): Sessions {
  const { prisma, log } = options;
  const auth = betterAuth({
    appName: 'Sluice',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [createSignInEndpoint(options.limits)],
    // A browser may reach us under a name that publicUrl does not say (127.0.0.1 for localhost): same origin is enough.
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return origin && options.isAllowedOrigin(origin, request?.headers.get('host') ?? null) ? [origin] : [];
    },
    advanced: {
      cookiePrefix: 'sluice',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    // Its own counts are those of one process; the endpoint counts over all of them.
    rateLimit: { enabled: true, customRules: { '/sign-in/email': false } },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message, ...details) => log[level]({ details }, `sign-in: ${message}`) },
  });
  return {
    handle: (request) => auth.handler(request),
    async viewer(headers) {
      if (!headers.has('cookie')) return null;
      const session = await auth.api.getSession({ headers });
      return session ? viewerOfSession(prisma, session.session.id, session.user.id) : null;
    },
  };
}

async function viewerOfSession(prisma: PrismaClient, sessionId: string, userId: string): Promise<Viewer | null> {
  const user = await prisma.user.findUnique({
    where: { id: userId },
    select: {
      email: true,
      administrator: true,
      memberships: {
        select: { role: true, project: { select: { id: true, name: true } } },
        orderBy: { project: { name: 'asc' } },
      },
    },
  });
  if (!user) return null;
  const { email, administrator, memberships: projects } = user;
  const credential = { kind: 'session', id: sessionId, userId } as const;
  return createViewer({ actor: email, email, administrator, credential, projects });
}
