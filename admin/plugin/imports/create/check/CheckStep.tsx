import { Alert, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FailureNotice, LoadingNotice } from '../../../shared/Notices.tsx';
import { AssessmentPanel } from '../../show/AssessmentPanel.tsx';
import { CountTiles } from '../../show/CountTiles.tsx';
import { useDrafts } from '../../show/failed/useDrafts.ts';
import { ImportTabs } from '../../show/ImportTabs.tsx';
import { RunPanel } from '../../show/RunPanel.tsx';
import { useImportPage } from '../../show/useImportPage.ts';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import type { StartControl } from './useStart.ts';

/** What the import would do, before it does it: its failures can be mended here, and are then imported mended. */
export function CheckStep({ wizard, control }: { wizard: Wizard; control: StartControl }) {
  const translate = useTranslate();
  const { dryRunId } = wizard.store.draft;
  if (dryRunId !== null) return <Checked id={dryRunId} onAgain={() => wizard.store.checkedBy(null)} />;
  return (
    <Section title={translate('sluice.wizard.check')}>
      {() => (
        <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
          <Typography>{translate('sluice.wizard.check_text')}</Typography>
          <Button variant="contained" disabled={control.busy} onClick={control.check}>
            {translate(control.state.kind === 'checking' ? 'sluice.wizard.checking' : 'sluice.wizard.check_now')}
          </Button>
        </Stack>
      )}
    </Section>
  );
}

function Checked({ id, onAgain }: { id: string; onAgain: () => void }) {
  const translate = useTranslate();
  const state = useImportPage(id);
  const drafts = useDrafts(id);
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice message={state.message} retry={state.retry} />;
    case 'missing':
      return <FailureNotice message={translate('sluice.show.missing_hint')} retry={onAgain} />;
    case 'ready':
      return (
        <Stack sx={{ gap: 2.5 }}>
          <Alert
            severity={state.item.status === 'FAILED' ? 'error' : 'info'}
            action={
              <Button color="inherit" size="small" variant="text" onClick={onAgain}>
                {translate('sluice.wizard.check_again')}
              </Button>
            }
          >
            {state.item.statusReason ?? translate('sluice.wizard.checked_text')}
          </Alert>
          <RunPanel item={state.item} />
          <CountTiles counts={state.item.counts} />
          <AssessmentPanel item={state.item} />
          {/* Its tabs begin with what matters once it is known what that is. */}
          <ImportTabs key={state.item.finishedAt ?? ''} item={state.item} drafts={drafts} />
        </Stack>
      );
  }
}
