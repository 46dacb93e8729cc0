import type { QueryClient } from '@tanstack/react-query';
import type { ImportDetail, ImportSummary, Overview, Page } from '../api/types.ts';
import { type Snapshot, withProgress } from './progress.ts';

interface CachedList {
  readonly data: readonly ImportSummary[];
}

/** The start of the keys of all projects' overviews. */
export const OVERVIEWS = ['sluice', 'overview'] as const;

/** The start of the keys of all pages of imports. */
export const IMPORTS = ['sluice', 'import'] as const;

export const importKey = (id: string) => [...IMPORTS, id] as const;

/** Writes a snapshot over every cached list and page of its import. */
export function patchCache(queryClient: QueryClient, resource: string, snapshot: Snapshot): void {
  queryClient.setQueriesData<CachedList>({ queryKey: [resource, 'getList'] }, (list) =>
    list?.data ? { ...list, data: list.data.map((item) => withProgress(item, snapshot)) } : list,
  );
  queryClient.setQueriesData<Overview>({ queryKey: OVERVIEWS }, (shown) =>
    shown ? { ...shown, running: inPage(shown.running, snapshot), failed: inPage(shown.failed, snapshot) } : shown,
  );
  queryClient.setQueryData<ImportDetail | null>(importKey(snapshot.id), (item) =>
    item ? withProgress(item, snapshot) : item,
  );
}

function inPage(page: Page<ImportSummary>, snapshot: Snapshot): Page<ImportSummary> {
  return { ...page, items: page.items.map((item) => withProgress(item, snapshot)) };
}
