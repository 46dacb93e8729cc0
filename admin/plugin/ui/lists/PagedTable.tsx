import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Pages } from '../hooks/usePages.ts';
import { FailureNotice, LoadingNotice } from '../Notices.tsx';
import { Pager } from './Pager.tsx';
import { type Column, RecordTable } from './RecordTable.tsx';

interface PagedTableProps<Item> {
  readonly label: string;
  readonly pages: Pages<Item>;
  readonly columns: readonly [Column<Item>, ...Column<Item>[]];
  readonly keyOf: (item: Item) => string;
  readonly hrefOf?: (item: Item) => string | null;
  /** What stands there when the list is empty. */
  readonly none: ReactNode;
}

/** A list of a part of a page, with its pages. */
export function PagedTable<Item>({ label, pages, columns, keyOf, hrefOf, none }: PagedTableProps<Item>) {
  const { query, page, perPage, setPage } = pages;
  if (query.isPending) return <LoadingNotice />;
  // What was read stays while a refetch fails.
  if (!query.data) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  const { items, total } = query.data;
  if (total === 0) return typeof none === 'string' ? <Typography color="textSecondary">{none}</Typography> : none;
  return (
    <>
      <RecordTable label={label} items={items} columns={columns} keyOf={keyOf} hrefOf={hrefOf ?? (() => null)} />
      <Pager page={page} perPage={perPage} total={total} onPage={setPage} />
    </>
  );
}
