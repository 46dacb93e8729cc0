import { keepPreviousData, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from '../../api/types.ts';
import { useSluiceQuery } from './useSluiceQuery.ts';

const PER_PAGE = 25;

export interface Pages<Item> {
  readonly query: UseQueryResult<Page<Item>>;
  /** From 1 on. */
  readonly page: number;
  readonly perPage: number;
  readonly setPage: (page: number) => void;
}

/** A list that is read a page at a time. `name` says which list, below 'sluice'. */
export function usePages<Item>(
  name: readonly string[],
  read: (range: { readonly first: number; readonly offset: number }) => Promise<Page<Item>>,
): Pages<Item> {
  const [page, setPage] = useState(1);
  const query = useSluiceQuery({
    queryKey: ['sluice', ...name, page],
    queryFn: () => read({ first: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    placeholderData: keepPreviousData,
  });
  return { query, page, perPage: PER_PAGE, setPage };
}
