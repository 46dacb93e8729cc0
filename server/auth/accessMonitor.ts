import type { Logger } from 'pino';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { includesRole } from './requireRole.ts';
import type { Credential, Viewer } from './viewer.ts';

/**
 * Ends long streams and uploads when the viewer loses access: a key that is revoked, a member who is removed, a session
 * or token that has ended. It reads the tables instead of listening to the code that changes them, so that it also
 * notices changes by SQL or in another process. It reads once for all viewers in this process.
 */
export interface AccessMonitor {
  /** Calls `onLost` once, when the viewer may no longer act as `role` in the project. The answer ends the watch. */
  watch(viewer: Viewer, projectId: string, role: Role, onLost: () => void): () => void;
  /** The same stream, which ends when the viewer may no longer see the project. */
  guard<T>(viewer: Viewer, projectId: string, stream: AsyncIterableIterator<T, undefined>): Guarded<T>;
  close(): void;
}

type Guarded<T> = AsyncIterableIterator<T, undefined>;

export interface AccessMonitorOptions {
  readonly prisma: PrismaClient;
  readonly log: Logger;
  /** 2 s. */
  readonly everyMs?: number;
}

interface Watched {
  readonly credential: Credential;
  readonly projectId: string;
  readonly role: Role;
  readonly onLost: () => void;
}

export function createAccessMonitor({ prisma, log, everyMs = 2000 }: AccessMonitorOptions): AccessMonitor {
  const watched = new Set<Watched>();
  let timer: NodeJS.Timeout | undefined;

  /** Again after each check, and not at an interval: a slow database gets no second question. */
  function schedule(): void {
    if (watched.size > 0) timer ??= setTimeout(() => void check(), everyMs).unref();
  }

  async function check(): Promise<void> {
    const asked = [...watched];
    try {
      const roleOf = await readRoles(prisma, asked);
      for (const each of asked) {
        const role = roleOf(each);
        if (role !== null && includesRole(role, each.role)) continue;
        if (watched.delete(each)) each.onLost();
      }
    } catch (error) {
      log.warn({ err: error }, 'access could not be checked; trying again');
    } finally {
      timer = undefined;
      schedule();
    }
  }

  function watch({ credential }: Viewer, projectId: string, role: Role, onLost: () => void): () => void {
    const each = { credential, projectId, role, onLost };
    watched.add(each);
    schedule();
    return () => void watched.delete(each);
  }

  return {
    watch,
    guard(viewer, projectId, stream) {
      const forget = watch(viewer, projectId, 'VIEWER', () => void stream.return?.());
      return guarded(stream, forget);
    },
    close() {
      clearTimeout(timer);
      watched.clear();
    },
  };
}

/** By hand and no generator, whose return() would wait for the next value. */
function guarded<T>(stream: AsyncIterableIterator<T, undefined>, forget: () => void): Guarded<T> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const result = await stream.next();
      if (result.done) forget();
      return result;
    },
    async return() {
      forget();
      return (await stream.return?.()) ?? { done: true, value: undefined };
    },
  };
}

type RoleOf = (watched: Watched) => Role | null;

/** What each credential is good for now: one statement for all keys, one for all sessions. */
async function readRoles(prisma: PrismaClient, watched: readonly Watched[]): Promise<RoleOf> {
  const now = new Date();
  const [keys, sessions] = await Promise.all([
    prisma.apiKey.findMany({
      where: {
        id: { in: idsOf(watched, 'key') },
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      },
      select: { id: true, projectId: true, role: true },
    }),
    prisma.session.findMany({
      where: { id: { in: idsOf(watched, 'session') }, expiresAt: { gt: now } },
      select: { id: true, user: { select: { memberships: { select: { projectId: true, role: true } } } } },
    }),
  ]);
  const roles = new Map<string, Role>();
  for (const { id, projectId, role } of keys) roles.set(`${id} ${projectId}`, role);
  for (const { id, user } of sessions) {
    for (const { projectId, role } of user.memberships) roles.set(`${id} ${projectId}`, role);
  }
  return ({ credential, projectId, role }) => {
    // What a token says holds until it expires.
    if (credential.kind === 'token') return credential.expiresAt > now ? role : null;
    return roles.get(`${credential.id} ${projectId}`) ?? null;
  };
}

function idsOf(watched: readonly Watched[], kind: 'key' | 'session'): string[] {
  const ids = watched.flatMap(({ credential }) => (credential.kind === kind ? [credential.id] : []));
  return [...new Set(ids)];
}
