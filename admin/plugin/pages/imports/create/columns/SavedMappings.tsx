import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { NameDialog } from './NameDialog.tsx';
import { SavedMappingsDialog } from './SavedMappingsDialog.tsx';
import { useSavedMappings } from './useSavedMappings.ts';

/** Takes a mapping that was saved before, or saves this one under a name. */
export function SavedMappings({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  const translate = useTranslate();
  const control = useSavedMappings(wizard, inspection);
  const [open, setOpen] = useState<'nothing' | 'list' | 'name'>('nothing');
  const close = () => setOpen('nothing');
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      {control.list.length > 0 ? (
        <Button size="small" aria-haspopup="dialog" onClick={() => setOpen('list')}>
          {translate('sluice.wizard.saved_mappings')}
        </Button>
      ) : null}
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen('name')}>
        {translate('sluice.wizard.save_mapping')}
      </Button>
      {open === 'list' ? <SavedMappingsDialog control={control} onClose={close} /> : null}
      {open === 'name' ? (
        <NameDialog
          initial={inspection.savedMapping?.name ?? ''}
          onClose={close}
          onSave={(name) => void control.save(name).then((saved) => saved && close())}
        />
      ) : null}
    </Stack>
  );
}
