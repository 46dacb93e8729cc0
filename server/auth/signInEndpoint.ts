import { createHash } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { LimitExceeded } from '../engine/model/errors.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import { message } from '../messages/catalogue.ts';

/** Carries the client's address. The request handler sets it and overwrites what the client sent. */
export const CLIENT_ADDRESS_HEADER = 'x-sluice-client-address';

const body = z.object({ email: z.string(), password: z.string(), rememberMe: z.boolean().optional() });

/**
 * better-auth's own sign-in refuses addresses without a top-level domain, and the first administrator is
 * admin@localhost. This takes its place at /sign-in/email: the same steps, without that check, and with limits that
 * hold over all processes.
 */
export const createSignInEndpoint = (limits: RateLimits) =>
  ({
    id: 'sluice-sign-in',
    endpoints: {
      signInEmail: createAuthEndpoint(
        '/sign-in/email',
        { method: 'POST', use: [formCsrfMiddleware], cloneRequest: true, body },
        async (ctx) => {
          const { email, password, rememberMe } = ctx.body;
          await takeTry(limits, ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? '', email);
          const adapter = ctx.context.internalAdapter;
          const found = await adapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
          const account = found?.accounts.find((each) => each.providerId === 'credential');
          if (!found || !account?.password) {
            // As slow as a wrong password, so that the time of the answer does not tell which addresses exist.
            await ctx.context.password.hash(password);
            throw refused();
          }
          const right = await ctx.context.password.verify({ hash: account.password, password });
          if (!right) throw refused();
          const session = await adapter.createSession(found.user.id, rememberMe === false);
          await setSessionCookie(ctx, { session, user: found.user }, rememberMe === false);
          const { id, name, email: address } = found.user;
          return ctx.json({ redirect: false, token: session.token, user: { id, name, email: address } });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;

/** The key that counts password attempts for an account: a hash, so that it has a fixed length for any input. */
export function accountKey(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex');
}

/**
 * Throws 429. The address is counted before the account, so that a blocked guesser does not lock out the account's
 * owner.
 */
async function takeTry(limits: RateLimits, address: string, email: string): Promise<void> {
  try {
    await limits.take('signInFrom', address);
    await limits.take('signInTo', accountKey(email));
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    const { code, message, limit, retryAfterSeconds } = error;
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code, message, limit, retryAfterSeconds },
      { 'retry-after': String(retryAfterSeconds) },
    );
  }
}

function refused(): APIError {
  return new APIError('UNAUTHORIZED', {
    ...message('INVALID_EMAIL_OR_PASSWORD'),
  });
}
