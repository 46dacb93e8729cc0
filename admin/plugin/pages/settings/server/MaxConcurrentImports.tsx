import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Project } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { Panel } from '../../../ui/Panel.tsx';

/** How many imports of the project run at the same time, where it is not as many as of every project. */
export function MaxConcurrentImports({ project }: { project: Project }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand();
  const before = project.maxConcurrentImports === null ? '' : String(project.maxConcurrentImports);
  const [text, setText] = useState(before);
  const label = (word: string, words?: object) => translate(`sluice.server.${word}`, words);
  return (
    <Panel title={label('at_once', { project: project.name })}>
      <Stack
        component="form"
        sx={{ gap: 2, alignItems: 'flex-start' }}
        onSubmit={(event) => {
          event.preventDefault();
          const maxConcurrentImports = text === '' ? null : Number(text);
          command.run({
            call: () => api.setMaxConcurrentImports({ projectId: project.id, maxConcurrentImports }),
            message: ['sluice.server.concurrent_saved'],
          });
        }}
      >
        <Typography variant="body2" color="textSecondary">
          {label('concurrent_text')}
        </Typography>
        <TextField
          size="small"
          margin="none"
          type="number"
          label={label('concurrent_label')}
          helperText={label('concurrent_hint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { min: 1, max: 100, step: 1 } }}
          sx={{ width: '100%', maxWidth: 320 }}
        />
        <Button type="submit" disabled={text === before || command.busy}>
          {label('concurrent_save')}
        </Button>
      </Stack>
    </Panel>
  );
}
