import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSluice } from '../plugin/SluiceContext.tsx';
import { DIALOG_FIELD, FormDialog } from '../plugin/ui/FormDialog.tsx';
import { useCommand } from '../plugin/ui/hooks/useCommand.ts';

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand({ quiet: true });
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');
  const label = (name: string) => translate(`sluice.password.${name}`);
  return (
    <FormDialog
      title={label('open')}
      confirm={label('save')}
      busy={command.busy}
      failure={command.failure}
      onClose={onClose}
      onSubmit={() =>
        command.run({
          call: () => api.changePassword({ currentPassword, newPassword }),
          message: ['sluice.password.saved'],
          onDone: onClose,
        })
      }
    >
      <TextField
        {...DIALOG_FIELD}
        type="password"
        required
        autoFocus
        label={label('current')}
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <TextField
        {...DIALOG_FIELD}
        type="password"
        required
        label={label('next')}
        helperText={label('hint')}
        autoComplete="new-password"
        value={newPassword}
        onChange={(event) => setNext(event.target.value)}
        slotProps={{ htmlInput: { minLength: 8, maxLength: 128 } }}
      />
    </FormDialog>
  );
}
