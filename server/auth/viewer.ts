import type { Role } from '../generated/prisma/enums.ts';

/** A project that a viewer may see, and as what. */
export interface ViewerProject {
  readonly project: { readonly id: string; readonly name: string };
  readonly role: Role;
}

/** A viewer's credential. It can end while a stream or an upload continues: see accessMonitor. */
export type Credential =
  | { readonly kind: 'session'; readonly id: string; readonly userId: string }
  | { readonly kind: 'key'; readonly id: string; readonly expiresAt: Date | null }
  | { readonly kind: 'token'; readonly subject: string; readonly expiresAt: Date };

/** What a viewer is made of. */
export interface Identity {
  /** For history and audit: "admin@localhost", "key:NAME" for an API key, or "token:NAME" for an identity provider's. */
  readonly actor: string;
  /** Null for an API key. */
  readonly email: string | null;
  /** Whether they administer the whole server, and not only projects. */
  readonly administrator: boolean;
  readonly credential: Credential;
  readonly projects: readonly ViewerProject[];
}

/** Who asks. */
export interface Viewer extends Identity {
  /** Tells this person or key from all others, for what is counted by viewer. */
  readonly id: string;
  /** The viewer's role in the project; null for one that they may not know of. */
  roleIn(projectId: string): Role | null;
}

export function createViewer(identity: Identity): Viewer {
  const roles = new Map(identity.projects.map(({ project, role }) => [project.id, role]));
  return { ...identity, id: idOf(identity.credential), roleIn: (projectId) => roles.get(projectId) ?? null };
}

function idOf(credential: Credential): string {
  if (credential.kind === 'session') return `user:${credential.userId}`;
  return credential.kind === 'key' ? `key:${credential.id}` : `token:${credential.subject}`;
}
