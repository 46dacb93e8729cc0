import type { ImportDetail } from '../../../../api/types.ts';
import { isFinal } from '../../../../live/progress.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useImportAction } from '../actions/useImportAction.ts';
import { correctionsOf, type Drafts } from './drafts.ts';
import { draftsIn, filterOf, type Scope } from './scope.ts';
import type { DraftsStore } from './useDrafts.ts';

export interface RowActions {
  readonly busy: boolean;
  /** Sends the rows through again, with what was typed into them. */
  readonly retry: (scope: Scope, onDone?: () => void) => void;
  /** Sends the rows that were typed into, and no others. */
  readonly retryCorrected: () => void;
  readonly discard: (scope: Scope, onDone?: () => void) => void;
}

export function useRowActions(item: ImportDetail, { drafts, forget }: DraftsStore): RowActions {
  const { api } = useSluice().sluice;
  const { busy, run } = useImportAction();
  const failed = item.counts?.failed ?? 0;
  const send = (count: number, sent: Drafts, scope: Scope | null, onDone?: () => void) =>
    run({
      call: () =>
        api.retryFailedRows({
          importId: item.id,
          filter: scope ? filterOf(scope) : null,
          corrections: correctionsOf(sent),
        }),
      message: (after) => retried(count, failed, after),
      onDone: () => {
        forget(scope?.kind === 'group' ? known(sent) : sent.keys());
        onDone?.();
      },
    });
  return {
    busy,
    retry: (scope, onDone) => send(scope.count, draftsIn(drafts, scope), scope, onDone),
    retryCorrected: () => send(drafts.size, drafts, null),
    discard: (scope, onDone) =>
      run({
        call: () => api.discardFailedRows({ importId: item.id, filter: filterOf(scope) }),
        message: () => ['sluice.failed.discarded', { smart_count: scope.count }],
        onDone: () => {
          const gone = draftsIn(drafts, scope);
          forget(scope.kind === 'group' ? known(gone) : gone.keys());
          onDone?.();
        },
      }),
  };
}

/** What is known to be in the group; the others go when their rows are read and have the values by then. */
function known(drafts: Drafts): number[] {
  return [...drafts].flatMap(([rowNumber, { row }]) => (row ? [rowNumber] : []));
}

function retried(count: number, failedBefore: number, after: ImportDetail) {
  if (!isFinal(after.status)) return ['sluice.failed.retrying', { smart_count: count }] as const;
  const left = after.counts?.failed ?? 0;
  const imported = Math.max(0, Math.min(count, failedBefore - left));
  const still = count - imported;
  if (still === 0) return ['sluice.failed.retried', { smart_count: imported }] as const;
  if (imported === 0) return ['sluice.failed.retried_none', { smart_count: still }] as const;
  return ['sluice.failed.retried_some', { imported, still }] as const;
}
