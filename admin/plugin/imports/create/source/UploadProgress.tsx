import { Alert, AlertTitle, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../shared/useFormat.ts';
import type { UploadControl } from './useUpload.ts';

/** How far a file is on its way, and what can be done about it. */
export function UploadProgress({ upload }: { upload: UploadControl }) {
  const translate = useTranslate();
  const format = useFormat();
  const { state, pause, resume, cancel } = upload;
  if (state.kind === 'idle') return null;
  if (state.kind === 'refused') {
    return (
      <Alert severity="error" sx={{ mt: 2 }}>
        <AlertTitle>{translate('sluice.wizard.upload_refused')}</AlertTitle>
        {state.message}
      </Alert>
    );
  }
  const { name, sent, total, paused } = state;
  const words = translate(paused ? 'sluice.wizard.upload_paused' : 'sluice.wizard.uploading', { name });
  return (
    <Stack sx={{ gap: 1, mt: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <div>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{words}</Typography>
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.wizard.uploaded', { sent: format.bytes(sent), total: format.bytes(total) })}
          </Typography>
        </div>
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button size="small" onClick={paused ? resume : pause}>
            {translate(paused ? 'sluice.wizard.upload_resume' : 'sluice.wizard.upload_pause')}
          </Button>
          <Button size="small" onClick={cancel}>
            {translate('sluice.wizard.upload_cancel')}
          </Button>
        </Stack>
      </Stack>
      <LinearProgress variant="determinate" aria-label={words} value={total > 0 ? (100 * sent) / total : 0} />
    </Stack>
  );
}
