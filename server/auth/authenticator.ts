import type { PrismaClient } from '../generated/prisma/client.ts';
import { viewerOfApiKey } from './apiKeys.ts';
import { isJwt, type VerifyToken } from './identityProvider.ts';
import type { Sessions } from './sessions.ts';
import type { Viewer } from './viewer.ts';

/** Tells who sends a request: the owner of its API key, token or session cookie; null for an anonymous client. */
export type Authenticate = (headers: Headers) => Promise<Viewer | null>;

export interface AuthenticatorOptions {
  readonly prisma: PrismaClient;
  readonly sessions: Sessions;
  /** Absent where no identity provider is configured: then a JWT is nothing but a wrong key. */
  readonly verifyToken?: VerifyToken | null;
}

/** A request with an Authorization header is judged by it alone: a wrong key does not fall back to the cookie. */
export function createAuthenticator({ prisma, sessions, verifyToken = null }: AuthenticatorOptions): Authenticate {
  return async (headers) => {
    const authorization = headers.get('authorization');
    if (authorization === null) return sessions.viewer(headers);
    const bearer = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
    if (bearer === undefined) return null;
    if (verifyToken && isJwt(bearer)) return verifyToken(bearer);
    return viewerOfApiKey(prisma, bearer, new Date());
  };
}
