import { Alert, type AlertColor, Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { useLostFocus } from '../../../../ui/browser/useLostFocus.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { AssessmentPanel } from '../../show/AssessmentPanel.tsx';
import { CountTiles } from '../../show/CountTiles.tsx';
import { useDrafts } from '../../show/failed/useDrafts.ts';
import { ImportTabs } from '../../show/ImportTabs.tsx';
import { RunPanel } from '../../show/RunPanel.tsx';
import { useImportPage } from '../../show/useImportPage.ts';

interface CheckedProps {
  /** Of the dry run. */
  readonly id: string;
  readonly onAgain: () => void;
}

/** What a dry run found, with its failures to be mended. */
export function Checked({ id, onAgain }: CheckedProps) {
  const state = useImportPage(id);
  const drafts = useDrafts(id);
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'missing':
      return <FailureNotice error={new Error('sluice.show.missing_hint')} retry={onAgain} />;
    case 'ready':
      return (
        <Stack sx={{ gap: 2.5 }}>
          <Verdict item={state.item} onAgain={onAgain} />
          <RunPanel item={state.item} />
          <CountTiles counts={state.item.counts} />
          <AssessmentPanel item={state.item} />
          {/* Its tabs begin with what matters once it is known what that is. */}
          <ImportTabs key={state.item.finishedAt ?? ''} item={state.item} drafts={drafts} />
        </Stack>
      );
  }
}

function Verdict({ item, onAgain }: { item: ImportDetail; onAgain: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const messageText = useMessageText();
  const alert = useLostFocus<HTMLDivElement>();
  const severity = severityOf(item);
  const failed = item.counts?.failed ?? 0;
  const text =
    severity === 'info'
      ? translate('sluice.wizard.checking_text')
      : translate(`sluice.wizard.checked_text.${severity}`, { smart_count: failed, failed: format.count(failed) });
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      severity={severity}
      // Nothing moves the eye there: screen readers announce the end of a check.
      role="status"
      action={
        <Button color="inherit" size="small" variant="text" sx={{ whiteSpace: { sm: 'nowrap' } }} onClick={onAgain}>
          {translate('sluice.wizard.check_again')}
        </Button>
      }
    >
      {severity === 'error' && item.statusReason ? messageText(item.statusReason) : text}
    </Alert>
  );
}

/** Info while it runs. */
function severityOf({ status, finishedAt, counts }: ImportDetail): AlertColor {
  if (status === 'FAILED') return 'error';
  if (finishedAt === null) return 'info';
  return (counts?.failed ?? 0) > 0 ? 'warning' : 'success';
}
