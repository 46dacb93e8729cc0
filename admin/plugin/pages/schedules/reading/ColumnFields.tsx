import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ColumnMappingInput } from '../../../../gql/generated/graphql.ts';
import type { ImporterInfo } from '../../../api/types.ts';

interface ColumnFieldsProps {
  readonly importer: ImporterInfo;
  readonly mapping: readonly ColumnMappingInput[];
  readonly samples: ReadonlyMap<string, readonly string[]>;
  readonly onChange: (mapping: readonly ColumnMappingInput[]) => void;
}

/** Each column of the source, and the field that it goes to. What its values are replaced by stays as it is. */
export function ColumnFields({ importer, mapping, samples, onChange }: ColumnFieldsProps) {
  const translate = useTranslate();
  return (
    <Box component="ul" aria-label={translate('sluice.schedules.columns')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {mapping.map(({ column, field }) => (
        <Box
          key={column}
          component="li"
          sx={{
            display: 'grid',
            gap: { xs: 1, sm: 2 },
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 1fr)' },
            alignItems: 'center',
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{column}</Typography>
            <Typography variant="body2" color="textSecondary" noWrap>
              {(samples.get(column) ?? []).join(' · ')}
            </Typography>
          </Box>
          <FieldChoice
            importer={importer}
            column={column}
            field={field ?? null}
            onChange={(given) =>
              onChange(mapping.map((one) => (one.column === column ? { ...one, field: given, split: null } : one)))
            }
          />
        </Box>
      ))}
    </Box>
  );
}

interface FieldChoiceProps {
  readonly importer: ImporterInfo;
  readonly column: string;
  /** Null: it is not imported. */
  readonly field: string | null;
  readonly onChange: (field: string | null) => void;
}

function FieldChoice({ importer, column, field, onChange }: FieldChoiceProps) {
  const translate = useTranslate();
  const { catchAll, fields } = importer;
  return (
    <TextField
      select
      size="small"
      margin="none"
      value={field ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{
        select: { displayEmpty: true },
        htmlInput: { 'aria-label': translate('sluice.wizard.goes_to', { column }) },
      }}
    >
      <MenuItem value="">
        <em>{translate('sluice.wizard.ignore')}</em>
      </MenuItem>
      {catchAll ? <MenuItem value={catchAll}>{translate('sluice.wizard.keep_as', { name: catchAll })}</MenuItem> : null}
      {fields.map(({ name, label, required }) => (
        <MenuItem key={name} value={name}>
          {required ? `${label} *` : label}
        </MenuItem>
      ))}
    </TextField>
  );
}
