import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import type { Role } from '../../generated/prisma/enums.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Context } from '../context.ts';
import { viewerOf } from '../viewerOf.ts';

/**
 * The import's id as the database writes it, once the viewer may act on it as `role`: jobs and streams are found by
 * that very text, and a client may spell a UUID otherwise. Throws NotFound for an import that is not there or that they
 * may not see, with the same message, and Forbidden when their role is too low.
 */
export async function requireImport(context: Context, id: string, role: Role): Promise<string> {
  return (await requireImportScope(context, id, role)).id;
}

/** The same, with the import's project. */
export async function requireImportScope(
  context: Context,
  id: string,
  role: Role,
): Promise<{ readonly id: string; readonly projectId: string }> {
  const viewer = viewerOf(context);
  const found = isUuid(id)
    ? await context.prisma.import.findUnique({ where: { id }, select: { id: true, projectId: true } })
    : null;
  if (!found || viewer.roleIn(found.projectId) === null) {
    throw new NotFound(message('NO_IMPORT_SEEN', { id }));
  }
  requireRole(viewer, found.projectId, role);
  return found;
}
