import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Conflict } from '../../engine/model/errors.ts';
import type { PrismaClient, Project } from '../../generated/prisma/client.ts';
import { message } from '../../messages/catalogue.ts';
import { code } from '../../messages/zodIssues.ts';
import { Forbidden } from '../errors.ts';
import { requireAdministrator } from '../requireRole.ts';
import type { Viewer } from '../viewer.ts';
import { audit } from './audit.ts';
import { checkInput, nameInput } from './checkInput.ts';

const inputSchema = z.object({
  name: nameInput,
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, code('PROJECT_ID'))
    .nullish(),
});

/** Makes a project whose first member, as ADMIN, is who makes it. Throws InvalidInput, Forbidden or Conflict. */
export async function createProject(prisma: PrismaClient, viewer: Viewer, input: unknown): Promise<Project> {
  requireAdministrator(viewer);
  const { credential, actor } = viewer;
  if (credential.kind !== 'session') throw new Forbidden(message('PERSON_REQUIRED'));
  const { id, name } = checkInput(inputSchema, input);
  return prisma.$transaction(async (tx) => {
    if (id && (await tx.project.findUnique({ where: { id } }))) {
      throw new Conflict(message('PROJECT_ID_TAKEN', { id }));
    }
    const project = await tx.project.create({
      data: { id: id ?? uuidv7(), name, members: { create: { userId: credential.userId, role: 'ADMIN' } } },
    });
    await audit(tx, { projectId: project.id, actor, action: 'CREATE_PROJECT', detail: { name } });
    return project;
  });
}
