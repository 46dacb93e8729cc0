import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { importKey } from '../../../../live/patchCache.ts';
import { useErrorText } from '../../../../messages/useErrorText.ts';
import { useSignOutOnRefusal } from '../../../../ui/browser/useSignOutOnRefusal.ts';

export interface ActionRequest {
  readonly call: () => Promise<ImportDetail>;
  /** Shown when it was done: a key of the texts, and its parameters. */
  readonly message: (after: ImportDetail) => readonly [key: string, params?: Readonly<Record<string, unknown>>];
  readonly onDone?: () => void;
}

export interface ImportAction {
  readonly busy: boolean;
  readonly run: (request: ActionRequest) => void;
}

/** Acts on an import, tells what came of it, and brings the page up to date. */
export function useImportAction(): ImportAction {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  const action = useMutation({
    mutationFn: ({ call }: ActionRequest) => call(),
    onSuccess: (after, { message, onDone }) => {
      // The stream may have told of something newer while the answer was on its way.
      queryClient.setQueryData<ImportDetail | null>(importKey(after.id), (shown) =>
        shown && shown.revision > after.revision ? shown : after,
      );
      onDone?.();
      const [key, params] = message(after);
      notify(key, { type: 'success', messageArgs: params });
    },
    onError: (error) => notify(errorText(error), { type: 'error', autoHideDuration: 10_000 }),
    // Also after a refusal: it means that the page showed something old.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['sluice'] }),
  });
  useSignOutOnRefusal(action.error);
  return { busy: action.isPending, run: action.mutate };
}
