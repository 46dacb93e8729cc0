import { Alert, Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { commonReadings, dateColumns, unclearColumns } from './dates.ts';
import { useDateTexts } from './useDateTexts.ts';

/** Asks what the source's dates mean where it is not plain, by a value of it: nothing is guessed. */
export function DateQuestion({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  const translate = useTranslate();
  const words = useDateTexts();
  const { draft, change } = wizard.store;
  const unclear = unclearColumns(inspection, dateColumns(wizard.importer, wizard.choices).values());
  if (unclear.length === 0) return null;
  const columns = unclear.map(({ name }) => name).join(', ');
  const readings = commonReadings(inspection, unclear);
  const [first] = readings;
  if (!first) return <Alert severity="warning">{translate('sluice.wizard.dates_unclear', { columns })}</Alert>;
  return (
    <Alert severity="warning">
      {translate('sluice.wizard.dates_mean', { columns, sample: first.sample })}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: 1 }}>
        {readings.map(({ format, date }) => (
          <Button
            key={format}
            color="inherit"
            size="small"
            onClick={() => change({ format: { ...draft.format, dateFormat: format } })}
          >
            {`${words(date)} (${format})`}
          </Button>
        ))}
      </Stack>
    </Alert>
  );
}
