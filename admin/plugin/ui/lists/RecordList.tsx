import type { ReactNode } from 'react';
import { NewImportLink } from '../NewImportLink.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../Notices.tsx';
import { ClearFilters } from './ListFilters.tsx';
import { Pager } from './Pager.tsx';
import { type Column, RecordTable } from './RecordTable.tsx';
import { useListState } from './useListState.ts';

interface RecordListProps<Item> {
  readonly label: string;
  readonly columns: readonly [Column<Item>, ...Column<Item>[]];
  readonly hrefOf: (item: Item) => string | null;
  /** What is said where nothing matches the filters. */
  readonly noneFound: string;
  /** What is said where there is nothing at all. */
  readonly none: { readonly title: string; readonly hint: string; readonly icon?: ReactNode };
}

/** The records of the current react-admin list, in whatever state it is. */
export function RecordList<Item extends { readonly id: string }>(props: RecordListProps<Item>) {
  const { noneFound, none, ...table } = props;
  const state = useListState<Item>();
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={noneFound} action={<ClearFilters />} />
      ) : (
        <EmptyNotice {...none} action={<NewImportLink />} />
      );
    case 'rows':
      return (
        <>
          <RecordTable {...table} items={state.items} keyOf={({ id }) => id} />
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}
