import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { commonReadings, dateColumns } from './dates.ts';
import { useDateTexts } from './useDateTexts.ts';

interface DateFormatFieldProps {
  readonly wizard: Wizard;
  readonly inspection: SourceInspection | null;
  /** Null if not set. */
  readonly onEnter: (format: string | null) => void;
}

/** How the source writes dates: chosen, or written. What fits the source's own dates comes first, with an example. */
export function DateFormatField({ wizard, inspection, onEnter }: DateFormatFieldProps) {
  const translate = useTranslate();
  const words = useDateTexts();
  const given = wizard.store.draft.format.dateFormat ?? null;
  const columns = [...dateColumns(wizard.importer, wizard.choices).values()];
  const readings = inspection ? columns.flatMap((column) => commonReadings(inspection, [column])) : [];
  // Of a format that several columns fit, the first column's date is shown.
  const examples = new Map(readings.toReversed().map(({ format, date }) => [format, words(date)]));
  const set = (text: string | null) => {
    const format = text?.trim() || null;
    if (format !== given) onEnter(format);
  };
  return (
    <Autocomplete
      freeSolo
      forcePopupIcon
      size="small"
      options={[...new Set([...readings.map(({ format }) => format), ...USUAL])]}
      // Whoever opens the list to see what else there is must see it.
      filterOptions={(options) => options}
      value={given}
      onChange={(_event, format) => set(format)}
      slotProps={{ popper: { style: { width: 260 }, placement: 'bottom-start' } }}
      renderOption={({ key, ...props }, format) => (
        <Box component="li" key={key} {...props}>
          <span>
            {format}
            <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
              {examples.get(format)}
            </Typography>
          </span>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          margin="none"
          label={translate('sluice.wizard.date_format')}
          placeholder="yyyy-MM-dd"
          helperText={translate('sluice.wizard.date_format_hint')}
          onBlur={(event) => set(event.target.value)}
          slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
        />
      )}
    />
  );
}

const USUAL = ['dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'dd-MM-yyyy', 'yyyy/MM/dd', 'd MMMM yyyy', 'MMMM d, yyyy'];
