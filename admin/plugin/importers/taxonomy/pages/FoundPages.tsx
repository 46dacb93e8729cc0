import { Link } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { Pager } from '../../../ui/lists/Pager.tsx';
import { RecordTable } from '../../../ui/lists/RecordTable.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { usePath } from '../../../usePath.ts';
import { useTaxonomyApi } from '../useTaxonomyApi.ts';
import { inTree } from './inTree.ts';

const PER_PAGE = 25;

interface FoundPagesProps {
  readonly projectId: string;
  readonly search: string;
  /** From 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** What a search of the taxonomy finds, each with the way down to it, which leads to its place in the tree. */
export function FoundPages({ projectId, search, page, onPage }: FoundPagesProps) {
  const translate = useTranslate();
  const path = usePath();
  const api = useTaxonomyApi();
  const variables = { projectId, search, first: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const query = useSluiceQuery({
    queryKey: ['sluice', 'taxonomySearch', variables],
    queryFn: () => api.taxonomySearch(variables),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <LoadingNotice />;
  if (query.isError) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  const { items, total } = query.data;
  if (items.length === 0) return <EmptyNotice title={translate('sluice.taxonomy.none_found')} />;
  return (
    <>
      <RecordTable
        label={translate('sluice.taxonomy.title')}
        items={items}
        columns={[
          { name: 'title', label: translate('sluice.taxonomy.page'), cell: ({ title }) => title },
          {
            name: 'path',
            label: translate('sluice.taxonomy.path'),
            cell: ({ id, breadcrumb }) => (
              <Link
                component={RouterLink}
                to={inTree(path('taxonomy'), id)}
                title={translate('sluice.taxonomy.in_tree')}
              >
                {breadcrumb.join(' › ')}
              </Link>
            ),
          },
          { name: 'url', label: translate('sluice.taxonomy.url'), cell: ({ url }) => url },
        ]}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => path('taxonomy', id)}
      />
      <Pager page={page} perPage={PER_PAGE} total={total} onPage={onPage} />
    </>
  );
}
