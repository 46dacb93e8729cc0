import { useTranslate } from 'react-admin';
import type { KindRef, ReviewKind } from '../../api/reviewApi.ts';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { REVIEW_COUNTS } from './reviewCounts.ts';
import { useReviewApi } from './useReviewApi.ts';

/** The kinds of records that names can mean here; empty until they are known. */
export function useReviewKinds(projectId: string): readonly ReviewKind[] {
  const api = useReviewApi();
  const { data } = useSluiceQuery({
    queryKey: [...REVIEW_COUNTS, projectId],
    queryFn: () => api.reviewKinds(projectId),
  });
  return data ?? [];
}

type Labelled = KindRef & { readonly label: string };

/** How a kind is called: by the words of its importer's feature, else by the label that its author gave. */
export function useKindTexts() {
  const translate = useTranslate();
  return {
    one: ({ kind, label }: Labelled) => translate(`sluice.review.one_${kind}`, { _: label }),
    many: ({ kind, label }: Labelled) => translate(`sluice.review.kind_${kind}`, { _: label }),
  };
}

/** What a toggle or a React key knows a kind by. */
export function kindValue({ kind, target }: KindRef): string {
  return target ? `${kind}:${target}` : kind;
}
