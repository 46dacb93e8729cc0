import { Conflict, NotFound } from '../../engine/model/errors.ts';
import type { Member, Prisma } from '../../generated/prisma/client.ts';
import { message } from '../../messages/catalogue.ts';

export interface MemberKey {
  readonly projectId: string;
  readonly userId: string;
}

export type FoundMember = Member & { readonly user: { readonly email: string; readonly name: string } };

/** The member of the project. Throws NotFound, with the same message for a person who is only in other projects. */
export async function findMember(tx: Prisma.TransactionClient, { projectId, userId }: MemberKey): Promise<FoundMember> {
  // Postgres cannot store NUL in a text, so no id contains it.
  const found = userId.includes('\0')
    ? null
    : await tx.member.findUnique({
        where: { projectId_userId: { projectId, userId } },
        include: { user: { select: { email: true, name: true } } },
      });
  if (found) return found;
  throw new NotFound(message('NO_MEMBER', { id: userId }));
}

/** Call under lockProject, before a member ceases to be ADMIN. Throws Conflict for the last one. */
export async function requireAnotherAdmin(tx: Prisma.TransactionClient, member: Member): Promise<void> {
  if (member.role !== 'ADMIN') return;
  const { projectId, userId } = member;
  const others = await tx.member.count({ where: { projectId, role: 'ADMIN', userId: { not: userId } } });
  if (others > 0) return;
  throw new Conflict(message('LAST_ADMINISTRATOR'));
}
