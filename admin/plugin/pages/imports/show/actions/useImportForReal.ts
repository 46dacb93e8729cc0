import { useNavigate } from 'react-router-dom';
import { isRecord } from '../../../../api/json.ts';
import type { ImportDetail } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../../ui/browser/fromTop.ts';
import { usePath } from '../../../../usePath.ts';
import { useImportAction } from './useImportAction.ts';

/** Starts an import of a dry run's rows as they are corrected there, with all that the dry run was told, and goes to it. */
export function useImportForReal(item: ImportDetail): { readonly busy: boolean; readonly start: () => void } {
  const { api } = useSluice().sluice;
  const navigate = useNavigate();
  const path = usePath();
  const action = useImportAction();
  return {
    busy: action.busy,
    start: () =>
      action.run({
        call: async () => {
          const started = await api.startImport({
            projectId: item.project.id,
            importer: item.importerName,
            // Its mapping, with the values and rules that belong to it, comes with its rows.
            source: { importId: item.id },
            ...(isRecord(item.options) ? { options: item.options } : {}),
            onDuplicate: item.onDuplicate,
            chunkSize: item.chunkSize,
            maxErrorRate: item.maxErrorRate,
          });
          void navigate(path('imports', started.id), { state: FROM_TOP });
          return started;
        },
        message: () => ['sluice.for_real.started'],
      }),
  };
}
