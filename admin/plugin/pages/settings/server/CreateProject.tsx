import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSluice } from '../../../SluiceContext.tsx';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { Panel } from '../../../ui/Panel.tsx';

/** Makes a project, and goes to it. */
export function CreateProject({ choose }: { choose: ((projectId: string) => void) | null }) {
  const translate = useTranslate();
  const { sluice, fixedProjectId } = useSluice();
  const command = useCommand();
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const label = (word: string) => translate(`sluice.server.${word}`);
  return (
    <Panel title={label('create')}>
      <Stack
        component="form"
        sx={{ gap: 2, alignItems: 'flex-start' }}
        onSubmit={(event) => {
          event.preventDefault();
          command.run({
            call: () => sluice.api.createProject({ name: name.trim(), id: id.trim() || null }),
            message: ['sluice.server.created', { name: name.trim() }],
            onDone: (made) => {
              setName('');
              setId('');
              if (fixedProjectId === null) choose?.(made.id);
            },
          });
        }}
      >
        <Typography variant="body2" color="textSecondary">
          {label('create_text')}
        </Typography>
        <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2, width: '100%' }}>
          <TextField
            {...FIELD}
            required
            label={label('create_name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            {...FIELD}
            label={label('create_id')}
            helperText={label('create_id_hint')}
            value={id}
            onChange={(event) => setId(event.target.value)}
          />
        </Stack>
        <Button type="submit" disabled={name.trim() === '' || command.busy}>
          {label('create_confirm')}
        </Button>
      </Stack>
    </Panel>
  );
}

const FIELD = { size: 'small', margin: 'none', sx: { width: '100%', maxWidth: 320 } } as const;
