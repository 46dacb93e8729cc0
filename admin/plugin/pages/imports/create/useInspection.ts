import { keepPreviousData } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SourceInspection } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { type Draft, type DraftSource, sourceInput } from './draft.ts';

export type InspectionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  /** `last`: the last readable inspection, before the format was changed. */
  | {
      readonly kind: 'failed';
      readonly error: unknown;
      readonly last: SourceInspection | null;
      readonly retry: () => void;
    }
  /** `stale`: the source is being inspected again after a change of the format. */
  | { readonly kind: 'ready'; readonly inspection: SourceInspection; readonly stale: boolean };

/** What the server sees in the draft's source, read as the draft says. */
export function useInspection(
  projectId: string,
  importer: string,
  { source, format }: Pick<Draft, 'source' | 'format'>,
): InspectionState {
  const { sluice } = useSluice();
  const query = useSluiceQuery({
    queryKey: ['sluice', 'inspection', projectId, importer, source, format],
    queryFn: ({ signal }) =>
      sluice.api.inspectSource({ projectId, importer, source: sourceInput(source), format }, signal),
    enabled: source.kind !== 'none',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const last = useLast(query.isPlaceholderData ? undefined : query.data, source);
  if (source.kind === 'none') return { kind: 'none' };
  // Keep the last inspection while a new one fails, for example when the server is down.
  if (query.data) return { kind: 'ready', inspection: query.data, stale: query.isPlaceholderData };
  if (query.isError) {
    return { kind: 'failed', error: query.error, last, retry: () => void query.refetch() };
  }
  return { kind: 'loading' };
}

/** The last of a source that there was; a failure does not take it away. */
function useLast(inspection: SourceInspection | undefined, source: DraftSource): SourceInspection | null {
  const last = useRef<{ readonly inspection: SourceInspection; readonly source: DraftSource } | null>(null);
  if (inspection) last.current = { inspection, source };
  return last.current?.source === source ? last.current.inspection : null;
}
