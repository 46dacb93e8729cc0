import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { InvalidInput } from '../../engine/model/errors.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { RateLimits } from '../../limits/rateLimits.ts';
import { message } from '../../messages/catalogue.ts';
import { Forbidden } from '../errors.ts';
import { accountKey } from '../signInEndpoint.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput, passwordInput } from './checkInput.ts';

const inputSchema = z.object({ currentPassword: z.string().max(200), newPassword: passwordInput });

/**
 * Changes the viewer's password and ends their other sessions, so that a person who knew the old password is signed
 * out. The history of each of their projects records it. Throws InvalidInput, LimitExceeded, or Forbidden if the viewer
 * is not a signed-in person.
 */
export async function changePassword(
  prisma: PrismaClient,
  limits: RateLimits,
  viewer: Viewer,
  given: unknown,
): Promise<void> {
  const { credential, actor } = viewer;
  if (credential.kind !== 'session') throw new Forbidden(message('NO_PASSWORD'));
  const { currentPassword, newPassword } = checkInput(inputSchema, given);
  const { userId } = credential;
  // This is a password attempt like any other: a person at an unlocked browser must not be able to guess forever.
  await limits.take('signInTo', accountKey(actor));
  const account = await prisma.account.findFirst({ where: { userId, providerId: 'credential' } });
  const right = account?.password && (await verifyPassword({ hash: account.password, password: currentPassword }));
  if (!account || !right) {
    throw new InvalidInput([{ path: ['currentPassword'], message: message('WRONG_PASSWORD') }]);
  }
  const password = await hashPassword(newPassword);
  await prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { password } });
    await tx.session.deleteMany({ where: { userId, id: { not: credential.id } } });
    for (const { project } of viewer.projects) {
      await audit(tx, { projectId: project.id, actor, action: 'CHANGE_PASSWORD' });
    }
  });
}
