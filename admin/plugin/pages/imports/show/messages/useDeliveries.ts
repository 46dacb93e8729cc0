import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import type { Delivery, ImportDetail } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import type { Pages } from '../../../../ui/hooks/usePages.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';

const PER_PAGE = 25;
const LOOK_AGAIN_MS = 2000;

/**
 * An import's messages. No subscription covers them: they are polled while a message is pending and the page is open.
 */
export function useDeliveries({ id, status }: ImportDetail): Pages<Delivery> {
  const { api } = useSluice().sluice;
  const [page, setPage] = useState(1);
  const query = useSluiceQuery({
    // The status is part of the key because an end sends what there is.
    queryKey: ['sluice', 'deliveries', id, status, page],
    queryFn: () => api.deliveries({ id, first: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some((delivery) => delivery.status === 'PENDING') ? LOOK_AGAIN_MS : false,
  });
  return { query, page, perPage: PER_PAGE, setPage };
}
