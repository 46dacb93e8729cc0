import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { Role } from '../../generated/prisma/enums.ts';
import { requireRole } from '../requireRole.ts';
import { lockProject } from '../store/lockProject.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { type FoundMember, findMember, type MemberKey, requireAnotherAdmin } from './findMember.ts';

/** Gives a member another role, which counts from their next request on. Throws NotFound, Forbidden or Conflict. */
export async function changeMemberRole(
  prisma: PrismaClient,
  viewer: Viewer,
  { projectId, userId, role }: MemberKey & { readonly role: Role },
): Promise<FoundMember> {
  requireRole(viewer, projectId, 'ADMIN');
  return prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const member = await findMember(tx, { projectId, userId });
    if (member.role === role) return member;
    await requireAnotherAdmin(tx, member);
    await tx.member.update({ where: { projectId_userId: { projectId, userId } }, data: { role } });
    const detail = { email: member.user.email, before: member.role, after: role };
    await audit(tx, { projectId, actor: viewer.actor, action: 'CHANGE_ROLE', detail });
    return { ...member, role };
  });
}
