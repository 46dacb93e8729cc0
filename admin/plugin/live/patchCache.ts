import type { QueryClient } from '@tanstack/react-query';
import type { ImportDetail, ImportSummary } from '../api/types.ts';
import { type Snapshot, withProgress } from './progress.ts';

interface CachedList {
  readonly data: readonly ImportSummary[];
}

export const importKey = (id: string) => ['sluice', 'import', id] as const;

/** Writes a snapshot over every cached list and page of its import. */
export function patchCache(queryClient: QueryClient, resource: string, snapshot: Snapshot): void {
  queryClient.setQueriesData<CachedList>({ queryKey: [resource, 'getList'] }, (list) =>
    list?.data ? { ...list, data: list.data.map((item) => withProgress(item, snapshot)) } : list,
  );
  queryClient.setQueryData<ImportDetail | null>(importKey(snapshot.id), (item) =>
    item ? withProgress(item, snapshot) : item,
  );
}
