import type { ApiKey, Invitation, Prisma, PrismaClient } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { isStorableText } from '../../../sdk/storable.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';

const MEMBER_SELECT = {
  projectId: true,
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { email: true, name: true } },
} as const satisfies Prisma.MemberSelect;

export type MemberShape = Prisma.MemberGetPayload<{ select: typeof MEMBER_SELECT }>;

/** A project's members, in the order in which they got their accounts: ids of accounts grow with time. */
export async function readMembers(
  prisma: PrismaClient,
  projectId: string,
  page: Page,
): Promise<Connection<MemberShape>> {
  if (page.after !== null && !isStorableText(page.after)) throw unknownCursor();
  const rows = await prisma.member.findMany({
    where: { projectId, ...(page.after === null ? {} : { userId: { gt: page.after } }) },
    select: MEMBER_SELECT,
    orderBy: { userId: 'asc' },
    skip: page.skip,
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.userId,
    () => prisma.member.count({ where: { projectId } }),
  );
}

/** A project's keys, the newest first, those that are revoked or have expired too. */
export async function readApiKeys(prisma: PrismaClient, projectId: string, page: Page): Promise<Connection<ApiKey>> {
  const rows = await prisma.apiKey.findMany({ where: { projectId, ...before(page) }, ...newestFirst(page) });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.apiKey.count({ where: { projectId } }),
  );
}

/** Invitations to a project, the newest first, those that are over too. */
export async function readInvitations(
  prisma: PrismaClient,
  projectId: string,
  page: Page,
): Promise<Connection<Invitation>> {
  const rows = await prisma.invitation.findMany({ where: { projectId, ...before(page) }, ...newestFirst(page) });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.invitation.count({ where: { projectId } }),
  );
}

/** What comes after a cursor where ids fall. */
export function before(page: Page): { readonly id?: { readonly lt: string } } {
  if (page.after === null) return {};
  if (!isUuid(page.after)) throw unknownCursor();
  return { id: { lt: page.after } };
}

export function newestFirst(page: Page) {
  return { orderBy: { id: 'desc' }, skip: page.skip, take: page.take + 1 } as const;
}
