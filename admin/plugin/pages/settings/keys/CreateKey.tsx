import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Role } from '../../../../gql/generated/graphql.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { DIALOG_FIELD, FormDialog } from '../../../ui/FormDialog.tsx';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { SecretDialog } from '../../../ui/SecretDialog.tsx';
import { RoleField } from '../RoleField.tsx';

/** For how many days a key may hold; null: until it is revoked. */
const EXPIRIES: readonly (number | null)[] = [30, 90, 365, null];
const DAY_MS = 86_400_000;

/** Makes a key, and shows it the only time that it can be. */
export function CreateKey({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand({ quiet: true });
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('EDITOR');
  const [days, setDays] = useState<number | null>(90);
  const [key, setKey] = useState<string | null>(null);
  const label = (word: string, words?: object) => translate(`sluice.keys.${word}`, words);

  if (key !== null) {
    return <SecretDialog title={label('created', { name })} label={label('key')} secret={key} onClose={onClose} />;
  }
  const expiresAt = () => (days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString());
  return (
    <FormDialog
      title={label('create')}
      confirm={label('create_confirm')}
      busy={command.busy}
      failure={command.failure}
      onClose={onClose}
      onSubmit={() =>
        command.run({
          call: () => api.createApiKey({ projectId, name: name.trim(), role, expiresAt: expiresAt() }),
          onDone: setKey,
        })
      }
    >
      <TextField
        {...DIALOG_FIELD}
        required
        autoFocus
        label={label('name')}
        helperText={label('name_hint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <RoleField label={label('role')} value={role} onChange={setRole} />
      <TextField
        {...DIALOG_FIELD}
        select
        label={label('expiry')}
        value={days ?? 'never'}
        onChange={(event) => setDays(event.target.value === 'never' ? null : Number(event.target.value))}
      >
        {EXPIRIES.map((choice) => (
          <MenuItem key={choice ?? 'never'} value={choice ?? 'never'}>
            {choice === null ? label('expiry_never') : label('expiry_days', { days: choice })}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
