import type { PrismaClient } from '../generated/prisma/client.ts';

/** Removes expired sessions. better-auth does this only when such a session is used again. */
export async function removeExpiredSessions(prisma: PrismaClient): Promise<void> {
  const expired = { where: { expiresAt: { lt: new Date() } } };
  await prisma.session.deleteMany(expired);
  await prisma.verification.deleteMany(expired);
}
