import { useMemo } from 'react';
import type { GraphqlClient } from '../api/client.ts';
import { useSluice } from '../SluiceContext.tsx';

/** The hook by which the pages of an importer ask their own questions of the server. */
export function apiHook<Api>(create: (client: GraphqlClient) => Api): () => Api {
  return function useApi() {
    const { client } = useSluice().sluice;
    return useMemo(() => create(client), [client]);
  };
}
