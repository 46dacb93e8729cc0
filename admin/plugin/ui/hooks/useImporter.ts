import type { ImporterInfo } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from './useSluiceQuery.ts';

/** A registered importer by its name; null until it is known, and where it is registered no longer. */
export function useImporter(name: string): ImporterInfo | null {
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: ['sluice', 'importers'], queryFn: api.importers, staleTime: 300_000 });
  return data?.find((one) => one.name === name) ?? null;
}
