import { type QueryKey, type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { worthRetrying } from '../../api/errors.ts';
import { useSignOutOnRefusal } from '../browser/useSignOutOnRefusal.ts';

/** A question to the server: asked again only where nobody answered, and leading to the sign-in page when it must. */
export function useSluiceQuery<Data>(options: UseQueryOptions<Data, Error, Data, QueryKey>): UseQueryResult<Data> {
  const query = useQuery({ retry: worthRetrying, ...options });
  useSignOutOnRefusal(query.error);
  return query;
}
