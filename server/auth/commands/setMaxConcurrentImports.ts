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
export const MAX_CONCURRENT = 100;

const inputSchema = z.object({
  projectId: z.string(),
  maxConcurrentImports: z.int().min(1).max(MAX_CONCURRENT).nullable(),
});

/**
 * Sets a project's maximum number of concurrent imports; null for the server's default. Running imports continue; a
 * waiting import starts as soon as a slot is free, at the latest with the reconciler's next minute. Requires an
 * administrator of the server, whose machine carries the load. Throws InvalidInput, NotFound or Forbidden.
 */
export async function setMaxConcurrentImports(prisma: PrismaClient, viewer: Viewer, input: unknown): Promise<Project> {
  requireAdministrator(viewer);
  const { projectId, maxConcurrentImports } = checkInput(inputSchema, input);
  return prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const before = await tx.project.findUnique({ where: { id: projectId } });
    if (!before) throw new NotFound(message('NO_PROJECT', { id: projectId }));
    const detail = { before: before.maxConcurrentImports, after: maxConcurrentImports };
    await audit(tx, { projectId, actor: viewer.actor, action: 'SET_MAX_CONCURRENT_IMPORTS', detail });
    return tx.project.update({ where: { id: projectId }, data: { maxConcurrentImports } });
  });
}
