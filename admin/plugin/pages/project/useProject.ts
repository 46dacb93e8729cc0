import { useStore } from 'react-admin';
import type { Role } from '../../../gql/generated/graphql.ts';
import { isSignedOut } from '../../api/errors.ts';
import type { ViewerProject } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useViewer } from './useViewer.ts';

export type ProjectState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'ready';
      readonly id: string;
      readonly role: Role;
      readonly projects: readonly ViewerProject[];
      readonly choose: (projectId: string) => void;
    };

/** The project that the pages are about: the host's choice, else the user's, else their first. */
export function useProject(): ProjectState {
  const { fixedProjectId } = useSluice();
  const [chosen, choose] = useStore<string | null>('sluice.project', null);
  const viewer = useViewer();

  if (viewer.isPending) return { kind: 'loading' };
  // What was read stays while the server is away; who is not signed in any more has nothing to stay for.
  if (!viewer.data || isSignedOut(viewer.error)) {
    return { kind: 'failed', error: viewer.error, retry: () => void viewer.refetch() };
  }
  const { projects } = viewer.data;
  const wanted = projects.find(({ project }) => project.id === (fixedProjectId ?? chosen));
  const current = wanted ?? (fixedProjectId ? undefined : projects[0]);
  if (!current) return { kind: 'none' };
  return { kind: 'ready', id: current.project.id, role: current.role, projects, choose };
}

/** Whether a role may start and change imports. */
export function mayEdit(role: Role): boolean {
  return role !== 'VIEWER';
}
