import CancelIcon from '@mui/icons-material/CloseRounded';
import PauseIcon from '@mui/icons-material/PauseRounded';
import ResumeIcon from '@mui/icons-material/PlayArrowRounded';
import RetryIcon from '@mui/icons-material/ReplayRounded';
import UndoIcon from '@mui/icons-material/UndoRounded';
import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { DraftsStore } from '../failed/useDrafts.ts';
import { stoppedByErrorRate } from './errorRate.ts';
import { ResumeDialog } from './ResumeDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { useImportActions } from './useImportActions.ts';

interface ImportActionsProps {
  readonly item: ImportDetail;
  readonly drafts: DraftsStore;
}

/** What may be done to the import as a whole, now. */
export function ImportActions({ item, drafts }: ImportActionsProps) {
  const translate = useTranslate();
  const { may, busy, pause, resume, retry, cancel, undo } = useImportActions(item, drafts);
  const [asking, setAsking] = useState<'cancel' | 'undo' | 'resume' | null>(null);
  const close = () => setAsking(null);
  const askOrResume = () => (stoppedByErrorRate(item) ? setAsking('resume') : resume());
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      {may('PAUSE') ? (
        <Button startIcon={<PauseIcon />} disabled={busy} onClick={pause}>
          {translate('sluice.actions.pause')}
        </Button>
      ) : null}
      {may('CANCEL') ? (
        <Button color="error" startIcon={<CancelIcon />} disabled={busy} onClick={() => setAsking('cancel')}>
          {translate('sluice.actions.cancel')}
        </Button>
      ) : null}
      {may('UNDO') ? (
        <Button startIcon={<UndoIcon />} disabled={busy} onClick={() => setAsking('undo')}>
          {translate(item.status === 'UNDONE' ? 'sluice.undo.again' : 'sluice.undo.undo')}
        </Button>
      ) : null}
      {may('RETRY') ? (
        <Button startIcon={<RetryIcon />} disabled={busy} onClick={retry}>
          {translate(item.status === 'FAILED' ? 'sluice.actions.retry' : 'sluice.actions.retry_rows')}
        </Button>
      ) : null}
      {may('RESUME') ? (
        <Button variant="contained" startIcon={<ResumeIcon />} disabled={busy} onClick={askOrResume}>
          {translate('sluice.actions.resume')}
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking === 'cancel'}
        title={translate('sluice.actions.cancel_title')}
        confirm={translate('sluice.actions.cancel_confirm')}
        dismiss={translate('sluice.actions.cancel_keep')}
        onClose={close}
        onConfirm={() => {
          close();
          cancel();
        }}
      >
        <CancelTexts item={item} />
      </ConfirmDialog>
      {asking === 'resume' ? <ResumeDialog item={item} onClose={close} onResume={resume} /> : null}
      {asking === 'undo' ? <UndoDialog item={item} onClose={close} onUndo={undo} /> : null}
    </Stack>
  );
}

function CancelTexts({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Typography>
      {translate('sluice.actions.cancel_text', {
        pending: format.count(item.counts?.pending),
        smart_count: item.counts?.pending ?? 0,
      })}
    </Typography>
  );
}
