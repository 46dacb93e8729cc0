import type { UseQueryResult } from '@tanstack/react-query';
import type { ImporterInfo } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { useImporterTexts } from '../../ui/words/useImporterTexts.ts';

export function useImporters(): UseQueryResult<readonly ImporterInfo[]> {
  const { api } = useSluice().sluice;
  const words = useImporterTexts();
  return useSluiceQuery({
    queryKey: ['sluice', 'importers'],
    queryFn: api.importers,
    select: (importers) => importers.map(words),
    staleTime: 60_000,
  });
}
