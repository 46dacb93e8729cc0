import { type QueryKey, type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { worthRetrying } from '../../api/errors.ts';
import { useSignOutOnRefusal } from '../browser/useSignOutOnRefusal.ts';

/** A query to the server. It is retried only if there was no response, and leads to the sign-in page when it must. */
export function useSluiceQuery<Data>(options: UseQueryOptions<Data, Error, Data, QueryKey>): UseQueryResult<Data> {
  const query = useQuery({ retry: worthRetrying, ...options });
  useSignOutOnRefusal(query.error);
  return query;
}
