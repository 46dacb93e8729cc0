import type { UseQueryResult } from '@tanstack/react-query';
import type { ImporterInfo } from '../api/types.ts';
import { useSluice } from '../SluiceContext.tsx';
import { useSluiceQuery } from '../shared/useSluiceQuery.ts';

export function useImporters(): UseQueryResult<readonly ImporterInfo[]> {
  const { api } = useSluice().sluice;
  return useSluiceQuery({ queryKey: ['sluice', 'importers'], queryFn: api.importers, staleTime: 60_000 });
}
