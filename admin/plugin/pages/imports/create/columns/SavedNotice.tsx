import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { suggested } from './mapping.ts';

/** Says where the proposal comes from when it was saved, and offers the other one. */
export function SavedNotice({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  const translate = useTranslate();
  const { draft, change } = wizard.store;
  const { savedMapping } = inspection;
  if (!savedMapping || Object.keys(draft.columns).length > 0) return null;
  return (
    <Alert
      severity="success"
      action={
        <Button
          color="inherit"
          size="small"
          variant="text"
          onClick={() => change({ columns: suggested(inspection), fieldRules: [], format: {} })}
        >
          {translate('sluice.wizard.use_suggestions')}
        </Button>
      }
    >
      {translate('sluice.wizard.mapped_as_saved', { name: savedMapping.name })}
    </Alert>
  );
}
