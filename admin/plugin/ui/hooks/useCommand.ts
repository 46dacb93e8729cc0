import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useErrorText } from '../../messages/useErrorText.ts';
import { useSignOutOnRefusal } from '../browser/useSignOutOnRefusal.ts';

export interface Command<Result> {
  readonly call: () => Promise<Result>;
  /** Shown when it was done: a key of the texts, and its parameters; nothing when absent. */
  readonly message?: readonly [key: string, params?: Readonly<Record<string, unknown>>];
  readonly onDone?: (result: Result) => void;
}

export interface CommandControl {
  readonly busy: boolean;
  /** Why it was refused, for a form that says so itself; null: it was not. */
  readonly failure: string | null;
  readonly run: <Result>(command: Command<Result>) => void;
}

/** Runs a mutation, shows its result, and rereads all shown data. */
export function useCommand({ quiet = false }: { readonly quiet?: boolean } = {}): CommandControl {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  const action = useMutation({
    mutationFn: (perform: () => Promise<() => void>) => perform(),
    onSuccess: (tell) => tell(),
    onError: (error) => {
      if (!quiet) notify(errorText(error), { type: 'error', autoHideDuration: 10_000 });
    },
    // Also after a refusal: it may mean that the page showed something old.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['sluice'] }),
  });
  useSignOutOnRefusal(action.error);
  return {
    busy: action.isPending,
    failure: action.error ? errorText(action.error) : null,
    run: ({ call, message, onDone }) =>
      action.mutate(async () => {
        const result = await call();
        return () => {
          onDone?.(result);
          if (message) notify(message[0], { type: 'success', messageArgs: message[1] ?? {} });
        };
      }),
  };
}
