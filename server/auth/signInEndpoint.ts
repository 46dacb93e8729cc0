import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const body = z.object({ email: z.string(), password: z.string(), rememberMe: z.boolean().optional() });

/**
 * better-auth's own sign-in refuses addresses without a top-level domain, and the first administrator is
 * admin@localhost. This takes its place at /sign-in/email: the same steps, without that check.
 */
export const signInEndpoint = {
  id: 'sluice-sign-in',
  endpoints: {
    signInEmail: createAuthEndpoint(
      '/sign-in/email',
      { method: 'POST', use: [formCsrfMiddleware], cloneRequest: true, body },
      async (ctx) => {
        const { email, password, rememberMe } = ctx.body;
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
} satisfies BetterAuthPlugin;

function refused(): APIError {
  return new APIError('UNAUTHORIZED', {
    code: 'INVALID_EMAIL_OR_PASSWORD',
    message: 'The e-mail address or the password is wrong.',
  });
}
