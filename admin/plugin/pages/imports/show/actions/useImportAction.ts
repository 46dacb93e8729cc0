import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { importKey } from '../../../../live/patchCache.ts';
import { useSignOutOnRefusal } from '../../../../ui/browser/useSignOutOnRefusal.ts';
import { useErrorWords } from '../../../../ui/words/useErrorWords.ts';

export interface ActionRequest {
  readonly call: () => Promise<ImportDetail>;
  /** What to tell when it was done: a key of the messages, and what goes into it. */
  readonly said: (after: ImportDetail) => readonly [key: string, words?: Readonly<Record<string, unknown>>];
  readonly onDone?: () => void;
}

export interface ImportAction {
  readonly busy: boolean;
  readonly run: (request: ActionRequest) => void;
}

/** Acts on an import, tells what came of it (a refusal in the server's words), and brings the page up to date. */
export function useImportAction(): ImportAction {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const words = useErrorWords();
  const action = useMutation({
    mutationFn: ({ call }: ActionRequest) => call(),
    onSuccess: (after, { said, onDone }) => {
      // The stream may have told of something newer while the answer was on its way.
      queryClient.setQueryData<ImportDetail | null>(importKey(after.id), (shown) =>
        shown && shown.revision > after.revision ? shown : after,
      );
      onDone?.();
      const [key, words] = said(after);
      notify(key, { type: 'success', messageArgs: words });
    },
    onError: (error) => notify(words(error), { type: 'error', autoHideDuration: 10_000 }),
    // Also after a refusal: it means that the page showed something old.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['sluice'] }),
  });
  useSignOutOnRefusal(action.error);
  return { busy: action.isPending, run: action.mutate };
}
