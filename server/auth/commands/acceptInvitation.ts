import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Conflict, NotFound } from '../../engine/model/errors.ts';
import type { Invitation, Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { message } from '../../messages/catalogue.ts';
import { hashSecret } from '../secrets.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput, nameInput, passwordInput } from './checkInput.ts';

const inputSchema = z.object({ token: z.string().max(200), password: z.string().nullish(), name: nameInput.nullish() });
const accountSchema = z.object({ password: passwordInput });

/**
 * Makes the holder of the token a member: with a new account and a password of their choice, or, if the address has an
 * account, only while signed in as that account. No existing password is entered here, so none can be guessed here.
 * Throws InvalidInput, NotFound for an invalid token, and Conflict if the account must sign in.
 */
export async function acceptInvitation(
  prisma: PrismaClient,
  viewer: Viewer | null,
  given: unknown,
): Promise<Invitation> {
  const input = checkInput(inputSchema, given);
  const tokenHash = hashSecret(input.token);
  const open = { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  const invitation = await prisma.invitation.findFirst({ where: open });
  if (!invitation) throw doesNotHold();
  const { email, projectId } = invitation;
  const known = await prisma.user.findUnique({ where: { email } });
  if (known) requireSelf(viewer, known);
  // Before the transaction: hashing takes its time.
  const password = known ? null : await hashPassword(checkInput(accountSchema, input).password);

  return prisma.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: open, data: { acceptedAt: new Date() } });
    if (count === 0) throw doesNotHold();
    const userId = known?.id ?? (await createAccount(tx, invitation, input.name ?? email, password));
    if (known && invitation.vouched) await tx.user.update({ where: { id: userId }, data: { emailVerified: true } });
    const member = { projectId, userId };
    await tx.member.upsert({
      where: { projectId_userId: member },
      create: { ...member, role: invitation.role },
      update: {},
    });
    const detail = { role: invitation.role, invitedBy: invitation.createdBy };
    await audit(tx, { projectId, actor: email, action: 'ACCEPT_INVITATION', detail });
    return tx.invitation.findUniqueOrThrow({ where: { id: invitation.id } });
  });
}

function requireSelf(viewer: Viewer | null, known: { readonly id: string; readonly email: string }): void {
  const { credential } = viewer ?? {};
  if (credential?.kind === 'session' && credential.userId === known.id) return;
  throw new Conflict(message('SIGN_IN_FIRST', { email: known.email }));
}

async function createAccount(
  tx: Prisma.TransactionClient,
  { email, vouched }: Invitation,
  name: string,
  password: string | null,
): Promise<string> {
  const id = uuidv7();
  const account = { id: uuidv7(), accountId: id, providerId: 'credential', password };
  await tx.user.create({ data: { id, name, email, emailVerified: vouched, accounts: { create: account } } });
  return id;
}

/** The same words for one that never was. */
function doesNotHold(): NotFound {
  return new NotFound(message('INVITATION_INVALID'));
}
