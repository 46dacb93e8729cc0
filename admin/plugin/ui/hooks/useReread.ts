import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * Asks anew for what a query has read whenever `version` changes. Until the answer is there, and where there is none
 * since the server is away, what was read stays: as a part of the key, the version would take it off the page.
 */
export function useReread(queryKey: QueryKey, version: string): void {
  const queryClient = useQueryClient();
  const read = useRef(version);
  useEffect(() => {
    if (read.current === version) return;
    read.current = version;
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }, [queryClient, queryKey, version]);
}
