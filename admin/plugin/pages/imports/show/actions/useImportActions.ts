import type { ImportAction } from '../../../../../gql/generated/graphql.ts';
import type { ImportDetail } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import type { DraftsStore } from '../failed/useDrafts.ts';
import { useRowActions } from '../failed/useRowActions.ts';
import { useImportAction } from './useImportAction.ts';

export interface ImportActionSet {
  readonly may: (action: ImportAction) => boolean;
  readonly busy: boolean;
  readonly pause: () => void;
  /** With another limit of errors, 0 to 1, where the old one would stop it again. */
  readonly resume: (maxErrorRate?: number) => void;
  readonly retry: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
}

export function useImportActions(item: ImportDetail, drafts: DraftsStore): ImportActionSet {
  const { api } = useSluice().sluice;
  const action = useImportAction();
  const rows = useRowActions(item, drafts);
  return {
    may: (name) => (item.availableActions ?? []).includes(name),
    busy: action.busy || rows.busy,
    pause: () => action.run({ call: () => api.pauseImport(item.id), message: () => ['sluice.actions.paused'] }),
    resume: (maxErrorRate) =>
      action.run({
        call: () => api.resumeImport(item.id, maxErrorRate),
        message: () => ['sluice.actions.resumed'],
      }),
    cancel: () => action.run({ call: () => api.cancelImport(item.id), message: () => ['sluice.actions.cancelled'] }),
    undo: () => action.run({ call: () => api.undoImport(item.id), message: () => ['sluice.undo.started'] }),
    retry() {
      // Whoever corrected rows and then retries all of them means them as corrected.
      if (item.status !== 'FAILED') rows.retry({ kind: 'all', count: item.counts?.failed ?? 0 });
      else action.run({ call: () => api.retryImport(item.id), message: () => ['sluice.actions.retrying'] });
    },
  };
}
