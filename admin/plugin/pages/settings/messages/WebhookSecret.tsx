import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Project } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { SecretDialog } from '../../../ui/SecretDialog.tsx';

interface Rotated {
  readonly secret: string;
  readonly previousUntil: string | null;
}

/** The secret that signs the project's webhooks. It can be rotated and is shown once. */
export function WebhookSecret({ project }: { project: Project }) {
  const translate = useTranslate();
  const format = useFormat();
  const { api } = useSluice().sluice;
  const command = useCommand();
  const [asking, setAsking] = useState(false);
  const [rotated, setRotated] = useState<Rotated | null>(null);
  const label = (name: string, words?: object) => translate(`sluice.notifications.${name}`, words);
  const since = project.webhookSecretSince;
  return (
    <Panel title={label('secret')}>
      <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
        <Typography variant="body2" color="textSecondary">
          {label('secret_text')} {since ? label('secret_since', { when: format.ago(since) }) : label('secret_none')}
        </Typography>
        <Button onClick={() => setAsking(true)}>{label('rotate')}</Button>
      </Stack>
      <ConfirmDialog
        open={asking}
        title={label('rotate_title')}
        confirm={label('rotate')}
        busy={command.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          command.run({ call: () => api.rotateWebhookSecret(project.id), onDone: setRotated });
        }}
      >
        {label('rotate_text')}
      </ConfirmDialog>
      {rotated ? (
        <SecretDialog
          title={label('rotated')}
          label={label('secret_label')}
          secret={rotated.secret}
          onClose={() => setRotated(null)}
        >
          {rotated.previousUntil ? (
            <Typography>{label('rotated_until', { time: format.time(rotated.previousUntil) })}</Typography>
          ) : null}
        </SecretDialog>
      ) : null}
    </Panel>
  );
}
