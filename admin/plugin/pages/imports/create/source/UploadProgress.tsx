import { Alert, AlertTitle, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useErrorText } from '../../../../messages/useErrorText.ts';
import { useLostFocus } from '../../../../ui/browser/useLostFocus.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { UploadControl, UploadState } from './useUpload.ts';

/** How far a file is on its way, and what can be done about it. */
export function UploadProgress({ upload }: { upload: UploadControl }) {
  const { state } = upload;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'refused':
      return <Refused state={state} />;
    case 'sending':
      return <Sending state={state} upload={upload} />;
  }
}

function Refused({ state }: { state: Extract<UploadState, { kind: 'refused' }> }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" variant="text" onClick={state.again}>
          {translate('sluice.wizard.upload_again')}
        </Button>
      }
    >
      <AlertTitle sx={{ overflowWrap: 'anywhere' }}>
        {translate('sluice.wizard.upload_refused', { name: state.name })}
      </AlertTitle>
      {errorText(state.error)}
    </Alert>
  );
}

function Sending({ state, upload }: { state: Extract<UploadState, { kind: 'sending' }>; upload: UploadControl }) {
  const translate = useTranslate();
  const format = useFormat();
  const { name, sent, total, paused, cut, secondsLeft } = state;
  const title = useLostFocus<HTMLParagraphElement>();
  const words = translate(paused ? 'sluice.wizard.upload_paused' : 'sluice.wizard.uploading', { name });
  const facts = [
    translate('sluice.wizard.uploaded', { sent: format.bytes(sent), total: format.bytes(total) }),
    secondsLeft === null ? null : translate('sluice.wizard.upload_left', { time: format.duration(secondsLeft) }),
  ];
  return (
    <Stack sx={{ gap: 1, mb: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <div>
          <Typography ref={title} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
            {words}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {facts.filter(Boolean).join(' · ')}
          </Typography>
          <Typography role="status" variant="body2" color="warning">
            {cut ? translate('sluice.wizard.upload_cut') : null}
          </Typography>
        </div>
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button size="small" onClick={paused ? upload.resume : upload.pause}>
            {translate(paused ? 'sluice.wizard.upload_resume' : 'sluice.wizard.upload_pause')}
          </Button>
          <Button size="small" onClick={upload.cancel}>
            {translate('sluice.wizard.upload_cancel')}
          </Button>
        </Stack>
      </Stack>
      <LinearProgress variant="determinate" aria-label={words} value={total > 0 ? (100 * sent) / total : 0} />
    </Stack>
  );
}
