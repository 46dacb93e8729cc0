import { Box, Button, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImporterInfo, SourceInspection } from '../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { type ColumnChoice, NOWHERE } from './mapping.ts';
import { ValuesDialog } from './ValuesDialog.tsx';

interface ColumnTableProps {
  readonly labelledBy: string;
  readonly wizard: Wizard;
  readonly inspection: SourceInspection;
}

type Column = SourceInspection['columns'][number];

/** Each column with what it holds, where it goes, and how sure that is. */
export function ColumnTable({ labelledBy, wizard, inspection }: ColumnTableProps) {
  const { choices, store, importer, faults } = wizard;
  const [open, setOpen] = useState<Column | null>(null);
  const confidence = new Map(inspection.suggestedMapping.map((one) => [one.column, one]));
  const choose = (column: string, choice: ColumnChoice) =>
    store.change({ columns: { ...store.draft.columns, [column]: choice } });
  return (
    <>
      <Box component="ul" aria-labelledby={labelledBy} sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {inspection.columns.map((column) => {
          const choice = choices[column.name] ?? NOWHERE;
          const suggestion = confidence.get(column.name);
          const same = suggestion?.field === choice.field && choice.field !== importer.catchAll;
          return (
            <ColumnLine
              key={column.name}
              column={column}
              choice={choice}
              importer={importer}
              doubled={choice.field !== null && faults.doubled.has(choice.field)}
              confidence={same ? (suggestion?.confidence ?? null) : null}
              onField={(field) => choose(column.name, { ...choice, field })}
              onValues={() => setOpen(column)}
            />
          );
        })}
      </Box>
      {open ? (
        <ValuesDialog
          column={open}
          values={(choices[open.name] ?? NOWHERE).values}
          onClose={() => setOpen(null)}
          onSave={(values) => {
            choose(open.name, { ...(choices[open.name] ?? NOWHERE), values });
            setOpen(null);
          }}
        />
      ) : null}
    </>
  );
}

interface ColumnLineProps {
  readonly column: Column;
  readonly choice: ColumnChoice;
  readonly importer: ImporterInfo;
  readonly doubled: boolean;
  /** 0 to 1; null where somebody chose. */
  readonly confidence: number | null;
  readonly onField: (field: string | null) => void;
  readonly onValues: () => void;
}

const IGNORE = '';

function ColumnLine({ column, choice, importer, doubled, confidence, onField, onValues }: ColumnLineProps) {
  const translate = useTranslate();
  const { catchAll } = importer;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: { xs: 1, md: 2 },
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
        alignItems: 'center',
        p: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{column.name}</Typography>
        <Typography variant="body2" color="textSecondary" noWrap title={column.samples.join('\n')}>
          {column.samples.length > 0 ? column.samples.join(' · ') : translate('sluice.wizard.no_values')}
        </Typography>
      </Box>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField
          select
          size="small"
          margin="none"
          value={choice.field ?? IGNORE}
          error={doubled}
          onChange={(event) => onField(event.target.value === IGNORE ? null : event.target.value)}
          sx={{ flex: '1 1 180px', minWidth: 0 }}
          slotProps={{
            select: { displayEmpty: true },
            htmlInput: { 'aria-label': translate('sluice.wizard.goes_to', { column: column.name }) },
          }}
        >
          <MenuItem value={IGNORE}>
            <em>{translate('sluice.wizard.ignore')}</em>
          </MenuItem>
          {catchAll ? (
            <MenuItem value={catchAll}>{translate('sluice.wizard.keep_as', { name: catchAll })}</MenuItem>
          ) : null}
          {importer.fields.map(({ name, label, required }) => (
            <MenuItem key={name} value={name}>
              {required ? `${label} *` : label}
            </MenuItem>
          ))}
        </TextField>
        {confidence === null ? null : <Confidence value={confidence} />}
        {choice.field === null ? null : (
          <Button
            size="small"
            variant="text"
            onClick={onValues}
            aria-label={translate('sluice.wizard.map_values_of', { column: column.name })}
          >
            {choice.values.length > 0
              ? translate('sluice.wizard.values_mapped', { smart_count: choice.values.length })
              : translate('sluice.wizard.map_values')}
          </Button>
        )}
      </Stack>
    </Box>
  );
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
    />
  );
}
