import { Box, Button, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImporterInfo, SourceInspection } from '../../../../api/types.ts';
import { useFieldName } from '../../../../ui/words/useFieldName.ts';
import { type ColumnChoice, fieldsOf, goalOf } from './mapping.ts';

interface ColumnLineProps {
  readonly column: SourceInspection['columns'][number];
  readonly choice: ColumnChoice;
  readonly importer: ImporterInfo;
  readonly doubled: boolean;
  /** 0 to 1; null if the user chose the field. */
  readonly confidence: number | null;
  /** Whether other columns have a value in more rows. */
  readonly hasGaps: boolean;
  readonly onField: (field: string | null) => void;
  readonly onValues: () => void;
  readonly onSplit: () => void;
}

const IGNORE = '';
/** No field has a blank name. */
const SPLIT = ' ';

/** A column: its name, what it holds, and where it goes. */
export function ColumnLine(props: ColumnLineProps) {
  const { column, choice, hasGaps, confidence, onValues, onSplit } = props;
  const isIgnored = goalOf(choice, props.importer) === 'ignored';
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: { xs: 1, md: 2 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
        alignItems: 'center',
        px: 1.5,
        py: 1,
        border: 1,
        borderColor: isIgnored ? 'transparent' : 'divider',
        bgcolor: isIgnored ? 'action.hover' : 'transparent',
        borderRadius: 1.5,
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'baseline', justifyContent: 'space-between' }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{column.name}</Typography>
          {hasGaps && column.filled > 0 ? (
            <Typography variant="caption" color="textSecondary" sx={{ flexShrink: 0 }}>
              {translate('sluice.wizard.filled', { smart_count: column.filled })}
            </Typography>
          ) : null}
        </Stack>
        <Typography variant="body2" color="textSecondary" noWrap title={column.samples.join('\n')}>
          {column.samples.length > 0 ? column.samples.join(' · ') : translate('sluice.wizard.no_values')}
        </Typography>
      </Box>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' }, minWidth: 0 }}>
        <FieldSelect {...props} wide={confidence !== null} />
        {confidence === null ? null : <Confidence value={confidence} />}
        {isIgnored ? null : (
          <Button
            size="small"
            variant="text"
            sx={{ flexShrink: 0 }}
            onClick={onValues}
            aria-label={translate('sluice.wizard.map_values_of', { column: column.name })}
          >
            {choice.values.length > 0
              ? translate('sluice.wizard.values_mapped', { smart_count: choice.values.length })
              : translate('sluice.wizard.map_values')}
          </Button>
        )}
        <Button
          size="small"
          variant="text"
          sx={{ flexShrink: 0 }}
          onClick={onSplit}
          aria-haspopup="dialog"
          aria-label={translate('sluice.fieldRules.split_of', { column: column.name })}
        >
          {translate('sluice.fieldRules.split')}
        </Button>
      </Stack>
    </Box>
  );
}

/** `wide`: in the hand it has a line for itself, as there is much beside it. */
function FieldSelect({
  column,
  choice,
  importer,
  doubled,
  onField,
  wide,
}: ColumnLineProps & { readonly wide: boolean }) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const { catchAll } = importer;
  return (
    <TextField
      select
      size="small"
      margin="none"
      value={choice.split ? SPLIT : (choice.field ?? IGNORE)}
      error={doubled}
      onChange={(event) => onField(event.target.value === IGNORE ? null : event.target.value)}
      sx={{ flex: { xs: wide ? '1 1 100%' : '1 1 180px', sm: '1 1 180px' }, minWidth: 0 }}
      slotProps={{
        select: { displayEmpty: true },
        htmlInput: { 'aria-label': translate('sluice.wizard.goes_to', { column: column.name }) },
      }}
    >
      {choice.split ? (
        <MenuItem value={SPLIT} disabled>
          {labelsOf(choice, importer)}
        </MenuItem>
      ) : null}
      <MenuItem value={IGNORE}>
        <em>{translate('sluice.wizard.ignore')}</em>
      </MenuItem>
      {catchAll ? (
        <MenuItem value={catchAll}>
          {translate('sluice.wizard.keep_as', { name: fieldName(importer.name, catchAll) })}
        </MenuItem>
      ) : null}
      {importer.fields.map(({ name, label, required }) => (
        <MenuItem key={name} value={name}>
          {required ? `${label} *` : label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The fields of a column that is split. */
function labelsOf(choice: ColumnChoice, { fields }: ImporterInfo): string {
  return fieldsOf(choice)
    .map((name) => fields.find((field) => field.name === name)?.label ?? name)
    .join(' + ');
}

function Confidence({ value }: { value: number }) {
  const translate = useTranslate();
  const level = value >= 0.95 ? 'sure' : value >= 0.7 ? 'likely' : 'guess';
  const colours = { sure: 'success', likely: 'info', guess: 'warning' } as const;
  return (
    <Chip
      size="small"
      variant="outlined"
      color={colours[level]}
      label={translate(`sluice.wizard.confidence.${level}`)}
      title={translate('sluice.wizard.confidence_hint')}
    />
  );
}
