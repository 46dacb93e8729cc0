import { NotFound } from '../../engine/model/errors.ts';
import type { ApiKey, PrismaClient } from '../../generated/prisma/client.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import { requireRole } from '../requireRole.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';

/** Ends a key for good, from the next request on; what runs by it ends within seconds. Throws NotFound or Forbidden. */
export async function revokeApiKey(prisma: PrismaClient, viewer: Viewer, id: string): Promise<ApiKey> {
  const found = isUuid(id) ? await prisma.apiKey.findUnique({ where: { id } }) : null;
  if (!found || viewer.roleIn(found.projectId) === null) {
    throw new NotFound(message('NO_KEY', { id }));
  }
  const { projectId, name } = found;
  requireRole(viewer, projectId, 'ADMIN');
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count > 0) await audit(tx, { projectId, actor: viewer.actor, action: 'REVOKE_KEY', detail: { name } });
    return tx.apiKey.findUniqueOrThrow({ where: { id } });
  });
}
