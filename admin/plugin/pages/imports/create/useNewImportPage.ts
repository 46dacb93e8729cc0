import type { ImporterInfo } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { useImporterTexts } from '../../../ui/words/useImporterTexts.ts';
import { mayEdit, useProject } from '../../project/useProject.ts';

export type NewImportPageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'noProject' }
  | { readonly kind: 'viewerOnly' }
  | { readonly kind: 'noImporters' }
  | {
      readonly kind: 'ready';
      readonly projectId: string;
      readonly importers: readonly [ImporterInfo, ...ImporterInfo[]];
    };

/** Whether and with what an import can be started here. */
export function useNewImportPage(): NewImportPageState {
  const { sluice } = useSluice();
  const project = useProject();
  const words = useImporterTexts();
  const importers = useSluiceQuery({
    queryKey: ['sluice', 'importers'],
    queryFn: sluice.api.importers,
    staleTime: 300_000,
  });

  if (project.kind === 'failed') return project;
  if (project.kind === 'none') return { kind: 'noProject' };
  if (project.kind === 'loading' || importers.isPending) return { kind: 'loading' };
  if (importers.isError) {
    return { kind: 'failed', error: importers.error, retry: () => void importers.refetch() };
  }
  if (!mayEdit(project.role)) return { kind: 'viewerOnly' };
  const [first, ...rest] = importers.data.map(words);
  return first ? { kind: 'ready', projectId: project.id, importers: [first, ...rest] } : { kind: 'noImporters' };
}
