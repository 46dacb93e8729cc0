import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCreatePath, useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { StartImportInput } from '../../../../../gql/generated/graphql.ts';
import type { ImportDetail } from '../../../../api/types.ts';
import { importKey } from '../../../../live/patchCache.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../../ui/browser/fromTop.ts';
import { useSignOutOnRefusal } from '../../../../ui/browser/useSignOutOnRefusal.ts';
import { startInput } from '../draft.ts';
import type { Wizard } from '../useWizard.ts';
import { useSheetInputs } from './useSheetInputs.ts';

export type StartState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'refused'; readonly error: Error };

export interface StartControl {
  readonly state: StartState;
  readonly busy: boolean;
  /** Starts a dry run; the draft keeps which. */
  readonly check: () => void;
  /** Starts the import and goes to its page. */
  readonly start: () => void;
}

export function useStart(wizard: Wizard): StartControl {
  const { store, context, sheets } = wizard;
  const { sluice } = useSluice();
  const open = useOpenImport();
  const openList = useOpenList();
  const sheetInputs = useSheetInputs(wizard);
  const [state, setState] = useState<StartState>({ kind: 'idle' });
  useSignOutOnRefusal(state.kind === 'refused' ? state.error : null);

  const attempt = async (kind: 'checking' | 'starting', start: () => Promise<void>) => {
    setState({ kind });
    try {
      await start();
    } catch (error) {
      setState({ kind: 'refused', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const run = async (dryRun: boolean, done: (item: ImportDetail) => void) => {
    const input: StartImportInput = startInput(store.draft, context, dryRun);
    const item = await sluice.api.startImport(input);
    // The page of a started import takes this one's place: until then nothing can be started again.
    if (dryRun) setState({ kind: 'idle' });
    done(item);
  };
  const startSheets = async () => {
    const started = await sluice.api.startImports(await sheetInputs());
    openList(started.length);
    store.discard();
  };
  return {
    state,
    busy: state.kind === 'checking' || state.kind === 'starting',
    check: () => void attempt('checking', () => run(true, ({ id }) => store.checkedBy(id))),
    start: () =>
      void attempt('starting', () =>
        sheets.length > 1
          ? startSheets()
          : run(false, (item) => {
              open(item);
              store.discard();
            }),
      ),
  };
}

/** Shows a started import at once: its answer is its page's first data. */
function useOpenImport(): (started: ImportDetail) => void {
  const { importsResource } = useSluice();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const createPath = useCreatePath();
  return (started) => {
    queryClient.setQueryData(importKey(started.id), started);
    void queryClient.invalidateQueries({ queryKey: [importsResource, 'getList'] });
    void navigate(createPath({ resource: importsResource, type: 'show', id: started.id }), {
      state: FROM_TOP,
      // Back leads to no check of a draft that is used up.
      replace: true,
    });
  };
}

/** Shows the history, where several started imports stand together. */
function useOpenList(): (count: number) => void {
  const { importsResource } = useSluice();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const createPath = useCreatePath();
  const notify = useNotify();
  return (count) => {
    void queryClient.invalidateQueries({ queryKey: [importsResource, 'getList'] });
    notify('sluice.fieldRules.sheets_started', { type: 'success', messageArgs: { smart_count: count } });
    void navigate(createPath({ resource: importsResource, type: 'list' }), { state: FROM_TOP, replace: true });
  };
}
