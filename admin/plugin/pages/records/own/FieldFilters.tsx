import AddIcon from '@mui/icons-material/AddRounded';
import RemoveIcon from '@mui/icons-material/CloseRounded';
import { Button, IconButton, Menu, MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RecordFilterInput } from '../../../../gql/generated/graphql.ts';
import type { RecordField } from '../../../api/types.ts';
import { ConditionValue } from './ConditionValue.tsx';
import { CONDITIONS, type Condition, conditionOf, filterBy } from './conditions.ts';

interface FieldFiltersProps {
  readonly fields: readonly RecordField[];
  readonly filters: readonly RecordFilterInput[];
  readonly onChange: (filters: readonly RecordFilterInput[]) => void;
}

/** A condition for each field that one chooses. */
export function FieldFilters({ fields, filters, onChange }: FieldFiltersProps) {
  const lines = filters.flatMap((filter, index) => {
    const field = fields.find(({ name }) => name === filter.field);
    return field ? [{ field, filter, index }] : [];
  });
  return (
    <>
      {lines.map(({ field, filter, index }) => (
        <FieldFilter
          key={`${field.name} ${index}`}
          field={field}
          filter={filter}
          onChange={(changed) => onChange(filters.with(index, changed))}
          onRemove={() => onChange(filters.toSpliced(index, 1))}
        />
      ))}
      <AddFilter
        fields={fields}
        onAdd={(field) => onChange([...filters, filterBy(field.name, CONDITIONS[field.kind][0])])}
      />
    </>
  );
}

function AddFilter({ fields, onAdd }: { fields: readonly RecordField[]; onAdd: (field: RecordField) => void }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="text"
        startIcon={<AddIcon />}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {translate('sluice.records.add_filter')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {fields.map((field) => (
          <MenuItem
            key={field.name}
            onClick={() => {
              setAnchor(null);
              onAdd(field);
            }}
          >
            {field.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

interface FieldFilterProps {
  readonly field: RecordField;
  readonly filter: RecordFilterInput;
  readonly onChange: (filter: RecordFilterInput) => void;
  readonly onRemove: () => void;
}

function FieldFilter({ field, filter, onChange, onRemove }: FieldFilterProps) {
  const translate = useTranslate();
  const condition = conditionOf(field.kind, filter);
  return (
    <Stack
      role="group"
      aria-label={field.label}
      direction="row"
      sx={{ gap: 1, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' }, width: { xs: '100%', sm: 'auto' } }}
    >
      <TextField
        select
        size="small"
        margin="none"
        fullWidth={false}
        label={field.label}
        value={condition}
        onChange={({ target }) => {
          const chosen = CONDITIONS[field.kind].find((one: Condition) => one === target.value);
          if (chosen) onChange(filterBy(field.name, chosen));
        }}
        slotProps={{ htmlInput: { 'aria-label': `${field.label}: ${translate('sluice.records.condition')}` } }}
        sx={{ width: 150 }}
      >
        {CONDITIONS[field.kind].map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`sluice.records.conditions.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <ConditionValue field={field} condition={condition} filter={filter} onChange={onChange} />
      <IconButton
        size="small"
        aria-label={translate('sluice.records.remove_filter', { field: field.label })}
        onClick={onRemove}
      >
        <RemoveIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}
