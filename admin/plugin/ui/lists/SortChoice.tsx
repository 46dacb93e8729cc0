import { MenuItem, TextField } from '@mui/material';
import { useListSortContext, useTranslate } from 'react-admin';

interface SortChoiceProps {
  /** The fields that the list can be sorted by, with their labels. */
  readonly fields: readonly { readonly field: string; readonly label: string }[];
}

const ORDERS = ['ASC', 'DESC'] as const;

/** The sort order of a list that is too narrow for column headers. */
export function SortChoice({ fields }: SortChoiceProps) {
  const translate = useTranslate();
  const { sort, setSort } = useListSortContext();
  const choices = fields.flatMap(({ field, label }) => ORDERS.map((order) => ({ field, label, order })));
  const nameOf = ({ field, order }: { field: string; order: string }) => `${field} ${order}`;
  const known = choices.some((choice) => nameOf(choice) === nameOf(sort));
  return (
    <TextField
      select
      size="small"
      margin="none"
      label={translate('sluice.list.order')}
      value={known ? nameOf(sort) : ''}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => nameOf(choice) === target.value);
        if (chosen) setSort({ field: chosen.field, order: chosen.order });
      }}
      sx={{ width: '100%', mb: 1.5 }}
    >
      {choices.map((choice) => (
        <MenuItem key={nameOf(choice)} value={nameOf(choice)}>
          {translate(`sluice.list.orders.${choice.field}_${choice.order}`, {
            _: translate(`sluice.list.order_${choice.order}`, { column: choice.label }),
          })}
        </MenuItem>
      ))}
    </TextField>
  );
}
