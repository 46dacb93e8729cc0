import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { EntityMatchDecisionInput } from '../../../gql/generated/graphql.ts';
import { useErrorText } from '../../messages/useErrorText.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../ui/browser/useSignOutOnRefusal.ts';
import { useReviewApi } from './useReviewApi.ts';

export interface Review {
  readonly busy: boolean;
  readonly decide: (decisions: readonly EntityMatchDecisionInput[], onDone?: () => void) => void;
  /** The imports whose rows went on since the page was opened, the last first. */
  readonly releasedIn: readonly string[];
}

/** Decides what entities of the queue are, tells what came of it, and keeps which imports went on. */
export function useReview(projectId: string): Review {
  const { prefix } = useSluice();
  const review = useReviewApi();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  const [releasedIn, setReleasedIn] = useState<readonly string[]>([]);
  const deciding = useMutation({
    mutationFn: ({ decisions }: { decisions: readonly EntityMatchDecisionInput[]; onDone: (() => void) | undefined }) =>
      review.decideEntityMatches({ projectId, decisions: [...decisions] }),
    onSuccess: ({ decided, releasedRows, releasedImportIds }, { onDone }) => {
      setReleasedIn((before) => [...new Set([...releasedImportIds, ...before])]);
      onDone?.();
      const smart_count = releasedRows > 0 ? releasedRows : decided;
      notify(releasedRows > 0 ? 'sluice.review.released' : 'sluice.review.decided', {
        type: 'success',
        messageArgs: { smart_count },
      });
    },
    onError: (error) => notify(errorText(error), { type: 'error', autoHideDuration: 10_000 }),
    // Also after a refusal, since another user may have decided it.
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: [`${prefix}review`] });
      return queryClient.invalidateQueries({ queryKey: ['sluice'] });
    },
  });
  useSignOutOnRefusal(deciding.error);
  return {
    busy: deciding.isPending,
    decide: (decisions, onDone) => deciding.mutate({ decisions, onDone }),
    releasedIn,
  };
}
