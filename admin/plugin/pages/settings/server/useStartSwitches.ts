import type { StartSwitch } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';

/** What can be switched: one importer, or with null all of them. */
export interface SwitchLine {
  readonly importer: string | null;
  readonly label: string | null;
  /** The current switch; null if it was never changed, which means on. */
  readonly last: StartSwitch | null;
}

export type SwitchesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly lines: readonly SwitchLine[] };

/** As many entries as the server gives at once. */
const NEWEST = 1000;

export function useStartSwitches(): SwitchesState {
  const { api } = useSluice().sluice;
  const query = useSluiceQuery({
    queryKey: ['sluice', 'switches'],
    queryFn: async () => {
      const [importers, { items }] = await Promise.all([api.importers(), api.startSwitches(NEWEST)]);
      const last = (importer: string | null) => items.find((one) => one.importer === importer) ?? null;
      return [
        { importer: null, label: null, last: last(null) },
        ...importers.map(({ name, label }) => ({ importer: name, label, last: last(name) })),
      ];
    },
  });
  if (query.data) return { kind: 'ready', lines: query.data };
  if (query.isPending) return { kind: 'loading' };
  return { kind: 'failed', error: query.error, retry: () => void query.refetch() };
}
