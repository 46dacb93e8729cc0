import type { PrismaClient } from '../generated/prisma/client.ts';
import { viewerOfApiKey } from './apiKeys.ts';
import type { Sessions } from './sessions.ts';
import type { Viewer } from './viewer.ts';

/** Tells who sends a request: the owner of its API key or of its session cookie; null for a stranger. */
export type Authenticate = (headers: Headers) => Promise<Viewer | null>;

/** A request with an Authorization header is judged by it alone: a wrong key does not fall back to the cookie. */
export function createAuthenticator(options: { prisma: PrismaClient; sessions: Sessions }): Authenticate {
  return async (headers) => {
    const authorization = headers.get('authorization');
    if (authorization === null) return options.sessions.viewer(headers);
    const key = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
    return key === undefined ? null : viewerOfApiKey(options.prisma, key, new Date());
  };
}
