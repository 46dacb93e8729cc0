import { z } from 'zod';
import { Conflict, InvalidInput, LimitExceeded } from '../../engine/model/errors.ts';
import type { ApiKey, Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { Role } from '../../generated/prisma/enums.ts';
import { message } from '../../messages/catalogue.ts';
import { code } from '../../messages/zodIssues.ts';
import { requireRole } from '../requireRole.ts';
import { createSecret, hashSecret } from '../secrets.ts';
import { lockProject } from '../store/lockProject.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput, nameInput } from './checkInput.ts';

/** Keys of a project that are not revoked. */
export const MAX_KEYS = 100;
/** How much of a key is kept in the clear, to tell it by. */
const PREFIX_LENGTH = 8;

const inputSchema = z.object({
  projectId: z.string(),
  name: nameInput,
  role: z.enum(Role),
  expiresAt: z
    .date()
    .refine((date) => date.getTime() > Date.now(), code('EXPIRY_PASSED'))
    .nullish(),
});

/**
 * Makes a key of the project. `key` is the key itself, which is not kept. Only an ADMIN makes keys, so that none has a
 * higher role than its maker. Throws InvalidInput, NotFound, Forbidden,
 * Conflict or LimitExceeded.
 */
export async function createApiKey(
  prisma: PrismaClient,
  viewer: Viewer,
  given: unknown,
): Promise<{ readonly apiKey: ApiKey; readonly key: string }> {
  const { projectId, name, role, expiresAt = null } = checkInput(inputSchema, given);
  requireRole(viewer, projectId, 'ADMIN');
  requireShorterLife(viewer, expiresAt);
  const key = createSecret('slk_');
  const apiKey = await prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    await requireRoom(tx, projectId, name);
    const detail = { name, role, expiresAt: expiresAt?.toISOString() ?? null };
    await audit(tx, { projectId, actor: viewer.actor, action: 'CREATE_KEY', detail });
    return tx.apiKey.create({
      data: {
        projectId,
        name,
        role,
        expiresAt,
        createdBy: viewer.actor,
        prefix: key.slice(0, PREFIX_LENGTH),
        hash: hashSecret(key),
      },
    });
  });
  return { apiKey, key };
}

/** A key that expires must not live on in one that it made. */
function requireShorterLife({ credential }: Viewer, expiresAt: Date | null): void {
  if (credential.kind !== 'key' || credential.expiresAt === null) return;
  if (expiresAt !== null && expiresAt <= credential.expiresAt) return;
  throw new InvalidInput([
    { path: ['expiresAt'], message: message('KEY_OUTLIVES', { when: credential.expiresAt.toISOString() }) },
  ]);
}

async function requireRoom(tx: Prisma.TransactionClient, projectId: string, name: string): Promise<void> {
  const names = await tx.apiKey.findMany({ where: { projectId, revokedAt: null }, select: { name: true } });
  if (names.length >= MAX_KEYS) {
    throw new LimitExceeded(message('TOO_MANY_KEYS', { limit: MAX_KEYS }), MAX_KEYS);
  }
  // The history names a key by its name alone.
  if (names.some((each) => each.name === name)) {
    throw new Conflict(message('KEY_NAME_TAKEN', { name }));
  }
}
