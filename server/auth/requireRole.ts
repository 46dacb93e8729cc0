import { NotFound } from '../engine/model/errors.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { Forbidden } from './errors.ts';
import type { Viewer } from './viewer.ts';

const RANK: Readonly<Record<Role, number>> = { VIEWER: 0, EDITOR: 1, ADMIN: 2 };

/** Whether somebody with this role may do what needs the other one. */
export function includesRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/**
 * Returns when the viewer may act as `needed` in the project. Throws NotFound for a project that they are not in, so
 * that nobody learns which ids exist, and Forbidden when they are in it with a lower role.
 */
export function requireRole(viewer: Viewer, projectId: string, needed: Role): void {
  const role = viewer.roleIn(projectId);
  if (role === null) throw new NotFound(`There is no project "${projectId}" that you may see.`);
  if (includesRole(role, needed)) return;
  throw new Forbidden(
    `This needs the role ${needed} in the project, and you have ${role}. Ask an administrator for it.`,
  );
}

/** Returns for an administrator of the whole server; throws Forbidden for others. */
export function requireAdministrator(viewer: Viewer): void {
  if (viewer.administrator) return;
  throw new Forbidden('This needs an administrator of the whole server: sign in as one.');
}
