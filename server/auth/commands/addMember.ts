import { z } from 'zod';
import { Conflict, LimitExceeded } from '../../engine/model/errors.ts';
import type { Invitation, Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { Role } from '../../generated/prisma/enums.ts';
import { message } from '../../messages/catalogue.ts';
import { requireRole } from '../requireRole.ts';
import { createSecret, hashSecret } from '../secrets.ts';
import { lockProject } from '../store/lockProject.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput, emailInput } from './checkInput.ts';
import type { FoundMember } from './findMember.ts';

/** How long an invitation holds, in days. */
export const INVITATION_DAYS = 7;
/** Members and open invitations of a project. */
export const MAX_MEMBERS = 1000;

const inputSchema = z.object({ projectId: z.string(), email: emailInput, role: z.enum(Role) });
type Input = z.output<typeof inputSchema>;

/** The person is either a member or invited. The token is not stored, so only this result contains it. */
export type AddedMember =
  | { readonly kind: 'member'; readonly member: FoundMember }
  | { readonly kind: 'invitation'; readonly invitation: Invitation; readonly token: string };

/**
 * Adds a member by e-mail address. A person without an account is invited. So is an account whose address was only
 * vouched for by another project's administrator, who created the account, knows its first password, and may have used
 * another person's address. Throws InvalidInput, NotFound, Forbidden, Conflict or LimitExceeded.
 */
export async function addMember(prisma: PrismaClient, viewer: Viewer, given: unknown): Promise<AddedMember> {
  const input = checkInput(inputSchema, given);
  const { projectId, email, role } = input;
  requireRole(viewer, projectId, 'ADMIN');
  return prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const user = await tx.user.findUnique({ where: { email }, include: { memberships: { where: { projectId } } } });
    if (user && user.memberships.length > 0) {
      throw new Conflict(message('ALREADY_MEMBER', { email }));
    }
    await requireRoom(tx, projectId);
    if (!user?.emailVerified) return invite(tx, viewer, input);
    const member = await tx.member.create({
      data: { projectId, userId: user.id, role },
      include: { user: { select: { email: true, name: true } } },
    });
    await withdraw(tx, input);
    await audit(tx, { projectId, actor: viewer.actor, action: 'ADD_MEMBER', detail: { email, role } });
    return { kind: 'member', member };
  });
}

async function requireRoom(tx: Prisma.TransactionClient, projectId: string): Promise<void> {
  const open = { projectId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  const people = (await tx.member.count({ where: { projectId } })) + (await tx.invitation.count({ where: open }));
  if (people < MAX_MEMBERS) return;
  throw new LimitExceeded(message('TOO_MANY_MEMBERS', { limit: MAX_MEMBERS }), MAX_MEMBERS);
}

async function invite(tx: Prisma.TransactionClient, viewer: Viewer, input: Input): Promise<AddedMember> {
  const { projectId, email, role } = input;
  await withdraw(tx, input);
  const token = createSecret('sli_');
  const invitation = await tx.invitation.create({
    data: {
      projectId,
      email,
      role,
      tokenHash: hashSecret(token),
      createdBy: viewer.actor,
      vouched: viewer.administrator,
      expiresAt: new Date(Date.now() + INVITATION_DAYS * 24 * 3_600_000),
    },
  });
  await audit(tx, { projectId, actor: viewer.actor, action: 'INVITE', detail: { email, role } });
  return { kind: 'invitation', invitation, token };
}

/** Of several invitations to one person only the last serves. */
async function withdraw(tx: Prisma.TransactionClient, { projectId, email }: Input): Promise<void> {
  const open = { projectId, email, acceptedAt: null, revokedAt: null };
  await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date() } });
}
