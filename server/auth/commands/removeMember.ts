import type { PrismaClient } from '../../generated/prisma/client.ts';
import { requireRole } from '../requireRole.ts';
import { lockProject } from '../store/lockProject.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { type FoundMember, findMember, type MemberKey, requireAnotherAdmin } from './findMember.ts';

/**
 * Takes a person out of the project, at once; their account and what they did stay. Answers with the member as they
 * were. Throws NotFound, Forbidden or Conflict.
 */
export async function removeMember(
  prisma: PrismaClient,
  viewer: Viewer,
  { projectId, userId }: MemberKey,
): Promise<FoundMember> {
  requireRole(viewer, projectId, 'ADMIN');
  return prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const member = await findMember(tx, { projectId, userId });
    await requireAnotherAdmin(tx, member);
    await tx.member.delete({ where: { projectId_userId: { projectId, userId } } });
    const detail = { email: member.user.email, role: member.role };
    await audit(tx, { projectId, actor: viewer.actor, action: 'REMOVE_MEMBER', detail });
    return member;
  });
}
