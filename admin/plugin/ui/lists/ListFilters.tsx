import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { FilterBar } from './FilterBar.tsx';
import { SavedFilters } from './SavedFilters.tsx';

interface ListFiltersProps {
  readonly children: ReactNode;
  /** What can be done with the list as it is narrowed. */
  readonly beside?: ReactNode;
}

/** What narrows a list of records, with a way back to all of them and the filters that one keeps under a name. */
export function ListFilters({ children, beside }: ListFiltersProps) {
  return (
    <FilterBar>
      {children}
      <ClearFilters />
      <SavedFilters />
      {beside}
    </FilterBar>
  );
}

/** Nothing where nothing is narrowed. */
export function ClearFilters() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  if (Object.keys(filterValues ?? {}).length === 0) return null;
  return (
    <Button variant="text" onClick={() => setFilters({})}>
      {translate('sluice.list.clear')}
    </Button>
  );
}
