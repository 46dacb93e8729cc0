import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Project } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { Panel } from '../../../ui/Panel.tsx';

/** How many imports of the project run at the same time, where it is not as many as of every project. */
export function ImportsAtOnce({ project }: { project: Project }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand();
  const before = project.importsAtOnce === null ? '' : String(project.importsAtOnce);
  const [text, setText] = useState(before);
  const label = (word: string, words?: object) => translate(`sluice.server.${word}`, words);
  return (
    <Panel title={label('at_once', { project: project.name })}>
      <Stack
        component="form"
        sx={{ gap: 2, alignItems: 'flex-start' }}
        onSubmit={(event) => {
          event.preventDefault();
          const importsAtOnce = text === '' ? null : Number(text);
          command.run({
            call: () => api.limitImportsAtOnce({ projectId: project.id, importsAtOnce }),
            message: ['sluice.server.at_once_saved'],
          });
        }}
      >
        <Typography variant="body2" color="textSecondary">
          {label('at_once_text')}
        </Typography>
        <TextField
          size="small"
          margin="none"
          type="number"
          label={label('at_once_label')}
          helperText={label('at_once_hint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { min: 1, max: 100, step: 1 } }}
          sx={{ width: '100%', maxWidth: 320 }}
        />
        <Button type="submit" disabled={text === before || command.busy}>
          {label('at_once_save')}
        </Button>
      </Stack>
    </Panel>
  );
}
