import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * Refetches a query whenever `version` changes. Until the response arrives, or if the server is down, the old data
 * stays: as a part of the query key, the version would remove the data from the page.
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
