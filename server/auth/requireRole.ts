import { NotFound } from '../engine/model/errors.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { message } from '../messages/catalogue.ts';
import { Forbidden } from './errors.ts';
import type { Viewer } from './viewer.ts';

const RANK: Readonly<Record<Role, number>> = { VIEWER: 0, EDITOR: 1, ADMIN: 2 };

/** Whether a role includes the other role. */
export function includesRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/**
 * Returns if the viewer has at least the role `needed` in the project. Throws NotFound for a project that they are not
 * in, so that they cannot learn which ids exist, and Forbidden if they have a lower role.
 */
export function requireRole(viewer: Viewer, projectId: string, needed: Role): void {
  const role = viewer.roleIn(projectId);
  if (role === null) throw new NotFound(message('NO_PROJECT', { id: projectId }));
  if (includesRole(role, needed)) return;
  throw new Forbidden(message('ROLE_REQUIRED', { needed, role }));
}

/** Returns for an administrator of the whole server; throws Forbidden for others. */
export function requireAdministrator(viewer: Viewer): void {
  if (viewer.administrator) return;
  throw new Forbidden(message('ADMINISTRATOR_REQUIRED'));
}
