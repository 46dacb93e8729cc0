import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Role } from '../../../../gql/generated/graphql.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { DIALOG_FIELD, FormDialog } from '../../../ui/FormDialog.tsx';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { SecretDialog } from '../../../ui/SecretDialog.tsx';
import { RoleField } from '../RoleField.tsx';

/** Adds a member by e-mail address. A person without an account gets an invitation link, which is shown once. */
export function AddMember({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { sluice } = useSluice();
  const command = useCommand({ quiet: true });
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('EDITOR');
  const [token, setToken] = useState<string | null>(null);
  const who = email.trim();
  const label = (name: string, words?: object) => translate(`sluice.people.${name}`, words);

  if (token !== null) {
    return (
      <SecretDialog
        title={label('invited', { who })}
        label={label('link')}
        secret={`${sluice.origin}/#/invitation/${token}`}
        onClose={onClose}
      >
        <Typography>{label('invited_text', { who })}</Typography>
      </SecretDialog>
    );
  }
  const add = () =>
    command.run({
      call: () => sluice.api.addMember({ projectId, email: who, role }),
      onDone: (added) => {
        if (added.token) return setToken(added.token);
        notify(label('added', { who }), { type: 'success' });
        onClose();
      },
    });
  return (
    <FormDialog
      title={label('add')}
      confirm={label('add_confirm')}
      busy={command.busy}
      failure={command.failure}
      onSubmit={add}
      onClose={onClose}
    >
      <TextField
        {...DIALOG_FIELD}
        type="email"
        required
        autoFocus
        label={label('email')}
        helperText={label('add_hint')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <RoleField label={label('role')} value={role} onChange={setRole} />
    </FormDialog>
  );
}
