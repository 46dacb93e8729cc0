import { z } from 'zod';
import { NotFound } from '../../engine/model/errors.ts';
import type { PrismaClient, Project } from '../../generated/prisma/client.ts';
import { message } from '../../messages/catalogue.ts';
import { requireAdministrator } from '../requireRole.ts';
import { lockProject } from '../store/lockProject.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput } from './checkInput.ts';

/** More would leave other projects no connection to the database. */
export const MOST_AT_ONCE = 100;

const inputSchema = z.object({ projectId: z.string(), importsAtOnce: z.int().min(1).max(MOST_AT_ONCE).nullable() });

/**
 * Lets a project run more or fewer imports at the same time than others may; null: as many as they. What runs goes on;
 * what waits for a place begins as soon as one is free, at the latest with the reconciler's next minute. For
 * administrators of the server: their machine carries it. Throws InvalidInput, NotFound or Forbidden.
 */
export async function limitImportsAtOnce(prisma: PrismaClient, viewer: Viewer, input: unknown): Promise<Project> {
  requireAdministrator(viewer);
  const { projectId, importsAtOnce } = checkInput(inputSchema, input);
  return prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const before = await tx.project.findUnique({ where: { id: projectId } });
    if (!before) throw new NotFound(message('NO_PROJECT', { id: projectId }));
    const detail = { before: before.importsAtOnce, after: importsAtOnce };
    await audit(tx, { projectId, actor: viewer.actor, action: 'LIMIT_IMPORTS_AT_ONCE', detail });
    return tx.project.update({ where: { id: projectId }, data: { importsAtOnce } });
  });
}
