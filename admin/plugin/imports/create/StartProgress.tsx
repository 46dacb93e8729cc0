import { Alert, AlertTitle, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { SluiceError } from '../../api/errors.ts';
import { useFormat } from '../../shared/useFormat.ts';
import type { StartState } from './useNewImport.ts';

/** What happens between "Start import" and the import's page, or why it did not. */
export function StartProgress({ state, onCancel }: { state: StartState; onCancel: () => void }) {
  const translate = useTranslate();
  switch (state.kind) {
    case 'choosing':
      return null;
    case 'starting':
      return (
        <Paper elevation={0} role="status" sx={{ p: 2, borderRadius: 2 }}>
          <Typography sx={{ mb: 1 }}>{translate('sluice.create.starting')}</Typography>
          <LinearProgress aria-label={translate('sluice.create.starting')} />
        </Paper>
      );
    case 'uploading':
      return <Uploading {...state} onCancel={onCancel} />;
    case 'refused':
      return <Refused error={state.error} />;
  }
}

interface UploadingProps {
  readonly name: string;
  readonly sent: number;
  readonly total: number;
  readonly onCancel: () => void;
}

function Uploading({ name, sent, total, onCancel }: UploadingProps) {
  const translate = useTranslate();
  const format = useFormat();
  const words = translate('sluice.create.uploading', { name });
  return (
    <Paper elevation={0} sx={{ p: 2, borderRadius: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 2, mb: 1 }}>
        <div>
          <Typography>{words}</Typography>
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.create.uploaded', { sent: format.bytes(sent), total: format.bytes(total) })}
          </Typography>
        </div>
        <Button size="small" onClick={onCancel}>
          {translate('sluice.create.cancel_upload')}
        </Button>
      </Stack>
      <LinearProgress variant="determinate" aria-label={words} value={total > 0 ? (100 * sent) / total : 0} />
    </Paper>
  );
}

function Refused({ error }: { error: Error }) {
  const translate = useTranslate();
  const issues = error instanceof SluiceError ? error.issues : [];
  return (
    <Alert severity="error">
      <AlertTitle>{translate('sluice.create.refused')}</AlertTitle>
      {error.message}
      {issues.length > 0 ? (
        <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
          {issues.map((issue) => (
            <li key={`${issue.path.join('.')} ${issue.message}`}>{issue.message}</li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}
