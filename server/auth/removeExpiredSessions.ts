import type { PrismaClient } from '../generated/prisma/client.ts';

/** Removes sessions that have ended, which better-auth does only for whoever comes back with one. */
export async function removeExpiredSessions(prisma: PrismaClient): Promise<void> {
  const expired = { where: { expiresAt: { lt: new Date() } } };
  await prisma.session.deleteMany(expired);
  await prisma.verification.deleteMany(expired);
}
