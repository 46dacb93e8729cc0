import type { ImporterInfo } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from './useSluiceQuery.ts';

/** The registered importers; undefined until they are known. */
export function useImporters(): readonly ImporterInfo[] | undefined {
  const { api } = useSluice().sluice;
  return useSluiceQuery({ queryKey: ['sluice', 'importers'], queryFn: api.importers, staleTime: 300_000 }).data;
}

/** A registered importer by its name; null until it is known, and where it is registered no longer. */
export function useImporter(name: string): ImporterInfo | null {
  return useImporters()?.find((one) => one.name === name) ?? null;
}
