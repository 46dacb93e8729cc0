import { NotFound } from '../../engine/model/errors.ts';
import type { Invitation, PrismaClient } from '../../generated/prisma/client.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import { requireRole } from '../requireRole.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';

/** Withdraws an invitation; one that was accepted stays accepted. Throws NotFound or Forbidden. */
export async function revokeInvitation(prisma: PrismaClient, viewer: Viewer, id: string): Promise<Invitation> {
  const found = isUuid(id) ? await prisma.invitation.findUnique({ where: { id } }) : null;
  if (!found || viewer.roleIn(found.projectId) === null) {
    throw new NotFound(message('NO_INVITATION', { id }));
  }
  const { projectId, email } = found;
  requireRole(viewer, projectId, 'ADMIN');
  return prisma.$transaction(async (tx) => {
    const open = { id, acceptedAt: null, revokedAt: null };
    const { count } = await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date() } });
    if (count > 0) {
      await audit(tx, { projectId, actor: viewer.actor, action: 'REVOKE_INVITATION', detail: { email } });
    }
    return tx.invitation.findUniqueOrThrow({ where: { id } });
  });
}
