import { z } from 'zod';
import type { PrismaClient, Project } from '../../generated/prisma/client.ts';
import { requireRole } from '../requireRole.ts';
import { lockProject } from '../store/lockProject.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput, nameInput } from './checkInput.ts';

const inputSchema = z.object({ projectId: z.string(), name: nameInput });

/** Gives a project another name; its id stays. Throws InvalidInput, NotFound or Forbidden. */
export async function renameProject(prisma: PrismaClient, viewer: Viewer, input: unknown): Promise<Project> {
  const { projectId, name } = checkInput(inputSchema, input);
  requireRole(viewer, projectId, 'ADMIN');
  return prisma.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const before = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
    const detail = { before: before.name, after: name };
    await audit(tx, { projectId, actor: viewer.actor, action: 'RENAME_PROJECT', detail });
    return tx.project.update({ where: { id: projectId }, data: { name } });
  });
}
