import { TableCell, TableSortLabel } from '@mui/material';
import { useListSortContext, useTranslate } from 'react-admin';

interface SortHeadProps {
  readonly field: string;
  readonly label: string;
  readonly align?: 'right' | undefined;
}

/** The head of a column by which the list can be ordered, either way. */
export function SortHead({ field, label, align }: SortHeadProps) {
  const translate = useTranslate();
  const { sort, setSort } = useListSortContext();
  const active = sort.field === field;
  const direction = sort.order === 'ASC' ? 'asc' : 'desc';
  return (
    <TableCell align={align ?? 'left'} sortDirection={active ? direction : false}>
      <TableSortLabel
        active={active}
        direction={active ? direction : 'desc'}
        onClick={() => setSort({ field, order: active && sort.order === 'DESC' ? 'ASC' : 'DESC' })}
        title={translate('sluice.list.sort', { column: label })}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
}
