import { Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';

/** Which sheets of a workbook are imported. Each becomes an import of its own. */
export function SheetChoice({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { inspection, store, sheets } = wizard;
  if (inspection.kind !== 'ready' || inspection.inspection.sheets.length < 2) return null;
  const offered = inspection.inspection.sheets;
  const choose = (name: string, isChosen: boolean) => {
    const chosen = offered.filter((sheet) => (sheet === name ? isChosen : sheets.includes(sheet)));
    const [first] = chosen;
    // One sheet is always imported, and its columns are the ones that are shown.
    if (first === undefined) return;
    const { sheet } = store.draft.format;
    const shown = sheet != null && chosen.includes(sheet) ? sheet : first;
    store.change({ sheets: chosen, format: { ...store.draft.format, sheet: shown } });
  };
  return (
    <Section title={translate('sluice.fieldRules.sheets')}>
      {(labelledBy) => (
        <>
          <FormGroup row aria-labelledby={labelledBy}>
            {offered.map((name) => (
              <FormControlLabel
                key={name}
                label={name}
                control={
                  <Checkbox
                    size="small"
                    checked={sheets.includes(name)}
                    onChange={(event) => choose(name, event.target.checked)}
                  />
                }
              />
            ))}
          </FormGroup>
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.fieldRules.sheets_hint')}
          </Typography>
        </>
      )}
    </Section>
  );
}
