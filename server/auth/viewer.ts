import type { Role } from '../generated/prisma/enums.ts';

/** A project that a viewer may see, and as what. */
export interface ViewerProject {
  readonly project: { readonly id: string; readonly name: string };
  readonly role: Role;
}

/** Who asks. */
export interface Viewer {
  /** For history and audit: "admin@localhost", or "key:NAME" for an API key. */
  readonly actor: string;
  /** Null for an API key. */
  readonly email: string | null;
  readonly projects: readonly ViewerProject[];
  /** The viewer's role in the project; null for one that they may not know of. */
  roleIn(projectId: string): Role | null;
}

export function createViewer(actor: string, email: string | null, projects: readonly ViewerProject[]): Viewer {
  const roles = new Map(projects.map(({ project, role }) => [project.id, role]));
  return { actor, email, projects, roleIn: (projectId) => roles.get(projectId) ?? null };
}
