import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SourceFormatInput } from '../../../../../gql/generated/graphql.ts';
import type { SourceInspection } from '../../../../api/types.ts';
import { DELIMITERS, ENCODINGS } from '../../../../ui/format/formatNames.ts';
import { takesDates } from '../../../../ui/format/takesDates.ts';
import type { Wizard } from '../useWizard.ts';
import { DateFormatField } from './DateFormatField.tsx';
import { LocaleField } from './LocaleField.tsx';
import { takesLocale } from './locales.ts';
import { TypedField } from './TypedField.tsx';

const QUOTES = ['"', "'", ''];

interface FormatFieldsProps {
  readonly wizard: Wizard;
  /** Null: it could not be read as it is, and all can be said. */
  readonly inspection: SourceInspection | null;
}

/** The detected format, which the user can change. The sample updates immediately. */
export function FormatFields({ wizard, inspection }: FormatFieldsProps) {
  const translate = useTranslate();
  const { draft, change } = wizard.store;
  const { format } = draft;
  const set = (given: SourceFormatInput) => change({ format: { ...format, ...given } });
  const kind = inspection?.kind ?? 'csv';
  const isText = kind === 'csv';
  const isSheet = kind === 'xlsx';
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}>
      {isText ? (
        <>
          <Choice
            label={translate('sluice.wizard.encoding')}
            value={format.encoding ?? inspection?.encoding ?? null}
            options={ENCODINGS}
            onChange={(encoding) => set({ encoding })}
          />
          <Choice
            label={translate('sluice.wizard.delimiter')}
            value={format.delimiter ?? inspection?.delimiter ?? null}
            options={Object.entries(DELIMITERS).map(([value, name]) => [
              value,
              translate(`sluice.wizard.delimiters.${name}`),
            ])}
            onChange={(delimiter) => set({ delimiter })}
          />
          <Choice
            label={translate('sluice.wizard.quote')}
            value={format.quote ?? (inspection ? (inspection.quote ?? '') : null)}
            options={QUOTES.map((value) => [value, value === '' ? translate('sluice.wizard.no_quote') : value])}
            onChange={(quote) => set({ quote })}
          />
        </>
      ) : null}
      {isSheet && inspection && inspection.sheets.length > 0 ? (
        <Choice
          label={translate('sluice.wizard.sheet')}
          value={format.sheet ?? inspection.sheet ?? null}
          options={inspection.sheets.map((value) => [value, value])}
          onChange={(sheet) => set({ sheet })}
        />
      ) : null}
      {isText || isSheet ? (
        <TypedField
          label={translate('sluice.wizard.header_row')}
          type="number"
          value={String(format.headerRow ?? inspection?.headerRow ?? '')}
          placeholder={translate('sluice.wizard.detected')}
          min={0}
          helperText={translate('sluice.wizard.header_row_hint')}
          onEnter={(text) => set({ headerRow: /^\d+$/.test(text) ? Number(text) : null })}
        />
      ) : null}
      {takesLocale(wizard.importer) ? (
        <LocaleField value={wizard.format.locale ?? ''} onChange={(locale) => set({ locale })} />
      ) : null}
      {takesDates(wizard.importer) ? (
        <DateFormatField wizard={wizard} inspection={inspection} onEnter={(dateFormat) => set({ dateFormat })} />
      ) : null}
      {Object.values(format).some((value) => value !== null && value !== undefined) ? (
        <Button size="small" sx={{ alignSelf: 'start', mt: 0.75 }} onClick={() => change({ format: {} })}>
          {translate('sluice.wizard.detect_again')}
        </Button>
      ) : null}
    </Box>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** Null: the server has not said, and detects it. */
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** None of what can be chosen, which may be empty. */
const DETECTED = 'detected';

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const translate = useTranslate();
  const current = value ?? DETECTED;
  // What was detected may be none of what is offered.
  const extra = [current, value ?? translate('sluice.wizard.detected')] as const;
  const all = options.some(([option]) => option === current) ? options : [extra, ...options];
  return (
    <TextField
      select
      size="small"
      margin="none"
      label={label}
      value={current}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {all.map(([option, name]) => (
        <MenuItem key={option} value={option} disabled={option === DETECTED}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
