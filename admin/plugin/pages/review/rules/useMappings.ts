import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { EntityKind } from '../../../../gql/generated/graphql.ts';
import type { EntityRule } from '../../../api/reviewApi.ts';
import { useErrorText } from '../../../messages/useErrorText.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../../ui/browser/useSignOutOnRefusal.ts';
import { useReviewApi } from '../useReviewApi.ts';

export interface Meaning {
  readonly kind: EntityKind;
  readonly target: string | null;
  readonly name: string;
  /** Of a venue: its city; '' where it does not matter. */
  readonly place: string;
  /** Null: rows go without it. */
  readonly entityId: string | null;
}

export interface MappingActions {
  readonly busy: boolean;
  readonly remember: (meaning: Meaning, onDone: () => void) => void;
  /** Makes one of the project's own with this name first, and remembers that. */
  readonly rememberNew: (meaning: Omit<Meaning, 'entityId'>, own: string, onDone: () => void) => void;
  readonly forget: (mapping: Pick<EntityRule, 'kind' | 'target' | 'key'>, onDone: () => void) => void;
}

interface Request {
  readonly call: () => Promise<unknown>;
  readonly message: string;
  readonly onDone: () => void;
}

/** Changes what is remembered, tells so, and brings the table up to date. */
export function useMappings(projectId: string): MappingActions {
  const { prefix } = useSluice();
  const review = useReviewApi();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  const change = useMutation({
    mutationFn: ({ call }: Request) => call(),
    onSuccess: (_answer, { message, onDone }) => {
      onDone();
      notify(message, { type: 'success' });
    },
    onError: (error) => notify(errorText(error), { type: 'error', autoHideDuration: 10_000 }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: [`${prefix}rules`] });
      return queryClient.invalidateQueries({ queryKey: ['sluice'] });
    },
  });
  useSignOutOnRefusal(change.error);
  const map = ({ kind, target, name, place, entityId }: Meaning) =>
    review.setEntityRule({ projectId, kind, target, name, entityId, ...(place === '' ? {} : { place }) });
  const message = 'sluice.rules.changed';
  return {
    busy: change.isPending,
    remember: (meaning, onDone) => change.mutate({ call: () => map(meaning), message, onDone }),
    rememberNew: (meaning, own, onDone) =>
      change.mutate({
        async call() {
          const entityId = await review.createEntity({
            projectId,
            kind: meaning.kind,
            target: meaning.target,
            name: own,
          });
          return map({ ...meaning, entityId });
        },
        message,
        onDone,
      }),
    forget: ({ kind, target, key }, onDone) =>
      change.mutate({
        call: () => review.deleteEntityRule({ projectId, kind, target, key }),
        message: 'sluice.rules.forgotten',
        onDone,
      }),
  };
}
