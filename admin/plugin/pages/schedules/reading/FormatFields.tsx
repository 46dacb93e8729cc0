import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SourceFormatInput } from '../../../../gql/generated/graphql.ts';
import type { ImporterInfo } from '../../../api/types.ts';
import { takesDates } from '../../../ui/format/takesDates.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh'];
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

interface FormatFieldsProps {
  readonly importer: ImporterInfo;
  readonly format: SourceFormatInput;
  readonly onChange: (format: SourceFormatInput) => void;
}

/** How the source is read, where what is detected each time would be wrong. */
export function FormatFields({ importer, format, onChange }: FormatFieldsProps) {
  const translate = useTranslate();
  const label = (name: string) => translate(`sluice.wizard.${name}`);
  const set = (name: keyof SourceFormatInput, value: string | number | null) => {
    const { [name]: _before, ...others } = format;
    onChange(value === null ? others : { ...others, [name]: value });
  };
  const known = (value: string | null | undefined, all: readonly string[]) =>
    value && !all.includes(value) ? [value, ...all] : all;
  const choice = (name: 'encoding' | 'delimiter', all: readonly string[], nameOf: (value: string) => string) => (
    <TextField
      {...FIELD}
      select
      label={label(name)}
      value={format[name] ?? ''}
      onChange={(event) => set(name, event.target.value === '' ? null : event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate('sluice.schedules.detected')}</MenuItem>
      {known(format[name], all).map((value) => (
        <MenuItem key={value} value={value}>
          {nameOf(value)}
        </MenuItem>
      ))}
    </TextField>
  );
  const text = (name: 'sheet' | 'dateFormat', words: string, hint?: string) => (
    <TextField
      {...FIELD}
      label={label(words)}
      placeholder={translate('sluice.schedules.detected')}
      helperText={hint === undefined ? undefined : label(hint)}
      value={format[name] ?? ''}
      onChange={(event) => set(name, event.target.value === '' ? null : event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  const hasDates = takesDates(importer);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))' }}>
      {choice('encoding', ENCODINGS, (value) => value)}
      {choice('delimiter', Object.keys(DELIMITERS), (value) =>
        isDelimiter(value) ? label(`delimiters.${DELIMITERS[value]}`) : value,
      )}
      <TextField
        {...FIELD}
        type="number"
        label={label('header_row')}
        placeholder={translate('sluice.schedules.detected')}
        helperText={label('header_row_hint')}
        value={format.headerRow ?? ''}
        onChange={(event) => set('headerRow', event.target.value === '' ? null : Number(event.target.value))}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: 0, step: 1 } }}
      />
      {text('sheet', 'sheet')}
      {hasDates ? text('dateFormat', 'date_format', 'date_format_hint') : null}
    </Box>
  );
}

function isDelimiter(value: string): value is keyof typeof DELIMITERS {
  return value in DELIMITERS;
}

const FIELD = { size: 'small', margin: 'none', fullWidth: true } as const;
