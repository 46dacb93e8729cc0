import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Project } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { Panel } from '../../../ui/Panel.tsx';

/** Whose addresses may be notified beside those of members. */
export function EmailDomains({ project }: { project: Project }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand();
  const [text, setText] = useState(project.emailDomains.join('\n'));
  const domains = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const changed = domains.join() !== project.emailDomains.join();
  return (
    <Panel title={translate('sluice.notifications.domains')}>
      <Stack
        component="form"
        sx={{ gap: 2, alignItems: 'flex-start' }}
        onSubmit={(event) => {
          event.preventDefault();
          command.run({
            call: () => api.allowEmailDomains(project.id, domains),
            message: ['sluice.notifications.saved'],
          });
        }}
      >
        <Typography variant="body2" color="textSecondary">
          {translate('sluice.notifications.domains_text')}
        </Typography>
        <TextField
          size="small"
          margin="none"
          multiline
          minRows={2}
          maxRows={10}
          label={translate('sluice.notifications.domains_label')}
          placeholder="example.com"
          value={text}
          onChange={(event) => setText(event.target.value)}
          sx={{ width: '100%', maxWidth: 420 }}
        />
        <Button type="submit" disabled={!changed || command.busy}>
          {translate('sluice.notifications.save')}
        </Button>
      </Stack>
    </Panel>
  );
}
