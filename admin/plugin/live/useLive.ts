import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type {
  ImportProgressSubscription,
  ImportStatus,
  ProjectImportsSubscription,
} from '../../gql/generated/graphql.ts';
import { ImportProgressDocument, ProjectImportsDocument } from '../../gql/generated/graphql.ts';
import { REVIEW_COUNTS } from '../pages/review/reviewCounts.ts';
import { useSluice } from '../SluiceContext.tsx';
import type { LiveState } from './connection.ts';
import { IMPORTS, importKey, OVERVIEWS, patchCache } from './patchCache.ts';
import { isFinal, type Snapshot } from './progress.ts';

export function useLiveState(): LiveState {
  const { live } = useSluice().sluice;
  return useSyncExternalStore(live.onState, live.state);
}

/** Keeps every cached list of the project's imports as the server says they are now. */
export function useLiveProject(projectId: string | null): void {
  const { sluice, features, importsResource, prefix } = useSluice();
  const queryClient = useQueryClient();
  useRefetchWhenStale(queryClient, importsResource);
  useRefetchOnceLive(queryClient, importsResource);

  useEffect(() => {
    if (!projectId) return;
    const statuses = new Map<string, ImportStatus>();
    return sluice.live.watch(
      ProjectImportsDocument,
      { projectId },
      {
        isOver: () => false,
        next: ({ projectImports: snapshot }) => {
          patchCache(queryClient, importsResource, snapshot);
          // What a snapshot does not carry (a new import, actions, who finished when) changes with the status.
          if (statuses.get(snapshot.id) !== snapshot.status) {
            statuses.set(snapshot.id, snapshot.status);
            refetch(queryClient, [importsResource, 'getList']);
            refetch(queryClient, OVERVIEWS);
            // What an import met and did not know is in the queue once it has ended.
            refetch(queryClient, [`${prefix}review`]);
            refetch(queryClient, REVIEW_COUNTS);
            for (const key of features.flatMap(({ staleQueries }) => staleQueries?.(prefix) ?? [])) {
              refetch(queryClient, key);
            }
          }
        },
      },
    );
  }, [sluice, features, importsResource, prefix, queryClient, projectId]);
}

/** The fields of an import that determine its available actions. When they change, the actions are read again. */
export interface LiveImport {
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly anyFailed: boolean;
}

/**
 * Keeps the cached import current. The subscription of one import ends with the import; later actions on it (a retry,
 * an undo, discarded rows) arrive through the subscription of its project.
 */
export function useLiveImport(id: string, shown: LiveImport | null): void {
  const { sluice, importsResource } = useSluice();
  const queryClient = useQueryClient();
  useRefetchWhenStale(queryClient, importsResource);
  useRefetchOnceLive(queryClient, importsResource);
  const projectId = shown?.projectId ?? null;
  const active = shown !== null && !isFinal(shown.status);
  const known = useRef(shown);
  known.current = shown;

  useEffect(() => {
    if (projectId === null) return;
    let latest: Snapshot | null = null;
    const take = (snapshot: Snapshot) => {
      if (snapshot.id !== id) return;
      const anyFailed = snapshot.counts.failed > 0;
      const changed = known.current?.status !== snapshot.status || known.current.anyFailed !== anyFailed;
      latest = snapshot;
      patchCache(queryClient, importsResource, snapshot);
      // The project's stream says nothing of reasons.
      if (changed || !active) refetch(queryClient, importKey(id));
    };
    if (!active) {
      const next = ({ projectImports }: ProjectImportsSubscription) => take(projectImports);
      return sluice.live.watch(ProjectImportsDocument, { projectId }, { isOver: () => false, next });
    }
    const isOver = () => latest !== null && isFinal(latest.status);
    const next = ({ importProgress }: ImportProgressSubscription) => take(importProgress);
    return sluice.live.watch(ImportProgressDocument, { id }, { isOver, next });
  }, [sluice, importsResource, queryClient, id, projectId, active]);
}

/** For what changed after it was read and before the stream was open: a stream begins with what is not final then. */
function useRefetchOnceLive(queryClient: QueryClient, importsResource: string): void {
  const { live } = useSluice().sluice;
  useEffect(() => {
    if (live.state() === 'live') return;
    const leave = live.onState(() => {
      if (live.state() !== 'live') return;
      leave();
      refetch(queryClient, [importsResource, 'getList']);
      refetch(queryClient, OVERVIEWS);
      refetch(queryClient, IMPORTS);
    });
    return leave;
  }, [live, queryClient, importsResource]);
}

function useRefetchWhenStale(queryClient: QueryClient, importsResource: string): void {
  const { live } = useSluice().sluice;
  useEffect(
    () =>
      live.onStale(() => {
        refetch(queryClient, [importsResource, 'getList']);
        refetch(queryClient, ['sluice']);
      }),
    [live, queryClient, importsResource],
  );
}

function refetch(queryClient: QueryClient, queryKey: readonly unknown[]): void {
  void queryClient.invalidateQueries({ queryKey });
}
