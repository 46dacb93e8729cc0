import type { UseQueryResult } from '@tanstack/react-query';
import type { Viewer } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';

/** Who is signed in, and in which projects they are. */
export function useViewer(): UseQueryResult<Viewer> {
  const { api } = useSluice().sluice;
  return useSluiceQuery({ queryKey: ['sluice', 'viewer'], queryFn: api.viewer, staleTime: 60_000 });
}
