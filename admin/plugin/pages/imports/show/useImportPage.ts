import type { ImportDetail } from '../../../api/types.ts';
import { importKey } from '../../../live/patchCache.ts';
import { useLiveImport } from '../../../live/useLive.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';

export type ImportPageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly item: ImportDetail };

/** One import, kept current. */
export function useImportPage(id: string): ImportPageState {
  const { sluice } = useSluice();
  const query = useSluiceQuery({ queryKey: importKey(id), queryFn: () => sluice.api.importById(id) });
  const item = query.data;
  useLiveImport(
    id,
    item ? { projectId: item.project.id, status: item.status, anyFailed: (item.counts?.failed ?? 0) > 0 } : null,
  );

  // What was read stays on the page while a refetch fails: the banner says that it may be out of date.
  if (query.data) return { kind: 'ready', item: query.data };
  if (query.isPending) return { kind: 'loading' };
  if (query.isError) return { kind: 'failed', error: query.error, retry: () => void query.refetch() };
  return { kind: 'missing' };
}
