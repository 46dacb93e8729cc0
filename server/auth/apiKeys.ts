import type { PrismaClient } from '../generated/prisma/client.ts';
import { hashSecret } from './secrets.ts';
import { createViewer, type Viewer } from './viewer.ts';

const LAST_USED_PRECISION_MS = 60_000;

/** The viewer whose key this is; null for one that is unknown, expired or revoked. */
export async function viewerOfApiKey(prisma: PrismaClient, key: string, now: Date): Promise<Viewer | null> {
  const found = await prisma.apiKey.findUnique({
    where: { hash: hashSecret(key) },
    include: { project: { select: { id: true, name: true } } },
  });
  if (!found || found.revokedAt !== null) return null;
  if (found.expiresAt !== null && found.expiresAt <= now) return null;
  await noteUse(prisma, found.id, found.lastUsedAt, now);
  const { id, expiresAt, project, role } = found;
  return createViewer({
    actor: `key:${found.name}`,
    email: null,
    administrator: false,
    credential: { kind: 'key', id, expiresAt },
    projects: [{ project, role }],
  });
}

/** At most once a minute, so that a busy key does not write a row with every request. */
async function noteUse(prisma: PrismaClient, id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < LAST_USED_PRECISION_MS) return;
  await prisma.apiKey.updateMany({ where: { id, lastUsedAt }, data: { lastUsedAt: now } });
}
