import type { AuthProvider } from 'react-admin';
import { isSignedOut, SluiceError, UNREACHABLE } from '../plugin/api/errors.ts';
import { isRecord } from '../plugin/api/json.ts';
import type { Viewer } from '../plugin/api/types.ts';
import type { Sluice } from '../plugin/sluice.ts';
import type { KeptStore } from './keptStore.ts';
import type { SessionChannel } from './sessionChannel.ts';

/** In the sign-in page's address: the user's session has ended. */
export const SESSION_OVER = 'over';

/** Tells react-admin where to go. */
class SessionOver extends Error {
  readonly redirectTo = `/login?${SESSION_OVER}`;
}

/** Signs in with e-mail and password at /api/auth (better-auth); the session is an HttpOnly cookie. */
export function createAuthProvider(sluice: Sluice, kept: KeptStore, channel: SessionChannel): AuthProvider {
  let viewer: Promise<Viewer> | null = null;

  function whoIsIt(): Promise<Viewer> {
    viewer ??= sluice.api.viewer().catch((error: unknown) => {
      viewer = null;
      throw error;
    });
    return viewer;
  }
  function forget(): void {
    viewer = null;
    sluice.live.reset();
  }

  return {
    async login({ email, password }: { email: string; password: string }) {
      await post('/api/auth/sign-in/email', { email, password });
      kept.open(email.trim().toLowerCase());
      forget();
      channel.tell('opened');
    },
    async logout() {
      forget();
      // Ending a session that is already over could end a session that was just started in another tab.
      if (!kept.leave()) return;
      // The sign-in page is where one lands either way.
      await post('/api/auth/sign-out', {}).catch(() => {});
      channel.tell('ended');
    },
    async checkAuth() {
      try {
        await whoIsIt();
      } catch (error) {
        // If the server is down, stay on the page, which shows that.
        if (!isSignedOut(error)) return;
        kept.lapse();
        throw error;
      }
    },
    async checkError(error: unknown) {
      if (isSignedOut(error)) {
        forget();
        kept.lapse();
        throw new SessionOver();
      }
    },
    async getIdentity() {
      const { email } = await whoIsIt();
      return { id: email ?? '', fullName: email ?? '' };
    },
    getPermissions: () => Promise.resolve(null),
  };
}

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new SluiceError(UNREACHABLE, 'sluice.error.unreachable');
  });
  if (response.ok) return;
  if (response.status === 401 || response.status === 400) {
    throw new SluiceError('WRONG_CREDENTIALS', 'sluice.console.wrong');
  }
  if (response.status === 429) throw new SluiceError('LIMIT_EXCEEDED', 'sluice.console.too_often');
  const answer: unknown = await response.json().catch(() => null);
  const message = isRecord(answer) && typeof answer.message === 'string' ? answer.message : null;
  throw new SluiceError('SIGN_IN_REFUSED', message ?? 'sluice.error.unreachable');
}
