import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { Wizard } from '../useWizard.ts';

/**
 * A file that an earlier visit did not upload completely. A page cannot reopen it, so the user must choose it again.
 */
export function UnfinishedUpload({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const format = useFormat();
  const { upload, store } = wizard;
  const { unfinished } = store.draft;
  if (unfinished === null || upload.state.kind !== 'idle') return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }} onClose={() => store.note({ unfinished: null })}>
      {translate('sluice.wizard.under_way', { name: unfinished.name, size: format.bytes(unfinished.size) })}
    </Alert>
  );
}
