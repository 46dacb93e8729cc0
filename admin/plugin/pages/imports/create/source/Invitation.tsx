import UploadIcon from '@mui/icons-material/CloudUploadOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useFeature } from '../../../../importers/useFeature.ts';

interface InvitationProps {
  /** Whether a file hovers over the page. */
  readonly over: boolean;
  readonly importer: string;
  readonly onChoose: () => void;
  readonly onFile: (file: File) => void;
}

/** Asks for a file, and offers a sample where there is one. */
export function Invitation({ over, importer, onChoose, onFile }: InvitationProps) {
  const translate = useTranslate();
  const hint = useId();
  const loadSample = useFeature(importer)?.sample;
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', gap: 1 }}>
      <UploadIcon aria-hidden sx={{ fontSize: 40, color: 'text.secondary' }} />
      <Typography sx={{ fontWeight: 600 }}>
        {translate(over ? 'sluice.wizard.drop_active' : 'sluice.wizard.drop')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 460 }}>
        {translate(`sluice.wizard.drop_hints.${importer}`, { _: translate('sluice.wizard.drop_hint') })}
      </Typography>
      <Stack direction="row" sx={{ gap: 1.5, mt: 1, flexWrap: 'wrap', justifyContent: 'center' }}>
        <Button variant="contained" onClick={onChoose}>
          {translate('sluice.wizard.choose')}
        </Button>
        {loadSample ? (
          <Button variant="outlined" aria-describedby={hint} onClick={() => void loadSample().then(onFile)}>
            {translate('sluice.wizard.sample')}
          </Button>
        ) : null}
      </Stack>
      {loadSample ? (
        <Typography id={hint} variant="caption" color="textSecondary">
          {translate('sluice.wizard.sample_hint')}
        </Typography>
      ) : null}
    </Stack>
  );
}
